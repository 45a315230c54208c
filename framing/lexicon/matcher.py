"""Lexicons compiled once, then found in any number of documents."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from framing.lexicon.engines import make_engine
from framing.lexicon.folding import WALL, Folded, fold
from framing.lexicon.patterns import Form, compile_entry
from framing.types import Document, Lexicon, Match

_OPENING = re.compile(r"[\W_]*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:\n])[^\w.!?:\n]*\Z")
_LOOK_BACK = 12


class _Place(NamedTuple):
    """A form, and the lexicon and entry it belongs to, by number."""

    form: Form
    lexicon: int
    entry: int
    case: str
    bars: bool
    plain: bool


class Matcher:
    """Find the entries of lexicons in texts.

    Whole words, in any case unless the entry says otherwise. Hyphens, no-break spaces and
    line breaks count as spaces, curly apostrophes as straight ones; a possessive ``'s``
    does not hide a word. Of overlapping matches of one lexicon the longest stands; matches
    of different lexicons may overlap. Nothing matches in removed text or across a
    paragraph's end, or across punctuation.

    Parameters
    ----------
    lexicons : sequence of Lexicon
        What to look for. Compiling takes some hundredths of a second: keep the matcher.
    engine : {"auto", "ahocorasick", "python"}
        Both engines give the same matches; ``auto`` takes the compiled one if installed.

    Raises
    ------
    LexiconError
        If a pattern is not well formed.
    OptionError
        If the engine is unknown.

    Examples
    --------
    >>> from framing.lexicon import load_lexicons
    >>> matcher = Matcher(load_lexicons())
    >>> matcher.find_text("")
    ()
    """

    def __init__(self, lexicons: Sequence[Lexicon], engine: str = "auto") -> None:
        self.lexicons = tuple(lexicons)
        places: defaultdict[bytes, list[_Place]] = defaultdict(list)
        for number, lexicon in enumerate(self.lexicons):
            for i, entry in enumerate(lexicon.entries):
                compiled = compile_entry(entry, f"{lexicon.name}, entry {i + 1}")
                for form in compiled.excluded:
                    places[form.head].append(_Place(form, number, i, "any", bars=True, plain=False))
                for form in compiled.forms:
                    plain = form.tail is None and not form.phrase and entry.case == "any" and not entry.exclude
                    places[form.head].append(_Place(form, number, i, entry.case, bars=False, plain=plain))
        self._places = [tuple(places[head]) for head in places]
        self._engine = make_engine(engine, list(places))

    def find(self, document: Document) -> tuple[Match, ...]:
        """Find every entry in the kept text of a document.

        Returns
        -------
        tuple of Match
            Sorted by start, end and lexicon; offsets are those of the article's text.
        """
        tokens = document.tokens
        walls = [(removed.start, removed.end) for removed in document.article.removed]
        walls += [(paragraph.start - 1, paragraph.start) for paragraph in document.paragraphs if paragraph.start]
        starts = tokens.start
        return tuple(
            Match(name, pattern, start, end, bisect_right(starts, start) - 1)
            for start, end, name, pattern in self._spans(document.clean, walls, _sentence_opener(document))
        )

    def find_text(self, text: str) -> tuple[Match, ...]:
        """Find every entry in a bare text; matches then name no token (-1).

        Paragraphs are taken to end at blank lines, sentences at ``. ! ? :``.
        """
        walls = [found.span() for found in re.finditer(r"\n\s*\n", text)]

        def opens(start: int) -> bool:
            return bool(_SENTENCE_START.search(text, max(0, start - _LOOK_BACK), start))

        return tuple(
            Match(name, pattern, start, end, -1) for start, end, name, pattern in self._spans(text, walls, opens)
        )

    def _spans(
        self, text: str, walls: Iterable[tuple[int, int]], opens: Callable[[int], bool]
    ) -> list[tuple[int, int, str, str]]:
        folded = fold(text, walls)
        spans = []
        for lexicon, candidates in zip(self.lexicons, self._candidates(text, folded, opens), strict=True):
            for start, end, entry in _longest(candidates):
                spans.append((*folded.span(start, end), lexicon.name, lexicon.entries[entry].pattern))
        spans.sort()
        return spans

    def _candidates(
        self, text: str, folded: Folded, opens: Callable[[int], bool]
    ) -> list[list[tuple[int, int, int]]]:
        """Return, for each lexicon, (start, end, entry) in the folded text for all that may count."""
        words, places = folded.words, self._places
        found: list[list[tuple[int, int, int]]] = [[] for _ in self.lexicons]
        doubtful: list[tuple[int, int, _Place]] = []
        barred: defaultdict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        for head, left, right in self._engine(words):
            for place in places[head]:
                if place.plain:
                    found[place.lexicon].append((left + 1, right - 1, place.entry))
                    continue
                end = _end(place.form, folded, left + 1, right)
                if end and place.bars:
                    barred[place.lexicon, place.entry].append((left + 1, end))
                elif end:
                    doubtful.append((left + 1, end, place))
        for start, end, place in doubtful:
            bars = barred.get((place.lexicon, place.entry), ())
            if any(first <= start and end <= last for first, last in bars):
                continue
            if place.case == "any" or _case_holds(place, text, *folded.span(start, end), opens):
                found[place.lexicon].append((start, end, place.entry))
        return found


def _end(form: Form, folded: Folded, start: int, right: int) -> int | None:
    """Return where a form ends whose head ends at ``right``, or ``None`` if it does not stand here."""
    if form.tail is None:
        end = right - 1
    elif tail := form.tail.match(folded.words, right):
        end = tail.end()
    else:
        return None
    return None if form.phrase and folded.walled.find(WALL, start, end) >= 0 else end


def _case_holds(place: _Place, text: str, start: int, end: int, opens: Callable[[int], bool]) -> bool:
    piece = text[start:end]
    if place.form.exact:
        return bool(place.form.exact.fullmatch(fold(piece, cased=True).words[1:-1]))
    return piece[1:] == piece[1:].lower() and (piece[0] == piece[0].lower() or opens(start))


def _longest(candidates: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Keep what does not overlap: longest first, then leftmost, then first in the table."""
    candidates.sort()
    if all(one[1] <= two[0] for one, two in pairwise(candidates)):
        return candidates
    kept: list[tuple[int, int, int]] = []
    for candidate in sorted(candidates, key=lambda candidate: candidate[0] - candidate[1]):
        at = bisect_right(kept, candidate)
        if (not at or kept[at - 1][1] <= candidate[0]) and (at == len(kept) or candidate[1] <= kept[at][0]):
            kept.insert(at, candidate)
    return kept


def _sentence_opener(document: Document) -> Callable[[int], bool]:
    """Return a test for whether a word that starts at an offset is the first of its sentence."""

    def opens(start: int) -> bool:
        at = bisect_right(document.sentences, start, key=lambda sentence: sentence.start) - 1
        opening = _OPENING.match(document.clean, document.sentences[at].start) if at >= 0 else None
        return opening is not None and opening.end() == start

    return opens
