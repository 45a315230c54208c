"""Articles a second on one core, the whole chain beside its peers in the same run, and the share of each stage.

``python -m benchmarks.chain [DATA] [N]`` takes N articles (default 200) a round from
``DATA/news/articles.jsonl.gz``, none of them twice; without DATA the built-in texts, again and
again. The chain is that of ``framing score``: a line of JSONL in, provenance, voices, all
lexicons with their places, sources, agency, rates and readability, a line of JSONL out.
"""

from __future__ import annotations

import gzip
import json
import random
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROUNDS = 5
OURS = "framing"
PART = 8
"""A peer gets every eighth article."""
STAGES = {
    "framing.corpus.scoring": ("to_article", "profile_to_json"),
    "framing.analysis": ("parse", "describe_sources", "match_agency", "mark", "measure_readability", "make_profile"),
}
"""Functions whose time is told apart, where they are called from; `Matcher.find` comes on top."""


def sample(data: str, count: int, seed: int = 1) -> list[str]:
    """Texts of ``count`` articles drawn at random."""
    with gzip.open(Path(data) / "news" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    return random.Random(seed).sample(texts, count)


def built_in(count: int) -> list[str]:
    """Texts of the built-in events, as often as it takes."""
    from framing.data import folder

    events = (event for event in folder("corpus").iterdir() if event.is_dir())
    texts = [file.read_text(encoding="utf-8") for event in events for file in event.iterdir() if file.suffix == ".txt"]
    return [texts[n % len(texts)] for n in range(count)]


def seconds(work: Callable[[], object]) -> float:
    """Time of the processor for some work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def score(texts: Sequence[str]) -> bytes:
    """Take the chain over some texts."""
    from framing.analysis import make_run
    from framing.corpus.scoring import Job, score_to_bytes
    from framing.corpus.tables import Row

    rows = [Row(f"row {n}", str(n), json.dumps({"text": text}).encode()) for n, text in enumerate(texts)]
    return score_to_bytes(rows, Job(make_run(()))).output


@contextmanager
def stages() -> Iterator[dict[str, float]]:
    """Count the seconds of each stage, while the chain runs."""
    from importlib import import_module

    from framing.lexicon import Matcher

    spent: defaultdict[str, float] = defaultdict(float)
    places = [(import_module(module), name) for module, names in STAGES.items() for name in names]
    places.append((Matcher, "find"))
    plain = [getattr(*place) for place in places]
    for (owner, name), function in zip(places, plain, strict=True):
        setattr(owner, name, _timed(function, name, spent))
    try:
        yield spent
    finally:
        for (owner, name), function in zip(places, plain, strict=True):
            setattr(owner, name, function)


def _timed(function: Callable[..., object], name: str, spent: dict[str, float]) -> Callable[..., object]:
    def run(*args: object, **options: object) -> object:
        start = time.process_time()
        result = function(*args, **options)
        spent[name] += time.process_time() - start
        return result

    return run


def peers() -> dict[str, Callable[[str], object]]:
    """Return the peers that are installed; say which are not."""
    from benchmarks.peers import PEERS

    ready = {}
    for name, make in PEERS.items():
        try:
            ready[name] = make()
        except ImportError as error:
            print(f"{name}: not measured ({error}); pip install -e '.[bench]'")
    return ready


def main(data: str | None = None, count: int = 200) -> None:
    """Print rates with their ratios, medians over interleaved rounds, and the share of each stage."""
    from framing import parsing

    needed = count * (ROUNDS + 1)
    texts = sample(data, needed) if data else built_in(needed)
    others = peers()
    score(texts[:count])
    for work in others.values():
        work(texts[0])
    times: dict[str, list[float]] = {name: [] for name in (OURS, *others)}
    for number in range(1, ROUNDS + 1):
        part = texts[number * count : (number + 1) * count]
        times[OURS].append(seconds(lambda part=part: score(part)) / count)
        few = part[::PART]
        for name, work in others.items():
            longer = sum(map(len, part)) / count / (sum(map(len, few)) / len(few))
            times[name].append(seconds(lambda work=work, few=few: [work(text) for text in few]) / len(few) * longer)
    with stages() as spent:
        whole = seconds(lambda: score(texts[-count:]))

    words = statistics.mean(len(text.split()) for text in texts)
    compiled = "" if str(parsing.document.__file__).endswith(".py") else ", compiled"
    kind = "articles" if data else "built-in texts, read before: words seen once are remembered"
    print(
        f"{count} {kind} of {words:.0f} words a round, one core{compiled}, median of {ROUNDS} rounds (lowest-highest)"
    )
    for name, each in times.items():
        rates = [1 / t for t in each]
        ratio = statistics.median(theirs / ours for ours, theirs in zip(times[OURS], each, strict=True))
        beside = "" if name == OURS else f"  {OURS} is {ratio:.1f} x as fast"
        print(f"{name:<32}{statistics.median(rates):8.0f}/s  ({min(rates):.0f}-{max(rates):.0f}){beside}")
    print("share of each stage: " + ", ".join(f"{name} {t / whole:.0%}" for name, t in spent.items()))


if __name__ == "__main__":
    main(*sys.argv[1:2], *map(int, sys.argv[2:]))
