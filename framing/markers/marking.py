"""Matches and rules turned into hits."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import attrgetter

from framing.markers.table import MARKERS, Row
from framing.types import VOICES, Document, Hit, Match


def mark(document: Document, matches: Iterable[Match], rows: Sequence[Row] = MARKERS) -> tuple[Hit, ...]:
    """Find markers in a document.

    Parameters
    ----------
    document : Document
        As `framing.parsing.parse` gives it.
    matches : iterable of Match
        The document's lexicon matches. A lexicon counts for the marker of its name;
        matches of other lexicons are left out.
    rows : sequence of Row
        What to look for.

    Returns
    -------
    tuple of Hit
        Sorted by start, end and marker; each a slice of the article's text, in the voice
        of its first word.
    """
    by_lexicon: defaultdict[str, list[Match]] = defaultdict(list)
    for match in matches:
        by_lexicon[match.lexicon].append(match)
    found = [match for row in rows for match in row.find(document, by_lexicon.get(row.marker.name, ()))]
    found.sort(key=attrgetter("start", "end", "lexicon"))
    text, voices = document.article.text, document.voices
    firsts = [sentence.first for sentence in document.sentences]
    return tuple(
        Hit(
            match.lexicon,
            match.entry,
            text[match.start : match.end],
            match.start,
            match.end,
            VOICES[voices[match.token]],
            bisect_right(firsts, match.token) - 1,
        )
        for match in found
    )
