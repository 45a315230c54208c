"""Texts that share much of their wording: reprints, wire copy, the same release twice."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from framing.types import Document, Profile, Reprint, Span

LENGTH = 5
"""Words in a shingle."""
THRESHOLD = 0.6
"""Share of one text's shingles from which the other counts as its reprint."""

Shingle = tuple[str, ...]


class _Wording(NamedTuple):
    """A text's words, every run of five in order, and the tokens the words came from."""

    words: tuple[str, ...]
    shingles: tuple[Shingle, ...]
    tokens: tuple[int, ...]


def find_reprints(profiles: Sequence[Profile]) -> tuple[Reprint, ...]:
    """Find pairs of texts of which at least one is, for the most part, contained in the other.

    Parameters
    ----------
    profiles : sequence of Profile
        Compared two by two, each pair in time linear in its length.

    Returns
    -------
    tuple of Reprint
        A row for each pair of which one text has at least 60 % of its runs of five words
        in the other. ``share_a`` and ``share_b`` are those shares (0–1); ``passages`` are
        the longest common runs of five words or more, left to right, as spans of both.
        Which text was first cannot be told from wording.

    Notes
    -----
    Containment finds a wire text inside a longer piece, where Jaccard's index would not.
    Headings count; capitals and punctuation do not. Texts under five words never match.
    Source: Broder 1997, On the resemblance and containment of documents.
    """
    wordings = [_wording(profile.document) for profile in profiles]
    found = []
    for i, j in combinations(range(len(profiles)), 2):
        shares = _shares(wordings[i], wordings[j])
        if max(shares) >= THRESHOLD:
            a, b = profiles[i].document, profiles[j].document
            passages = _spans(_common_runs(wordings[i], wordings[j]), (a, wordings[i]), (b, wordings[j]))
            found.append(Reprint(a.article.id, b.article.id, *shares, passages))
    return tuple(found)


def _wording(document: Document) -> _Wording:
    tokens = tuple(index for index, is_word in enumerate(document.tokens.is_word) if is_word)
    words = tuple(document.tokens.low[index] for index in tokens)
    return _Wording(words, tuple(zip(*(words[offset:] for offset in range(LENGTH)), strict=False)), tokens)


def _shares(a: _Wording, b: _Wording) -> tuple[float, float]:
    in_a, in_b = set(a.shingles), set(b.shingles)
    common = len(in_a & in_b)
    return common / max(len(in_a), 1), common / max(len(in_b), 1)


def _common_runs(a: _Wording, b: _Wording) -> list[tuple[int, int, int]]:
    """Return (first word in a, first word in b, words) of each common run, in the order of a.

    Walks through the text with fewer words, so that the order of the two does not matter,
    and prefers the next place in the other text to one already passed.
    """
    if (len(b.words), b.words) < (len(a.words), a.words):
        return sorted((first_a, first_b, length) for first_b, first_a, length in _common_runs(b, a))
    places = defaultdict(list)
    for place, shingle in enumerate(b.shingles):
        places[shingle].append(place)
    runs, here, reached = [], 0, 0
    while here < len(a.shingles):
        candidates = places.get(a.shingles[here])
        if not candidates:
            here += 1
            continue
        there = candidates[bisect_left(candidates, reached) % len(candidates)]
        length = LENGTH
        while a.words[here + length : here + length + 1] == b.words[there + length : there + length + 1] != ():
            length += 1
        runs.append((here, there, length))
        here, reached = here + length, there + length
    return runs


def _spans(
    runs: list[tuple[int, int, int]], a: tuple[Document, _Wording], b: tuple[Document, _Wording]
) -> tuple[tuple[Span, Span], ...]:
    return tuple((_span(*a, first_a, length), _span(*b, first_b, length)) for first_a, first_b, length in runs)


def _span(document: Document, wording: _Wording, first: int, length: int) -> Span:
    tokens = document.tokens
    return Span(tokens.start[wording.tokens[first]], tokens.end[wording.tokens[first + length - 1]])
