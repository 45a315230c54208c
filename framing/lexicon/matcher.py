"""Lexicons compiled once, then found in any number of documents."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from framing.lexicon.engines import make_engine
from framing.lexicon.folding import WALL, Folded, fold
from framing.lexicon.patterns import Form, check_entry, compile_pattern
from framing.types import Document, Entry, Lexicon, Match

_OPENING = re.compile(r"[\W_]*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:\n])[^\w.!?:\n]*\Z")
_LOOK_BACK = 12

_Candidate = tuple[int, int, int]
"""Start and end in the folded text, and the number of the entry."""


class _Place(NamedTuple):
    """Where a head leads: the numbers of a lexicon and an entry, and what is left to check.

    ``bars`` marks a phrase in which the entry does not count, ``guarded`` an entry with
    such phrases or a rule of case, ``is_word`` a head that is the whole match.
    """

    lexicon: int
    entry: int
    is_word: bool
    bars: bool
    guarded: bool
    form: Form


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
        What to look for. Compiling takes as long as some hundred articles: keep the matcher.
    engine : {"auto", "ahocorasick", "python"}
        Both engines give the same matches; ``auto`` takes the compiled one if installed.

    Raises
    ------
    LexiconError
        If a pattern is not well formed.
    OptionError
        If the engine is unknown or not installed.

    Examples
    --------
    >>> from framing.lexicon import load_lexicons
    >>> text = "The minister may call it a win-win; in May it rains."
    >>> [(match.lexicon, text[match.start : match.end]) for match in Matcher(load_lexicons()).find_text(text)]
    [('hedges', 'may'), ('china_formula', 'win-win')]
    """

    def __init__(self, lexicons: Sequence[Lexicon], engine: str = "auto") -> None:
        self.lexicons = tuple(lexicons)
        self._entries: list[Entry] = []
        places: defaultdict[bytes, list[_Place]] = defaultdict(list)
        for number, lexicon in enumerate(self.lexicons):
            for line, entry in enumerate(lexicon.entries, start=1):
                check_entry(entry, f"{lexicon.name}, entry {line}")
                guarded = bool(entry.exclude) or entry.case != "any"
                forms = [(form, False) for form in compile_pattern(entry.pattern, exact=entry.case == "exact")]
                forms += [(form, True) for phrase in entry.exclude for form in compile_pattern(phrase)]
                for form, bars in forms:
                    place = _Place(number, len(self._entries), form.is_word, bars, guarded, form)
                    places[form.head].append(place)
                self._entries.append(entry)
        self._places = list(places.values())
        self._find_heads = make_engine(engine, list(places))

    def find(self, document: Document) -> tuple[Match, ...]:
        """Find every entry in the kept text of a document.

        Returns
        -------
        tuple of Match
            Sorted by start, end and lexicon; offsets are those of the article's text.
        """
        tokens = document.tokens
        clean = document.clean
        walls = [(cut.start, cut.end) for cut in document.article.removed if "\n" in clean[cut.start : cut.end]]
        walls += [(paragraph.start - 1, paragraph.start) for paragraph in document.paragraphs if paragraph.start]
        starts = tokens.start
        return tuple(
            Match(name, pattern, start, end, bisect_right(starts, start) - 1)
            for start, end, name, pattern in self._spans(clean, walls, _sentence_opener(document))
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
            if candidates:
                for start, end, entry in _longest(candidates):
                    spans.append((*folded.span(start, end), lexicon.name, self._entries[entry].pattern))
        spans.sort()
        return spans

    def _candidates(self, text: str, folded: Folded, opens: Callable[[int], bool]) -> list[list[_Candidate]]:
        """Return, for each lexicon, (start, end, entry) in the folded text for all that may count."""
        found: list[list[_Candidate]] = [[] for _ in self.lexicons]
        guarded: list[tuple[int, int, _Place]] = []
        barred: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        places = self._places
        for head, left, right in self._find_heads(folded.words):
            start = left + 1
            for place in places[head]:
                lexicon, entry, is_word, bars, guard, form = place
                end = right - 1 if is_word else _end(form, folded, start, right)
                if end < 0:
                    continue
                if guard:
                    if bars:
                        barred[entry].append((start, end))
                    else:
                        guarded.append((start, end, place))
                else:
                    found[lexicon].append((start, end, entry))
        reach = {entry: _reach(spans) for entry, spans in barred.items()}
        for start, end, (lexicon, entry, _, _, _, form) in guarded:
            if entry in reach and reach[entry](start) >= end:
                continue
            case = self._entries[entry].case
            if case == "any" or _case_holds(form, text, *folded.span(start, end), opens):
                found[lexicon].append((start, end, entry))
        return found


def _reach(spans: list[tuple[int, int]]) -> Callable[[int], int]:
    """Return how far the spans reach that begin at or before a place."""
    spans.sort()
    ends = [0, *accumulate((end for _, end in spans), max)]
    return lambda start: ends[bisect_right(spans, (start, ends[-1]))]


def _end(form: Form, folded: Folded, start: int, right: int) -> int:
    """Return where a form ends whose head ends at ``right``, or -1 if it does not stand here."""
    end = right - 1
    if form.tail:
        tail = form.tail.match(folded.words, right)
        if tail is None:
            return -1
        end = tail.end()
    return -1 if folded.walled.find(WALL, start, end) >= 0 else end


def _case_holds(form: Form, text: str, start: int, end: int, opens: Callable[[int], bool]) -> bool:
    """Say whether words are written as the entry asks: exactly so, or in lower case but for a sentence's first."""
    piece = text[start:end]
    if form.exact:
        return bool(form.exact.fullmatch(fold(piece, cased=True).words[1:-1]))
    return piece[1:] == piece[1:].lower() and (piece[0] == piece[0].lower() or opens(start))


def _longest(candidates: list[_Candidate]) -> list[_Candidate]:
    """Keep what does not overlap: longest first, then leftmost, then first in the table."""
    candidates.sort()
    if all(one[1] <= two[0] for one, two in pairwise(candidates)):
        return candidates
    kept: list[_Candidate] = []
    for candidate in sorted(candidates, key=lambda candidate: candidate[0] - candidate[1]):
        at = bisect_right(kept, candidate)
        if (not at or kept[at - 1][1] <= candidate[0]) and (at == len(kept) or candidate[1] <= kept[at][0]):
            kept.insert(at, candidate)
    return kept


def _sentence_opener(document: Document) -> Callable[[int], bool]:
    """Return a test for whether a word that starts at an offset is the first of its sentence."""

    def opens(start: int) -> bool:
        sentence = bisect_right(document.sentences, start, key=lambda sentence: sentence.start) - 1
        first = document.sentences[sentence].start if sentence >= 0 else start + 1
        return start - first <= _LOOK_BACK and bool(_OPENING.fullmatch(document.clean, first, start))

    return opens
