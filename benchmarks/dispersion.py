"""How hits cluster, and how often an article would be told apart from itself.

``python -m benchmarks.dispersion DATA [N]`` takes N articles (default 300) of
``DATA/news/articles.jsonl.gz``, cuts each into passages of one and of four sentences, and
prints for every group and marker in the own voice

* the index of dispersion: variance of hits between passages over that of independent hits;
* how often the even and the odd passages of one article would be called clearly different.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator

from benchmarks.chain import sample
from framing.comparing.contrasts import ALPHA, MIN_HITS
from framing.profiling import group_hits
from framing.stats import difference, poisson_rate, rate_test
from framing.types import VOICES, Profile, Voice

SIZES = (1, 4)
MIN_WORDS = 100

Passages = tuple[list[int], dict[str, list[int]]]


def passages(profile: Profile, size: int, group_of: dict[str, str]) -> Passages:
    """Own-voice words in each passage, and hits by marker and by group."""
    document = profile.document
    count = -(-len(document.sentences) // size)
    words, hits = [0] * count, defaultdict(lambda: [0] * count)
    own = VOICES.index(Voice.OWN)
    for number, sentence in enumerate(document.sentences):
        tokens = range(sentence.first, sentence.last)
        words[number // size] += sum(document.tokens.is_word[i] and document.voices[i] == own for i in tokens)
    named = [(hit.marker, hit) for hit in profile.hits]
    named += [(f"group:{group}", hit) for group, hit in group_hits(document, profile.hits, group_of)]
    for name, hit in named:
        if hit.voice is Voice.OWN:
            hits[name][hit.sentence // size] += 1
    return words, dict(hits)


def spread(words: list[int], hits: list[int]) -> tuple[float, float]:
    """Squared deviations of hits from their share of the words, and what chance would give."""
    share = sum(hits) / sum(words)
    expected = [share * n for n in words]
    observed = sum((k - e) ** 2 for k, e in zip(hits, expected, strict=True))
    return observed, sum(e * (1 - n / sum(words)) for e, n in zip(expected, words, strict=True))


def told_apart(words: list[int], hits: list[int]) -> bool | None:
    """Whether even passages differ clearly from odd ones; ``None`` with too little text."""
    a, b = (sum(hits[i::2]) for i in (0, 1))
    words_a, words_b = (sum(words[i::2]) for i in (0, 1))
    if min(words_a, words_b) < MIN_WORDS or a + b < MIN_HITS:
        return None
    _, low, high = difference(poisson_rate(a, words_a), poisson_rate(b, words_b))
    return rate_test(a, words_a, b, words_b) < ALPHA and (low > 0 or high < 0)


def profiles(data: str, count: int) -> Iterator[Profile]:
    """Profiles of ``count`` articles with at least 250 words."""
    from framing.analysis import analyze
    from framing.reading import article_from_text

    long_enough = (text for text in sample(data, 3 * count) if len(text.split()) >= 250)
    for text, _ in zip(long_enough, range(count), strict=False):
        yield analyze(article_from_text(text, id="x"))


def main(data: str, count: int = 300) -> None:
    """Print the table."""
    from framing.markers import MARKERS

    group_of = {row.marker.name: row.marker.group for row in MARKERS}
    names = [f"group:{group}" for group in dict.fromkeys(group_of.values())] + list(group_of)
    found = list(profiles(data, count))
    print(f"{len(found)} articles; dispersion, and pairs of halves told apart, by sentences in a passage")
    print(f"{'':24}" + "".join(f"{f'{size}: disp.':>12}{'apart':>16}" for size in SIZES))
    columns = [[passages(profile, size, group_of) for profile in found] for size in SIZES]
    for name in names:
        cells = ""
        for column in columns:
            rows = [(words, hits[name]) for words, hits in column if name in hits and sum(words)]
            observed, expected = (
                (sum(side) for side in zip(*(spread(*row) for row in rows), strict=True)) if rows else (0, 0)
            )
            verdicts = [verdict for row in rows if (verdict := told_apart(*row)) is not None]
            ratio = f"{observed / expected:.2f}" if expected else "-"
            cells += f"{ratio:>12}{f'{sum(verdicts)} of {len(verdicts)}':>16}"
        print(f"{name:24}{cells}")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
