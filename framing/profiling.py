"""From a parsed article and its hits to counts and rates, each voice apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import compress

from framing.stats import poisson_rate
from framing.types import VOICES, Document, Hit, Marker, Profile, Rate, Readability, Voice, WordCounts

_WORD = re.compile(r"\w+(?:['’-]\w+)*")


def make_profile(
    document: Document, hits: Sequence[Hit], markers: Sequence[Marker], readability: Readability
) -> Profile:
    """Count an article's words and hits and turn them into rates.

    Parameters
    ----------
    document : Document
        The article parsed.
    hits : sequence of Hit
        Sorted by start.
    markers : sequence of Marker
        What was looked for; a marker without a hit has a rate too.
    readability : Readability
        Passed on as it is.

    Returns
    -------
    Profile
        For every voice, one `Rate` per marker in the order given, then one per group,
        named ``group:NAME``. A group's hits that overlap count once.
    """
    words = count_words(document)
    group_of = {marker.name: marker.group for marker in markers}
    counts = Counter((hit.marker, hit.voice) for hit in hits)
    counts.update((f"group:{hit_group}", voice) for hit_group, voice in _group_hits(hits, group_of))
    names = group_of | {f"group:{group}": group for group in group_of.values()}
    rates = tuple(
        make_rate(name, group, voice, counts[name, voice], getattr(words, voice))
        for voice in VOICES
        for name, group in names.items()
    )
    return Profile(document, words, tuple(hits), rates, readability)


def count_words(document: Document) -> WordCounts:
    """Count words by voice; removed words stand apart and not in the total."""
    voices = bytes(compress(document.voices, document.tokens.is_word))
    text = document.article.text
    return WordCounts(
        total=len(voices),
        removed=sum(len(_WORD.findall(text, slice_.start, slice_.end)) for slice_ in document.article.removed),
        **{voice.value: voices.count(code) for code, voice in enumerate(VOICES)},
    )


def make_rate(marker: str, group: str, voice: Voice, count: int, words: int) -> Rate:
    """Return hits per 1,000 words with the exact 95 % interval; ``None`` where there are no words."""
    estimate = poisson_rate(count, words) if words else (None, None, None)
    return Rate(marker, group, voice, count, words, *estimate)


def _group_hits(hits: Iterable[Hit], group_of: dict[str, str]) -> Iterable[tuple[str, Voice]]:
    """Yield group and voice of each hit that does not overlap an earlier one of its group."""
    reached: dict[str, int] = {}
    for hit in hits:
        group = group_of[hit.marker]
        if hit.start >= reached.get(group, 0):
            yield group, hit.voice
        reached[group] = max(hit.end, reached.get(group, 0))
