"""From a parsed article and its hits to counts and rates, each voice apart."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import compress

from framing.stats import Estimate, poisson_rate
from framing.types import VOICES, Document, Hit, Marker, Profile, Rate, Readability, WordCounts

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
        named ``group:NAME``; what a group counts is told at `group_hits`.

    Notes
    -----
    The intervals take hits to fall independently of one another. In 300 news articles
    they nearly do: between sentences, a group's hits vary 1.1 to 1.4 times as much as
    independent ones would (facts 3.6, for a few articles full of figures; between passages
    of four sentences up to 1.7, set phrases 2.3). When the even and the odd passages of one
    article are compared like two articles, 3 % (single sentences) to 3.5 % (four) of nearly
    1,000 comparisons come out as clearly different, and at most 6 % in any group, before
    the correction for many tests. So the intervals are not widened
    (``python -m benchmarks.dispersion``).
    """
    words = count_words(document)
    group_of = {marker.name: marker.group for marker in markers}
    named = {group: f"group:{group}" for group in group_of.values()}
    counts = Counter([(hit.marker, hit.voice) for hit in hits])
    counts.update([(named[group], hit.voice) for group, hit in group_hits(document, hits, group_of)])
    names = [*group_of.items(), *((name, group) for group, name in named.items())]
    rates: list[Rate] = []
    for voice in VOICES:
        spoken = getattr(words, voice)
        for name, group in names:
            count = counts.get((name, voice), 0)
            rates.append(Rate(name, group, voice, count, spoken, *estimate_rate(count, spoken)))
    return Profile(document, words, tuple(hits), tuple(rates), readability)


def count_words(document: Document) -> WordCounts:
    """Count words by voice; removed words stand apart and not in the total."""
    voices = bytes(compress(document.voices, document.tokens.is_word))
    text = document.article.text
    return WordCounts(
        total=len(voices),
        removed=sum(len(_WORD.findall(text, slice_.start, slice_.end)) for slice_ in document.article.removed),
        **{voice.value: voices.count(code) for code, voice in enumerate(VOICES)},
    )


@lru_cache(maxsize=1 << 12)
def estimate_rate(count: int, words: int) -> Estimate | tuple[None, None, None]:
    """Return hits per 1,000 words with the exact 95 % interval; ``None`` where there are no words."""
    return poisson_rate(count, words) if words else (None, None, None)


def group_hits(document: Document, hits: Iterable[Hit], group_of: Mapping[str, str]) -> Iterator[tuple[str, Hit]]:
    """Yield what each group counts, so that one phrase never counts twice.

    Of hits of one group that overlap only the first counts. In sourcing, of the hits in
    the source and the cue of one attribution ("*experts* *believe*") only the first
    counts: they come in pairs, and counting both made an article seem to differ from
    itself twice as often.

    Parameters
    ----------
    document : Document
        Where the attributions stand.
    hits : iterable of Hit
        Sorted by start.
    group_of : mapping
        A marker's group by its name.
    """
    places = _places_of_attributions(document)
    reached: dict[str, int] = {}
    told: set[int] = set()
    for hit in hits:
        group = group_of[hit.marker]
        before = reached.get(group, 0)
        again = hit.start < before
        if hit.end > before:
            reached[group] = hit.end
        if group == "sourcing":
            last = bisect_left(places, (hit.end,)) - 1
            _, end, attribution = places[last] if last >= 0 else (0, 0, 0)
            if hit.start < end:
                again |= attribution in told
                told.add(attribution)
        if not again:
            yield group, hit


def _places_of_attributions(document: Document) -> list[tuple[int, int, int]]:
    """Return start, end and a name of the attribution for every source and cue, sorted; one source, one name."""
    places = set()
    for attribution in document.attributions:
        spans = [span for span in (attribution.speaker, attribution.cue) if span]
        places |= {(span.start, span.end, spans[0].start) for span in spans}
    return sorted(places)
