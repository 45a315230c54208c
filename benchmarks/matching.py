"""Articles a second on one core: both matching engines and the markers beside vaderSentiment and empath.

``python -m benchmarks.matching DATA [N]`` reads N articles (default 400) of ``DATA/news/articles.jsonl.gz``.
All of them are given the same texts in the same run; ours are given parsed documents.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

from benchmarks.chain import ROUNDS, sample


def rate(work: Callable[[Any], object], items: list[Any]) -> float:
    """Items a second of processor time."""
    start = time.process_time()
    for item in items:
        work(item)
    return len(items) / (time.process_time() - start)


def main(data: str, count: int = 400) -> None:
    """Print the median of interleaved rounds, and how many times as fast as each peer the markers are."""
    from empath import Empath
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    from framing.lexicon import Matcher, load_lexicons
    from framing.markers import mark
    from framing.parsing import parse
    from framing.reading import article_from_text

    texts = sample(data, count)
    documents = [parse(article_from_text(text, id="x")) for text in texts]
    lexicons = load_lexicons()
    fast, plain = Matcher(lexicons), Matcher(lexicons, "python")
    assert all(fast.find(document) == plain.find(document) for document in documents)
    hits = statistics.mean(len(mark(document, fast.find(document))) for document in documents)

    vader, empath = SentimentIntensityAnalyzer(), Empath()
    few = texts[: max(20, count // 10)]
    ours = "find and mark"
    work: dict[str, tuple[Callable[[Any], object], list[Any]]] = {
        ours: (lambda document: mark(document, fast.find(document)), documents),
        "find, ahocorasick": (fast.find, documents),
        "find, python": (plain.find, documents),
        "vaderSentiment": (vader.polarity_scores, few),
        "empath": (lambda text: empath.analyze(text, normalize=True), few),
    }
    rounds: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(ROUNDS):
        for name, (function, items) in work.items():
            rounds[name].append(rate(function, items))

    entries = sum(len(lexicon.entries) for lexicon in lexicons)
    words = statistics.mean(len(text.split()) for text in texts)
    print(f"{entries} entries, {count} articles of {words:.0f} words and {hits:.0f} hits, one core,")
    print(f"median of {ROUNDS} interleaved rounds (min-max)")
    first = statistics.median(rounds[ours])
    for name, rates in rounds.items():
        middle = statistics.median(rates)
        print(f"{name:<20}{middle:9.0f}/s  ({min(rates):.0f}-{max(rates):.0f})  {ours} is {first / middle:.1f} x")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 400)
