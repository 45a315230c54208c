"""Articles a second on one core: the whole chain beside vaderSentiment and empath, in the same run.

``python -m benchmarks.chain DATA [N]`` reads N articles (default 400) of ``DATA/news/articles.jsonl.gz``.
"""

from __future__ import annotations

import gzip
import json
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROUNDS = 5


def sample(data: str, count: int, seed: int = 1) -> list[str]:
    """Texts of ``count`` articles drawn at random."""
    with gzip.open(Path(data) / "news" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    return random.Random(seed).sample(texts, count)


def rate(work: Callable[[str], object], texts: list[str]) -> float:
    """Texts a second of processor time."""
    start = time.process_time()
    for text in texts:
        work(text)
    return len(texts) / (time.process_time() - start)


def main(data: str, count: int = 400) -> None:
    """Print the median of interleaved rounds and its ratio to each peer."""
    from empath import Empath
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    from framing.analysis import analyze
    from framing.reading import article_from_text

    texts = sample(data, count)
    articles = {text: article_from_text(text, id="x") for text in texts}
    vader, empath = SentimentIntensityAnalyzer(), Empath()
    few = texts[: max(20, count // 10)]
    work: dict[str, tuple[Callable[[str], object], list[str]]] = {
        "parse + match + profile": (lambda text: analyze(articles[text]), texts),
        "the same, provenance too": (lambda text: analyze(article_from_text(text, id="x")), texts),
        "vaderSentiment": (vader.polarity_scores, few),
        "empath": (lambda text: empath.analyze(text, normalize=True), few),
    }
    for function, part in work.values():
        rate(function, part[:20])
    rounds: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(ROUNDS):
        for name, (function, part) in work.items():
            rounds[name].append(rate(function, part))
    words = statistics.mean(len(text.split()) for text in texts)
    print(f"{count} articles of {words:.0f} words, one core, median of {ROUNDS} interleaved rounds (min-max)")
    ours = statistics.median(rounds["parse + match + profile"])
    for name, rates in rounds.items():
        middle = statistics.median(rates)
        print(f"{name:<28}{middle:9.0f}/s  ({min(rates):.0f}-{max(rates):.0f})  chain is {ours / middle:.1f} x")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 400)
