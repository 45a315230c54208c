"""Marker by marker, how one text differs from another and whether that can be told from chance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from framing.stats import benjamini_hochberg, difference, poisson_rate, rate_test
from framing.types import Contrast, Profile, Rate, Verdict, Voice

MIN_WORDS = 150
"""Words each side needs in a voice before its rates are compared."""
MIN_HITS = 4
"""Hits both sides need together: with fewer, hardly any split can be told from chance."""
ALPHA = 0.05


class _Pair(NamedTuple):
    a: Rate
    b: Rate
    article: str | None


def contrast_profiles(profiles: Sequence[Profile]) -> tuple[Contrast, ...]:
    """Compare every marker and group, in the own voice and in every other voice that both have.

    Parameters
    ----------
    profiles : sequence of Profile
        Two are compared with each other. Of more, each is compared with the mean of the
        others, which is their hits over their words taken together.

    Returns
    -------
    tuple of Contrast
        ``difference`` is ``a - b`` in hits per 1,000 words, with a 95 % interval
        (`framing.stats.difference`), p (`framing.stats.rate_test`) and q
        (Benjamini–Hochberg within its family: markers in the own voice, groups in the
        own voice, all other voices). ``too_little_text`` with fewer than 150 words on
        either side or 4 hits on both together, and, where a text is damaged, in the
        sourcing group, its markers and every voice but the own: then p and q are ``None``
        and the row is in no family. ``more_in_a`` or ``more_in_b`` only where the interval leaves out
        zero and q < 0.05. Swapping two profiles negates every difference and mirrors
        every verdict, exactly.
    """
    pairs = [pair for pair in _pairs(profiles) if pair.a.voice is Voice.OWN or (pair.a.words and pair.b.words)]
    damaged = any(profile.document.damaged for profile in profiles)
    p_values = [None if damaged and _needs_voices(pair.a) else _test(pair.a, pair.b) for pair in pairs]
    q_values = _adjust([_family(pair.a) for pair in pairs], p_values)
    return tuple(_contrast(*row) for row in zip(pairs, p_values, q_values, strict=True))


def _pairs(profiles: Sequence[Profile]) -> list[_Pair]:
    if len(profiles) < 2:
        return []
    if len(profiles) == 2:
        a, b = profiles
        return [_Pair(*rates, None) for rates in zip(a.rates, b.rates, strict=True)]
    columns = zip(*(profile.rates for profile in profiles), strict=True)
    others = zip(*map(_mean_of_others, columns), strict=True)
    return [
        _Pair(rate, other, profile.document.article.id)
        for profile, rates in zip(profiles, others, strict=True)
        for rate, other in zip(profile.rates, rates, strict=True)
    ]


def _mean_of_others(rates: Sequence[Rate]) -> list[Rate]:
    """Return, for each text's rate, the rate of all the other texts taken together."""
    count, words = sum(rate.count for rate in rates), sum(rate.words for rate in rates)
    return [_pooled(rate, count - rate.count, words - rate.words) for rate in rates]


def _pooled(like: Rate, count: int, words: int) -> Rate:
    estimate = poisson_rate(count, words) if words else (None, None, None)
    return Rate(like.marker, like.group, like.voice, count, words, *estimate)


def _needs_voices(rate: Rate) -> bool:
    """Whether a rate rests on knowing who speaks, which a damaged text does not tell."""
    return rate.group == "sourcing" or rate.voice is not Voice.OWN


def _test(a: Rate, b: Rate) -> float | None:
    if min(a.words, b.words) < MIN_WORDS or a.count + b.count < MIN_HITS:
        return None
    return rate_test(a.count, a.words, b.count, b.words)


def _family(rate: Rate) -> str:
    if rate.voice is not Voice.OWN:
        return "other voices"
    return "groups" if rate.marker.startswith("group:") else "markers"


def _adjust(families: Sequence[str], p_values: Sequence[float | None]) -> list[float | None]:
    """Return q-values, family by family, over the rows that were tested."""
    tested: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for row, (family, p) in enumerate(zip(families, p_values, strict=True)):
        if p is not None:
            tested[family].append((row, p))
    q_values: list[float | None] = [None] * len(p_values)
    for members in tested.values():
        for (row, _), q in zip(members, benjamini_hochberg([p for _, p in members]), strict=True):
            q_values[row] = q
    return q_values


def _contrast(pair: _Pair, p: float | None, q: float | None) -> Contrast:
    a, b, article = pair
    value = low = high = None
    verdict = Verdict.TOO_LITTLE_TEXT
    if a.words and b.words:
        value, low, high = difference(poisson_rate(a.count, a.words), poisson_rate(b.count, b.words))
        if q is not None:
            verdict = _verdict(low, high, q)
    return Contrast(a.marker, a.group, a.voice, a, b, value, low, high, p, q, verdict, article)


def _verdict(low: float, high: float, q: float) -> Verdict:
    if q < ALPHA and low > 0:
        return Verdict.MORE_IN_A
    if q < ALPHA and high < 0:
        return Verdict.MORE_IN_B
    return Verdict.NO_CLEAR_DIFFERENCE
