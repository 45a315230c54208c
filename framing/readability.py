"""Length and difficulty of a text, counted in one pass by textstat's own definitions."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache
from string import digits
from sys import intern
from typing import Any, NamedTuple

from framing.types import Document, Readability

_NO_WORD = re.compile(r"'(?![tsd]|ve|ll|re)|[^\w\s']")
"""What textstat deletes before it counts words: all but letters and the apostrophes of contractions."""
_STOP = re.compile("[.!?]")
UNSTOPPED = 60
"""Words to a sentence, as textstat ends them, above which the full stops must be missing."""

INDICES = {
    "flesch_reading_ease": "flesch_reading_ease",
    "flesch_kincaid_grade": "flesch_kincaid_grade",
    "gunning_fog": "gunning_fog",
    "smog": "smog_index",
    "coleman_liau": "coleman_liau_index",
    "automated_readability": "automated_readability_index",
}
"""The indices by our name and by textstat's."""


class _Counts(NamedTuple):
    """What the indices are made of, as textstat counts it."""

    sentences: int
    chunks: int
    characters: int
    letters: int
    words: int
    long_words: int
    syllables: int
    polysyllables: int
    difficult_words: int


def measure_readability(document: Document) -> Readability:
    """Measure how long and how hard the body of an article is.

    Parameters
    ----------
    document : Document
        Headings and removed slices are left out; curly apostrophes count as straight.

    Returns
    -------
    Readability
        ``words``, ``sentences`` and ``words_per_sentence`` by our own tokens and
        sentences. All else as textstat 0.7 has it: ``syllables_per_word``;
        ``long_words``, words of more than six letters in per cent; Flesch reading
        ease (higher is easier, mostly 0–100) and five grade levels (US school years,
        higher is harder): Flesch–Kincaid, Gunning fog, SMOG, Coleman–Liau, ARI. ``None``
        throughout where there is no word; no index where textstat finds more than 60
        words to a sentence, as in a text that has lost its full stops.

    Notes
    -----
    Syllables come from CMUdict, and from pyphen's English hyphenation for words not in it.
    Known misses: textstat ends a sentence at every full stop (``U.S.``, ``3.5``) and drops
    "sentences" of one or two words, takes names for hard words, and SMOG was meant for
    thirty sentences or more. The indices see lengths, not meaning.
    Source: textstat 0.7.13, equal to the last digit.
    """
    body = body_text(document)
    counts = _count(body)
    is_word = document.tokens.is_word
    bodies = [not paragraph.heading for paragraph in document.paragraphs]
    words_in = (is_word.count(1, s.first, s.last) for s in document.sentences if bodies[s.paragraph])
    lengths = [words for words in words_in if words]
    if not counts.words or not lengths:
        return Readability(0, 0, *[None] * (3 + len(INDICES)))
    return Readability(
        words=sum(lengths),
        sentences=len(lengths),
        words_per_sentence=sum(lengths) / len(lengths),
        syllables_per_word=counts.syllables / counts.words,
        long_words=100 * counts.long_words / counts.words,
        **(_indices(counts) if counts.words <= UNSTOPPED * counts.sentences else dict.fromkeys(INDICES)),
    )


def body_text(document: Document) -> str:
    """Return the paragraphs that are not headings, one a line, with straight apostrophes."""
    kept = (document.clean[p.start : p.end] for p in document.paragraphs if not p.heading)
    return "\n".join(kept).replace("’", "'")


def _count(text: str) -> _Counts:
    chunks = text.split()
    if not chunks:
        return _Counts(*[0] * len(_Counts._fields))
    tally = "".join(map(_TALLIES.__getitem__, chunks))
    sentences = sum(part.count("w") > 2 for part in tally.split("."))
    characters = len("".join(chunks))
    letters = characters - tally.count("-")
    return _Counts(max(1, sentences), len(chunks), characters, letters, *map(tally.count, _COUNTED))


def _indices(n: _Counts) -> dict[str, float]:
    """Return the formulas of textstat, term by term in its order, so that floats agree."""
    sentence_length = n.words / n.sentences
    syllables = n.syllables / n.words
    letters = n.letters / n.words * 100
    sentences = n.sentences / n.words * 100
    return {
        "flesch_reading_ease": 206.835 - 1.015 * sentence_length - 84.6 * syllables if syllables else 0.0,
        "flesch_kincaid_grade": 0.39 * sentence_length + 11.8 * syllables - 15.59 if syllables else 0.0,
        "gunning_fog": 0.4 * (sentence_length + 100 * n.difficult_words / n.words),
        "smog": 1.043 * (30 * (n.polysyllables / n.sentences)) ** 0.5 + 3.1291,
        "coleman_liau": 0.058 * letters - 0.296 * sentences - 15.8 if letters else 0.0,
        "automated_readability": 4.71 * (n.characters / n.chunks) + 0.5 * sentence_length - 21.43,
    }


# ── words ────────────────────────────────────────────────────────────────────


_COUNTED = "WLsPD"
"""Marks of a tally: word, long word, syllable, polysyllable, difficult word."""


class _Tallies(dict[str, str]):
    """Tallies of the stretches seen so far; starts afresh when it is full."""

    def __missing__(self, chunk: str) -> str:
        if len(self) >= 1 << 17:
            self.clear()
        if not 1 < len(chunk) < 40:
            tally = _tally(chunk)
        elif chunk[-1] in _AFTER:  # "talks." and "talks," cost little more than "talks"
            tally = self[chunk[:-1]] + _AFTER[chunk[-1]]
        elif chunk[0] in _BEFORE:
            tally = "-" + self[chunk[1:]]
        else:
            tally = _tally(chunk)
        self[chunk] = tally = intern(tally)
        return tally


_TALLIES = _Tallies()
_BEFORE = frozenset('“"(')
_AFTER = {**dict.fromkeys(',;:)"”', "-"), **dict.fromkeys(".!?", ".-")}
"""Marks around a word, and what those behind it add to its tally."""


def _tally(chunk: str) -> str:
    """Return what one stretch of text without a space adds to textstat's counts, one mark for each thing.

    ``w`` and ``.`` are the words and stops of sentences (``U.S.`` is ``w.w.``, though one
    word elsewhere), ``-`` is a character that is no letter; for the rest see `_COUNTED`.
    """
    parts = [chunk] if chunk.isalpha() else [_NO_WORD.sub("", part) for part in _STOP.split(chunk)]
    shape = ".".join("w" if part else "" for part in parts)
    word = "".join(parts)
    if not word:
        return shape + "-" * len(chunk)
    low = word.lower()
    bare = low if low.isalpha() else _NO_WORD.sub("", low)  # lower-casing may part a letter from its dot
    syllables = _syllables(low)
    difficult = (syllables if bare == low else _syllables(bare)) >= 3 and low not in _easy_words()
    letters = len(word) - word.count("'")
    marks = "-" * (len(chunk) - letters) + "s" * syllables
    return f"{shape}{marks}W{'L' * (letters > 6)}{'P' * (syllables >= 3)}{'D' * difficult}"


# ── syllables ────────────────────────────────────────────────────────────────


@lru_cache(maxsize=1 << 17)
def _syllables(word: str) -> int:
    try:
        return _in_cmudict(word)
    except KeyError:
        return _hyphens(word) + 1


def _in_cmudict(word: str) -> int:
    lines = _syllable_table()
    key = word + "\t"
    position = bisect_left(lines, key)
    if position == len(lines) or not lines[position].startswith(key):
        raise KeyError(word)
    return int(lines[position][len(key) :])


def _hyphens(word: str) -> int:
    """Return how often pyphen would hyphenate a word (Liang's algorithm: odd values are breaks)."""
    dotted = f".{word}."
    values = [0] * (len(dotted) + 1)
    patterns = _hyphenation()
    for start in range(len(dotted)):
        for end in range(start + 1, len(dotted) + 1):
            pattern = patterns.get(dotted[start:end])
            if pattern is None:
                break
            at = start
            for char in pattern:
                if char.isdigit():
                    values[at] = max(values[at], int(char))
                else:
                    at += 1
    return sum(value % 2 for value in values[3 : len(word)])


@cache
def _syllable_table() -> list[str]:
    """Return the sorted lines ``word<tab>syllables``: searched as they are, they load four times as fast as a dict."""
    import gzip
    from importlib.resources import files

    return gzip.decompress((files("framing.data") / "syllables.tsv.gz").read_bytes()).decode().splitlines()


@cache
def _hyphenation() -> dict[str, str]:
    """Return pyphen's English patterns by their letters, and empty ones by the letters that others begin with."""
    lines = _shipped_with("pyphen", "dictionaries/hyph_en_US.dic")[1:]
    letters = str.maketrans("", "", digits)
    patterns = {
        line.translate(letters): line for line in lines if not line.startswith(("%", "#")) and "HYPHENMIN" not in line
    }
    return {begun[:end]: "" for begun in patterns for end in range(1, len(begun))} | patterns


@cache
def _easy_words() -> frozenset[str]:
    """Return textstat's Dale–Chall list."""
    return frozenset(_shipped_with("textstat", "resources/en/easy_words.txt"))


def _shipped_with(package: str, file: str) -> list[str]:
    """Return the lines of a file in a package that is not imported: textstat alone would take two seconds."""
    from importlib.util import find_spec
    from pathlib import Path

    spec = find_spec(package)
    assert spec is not None
    assert spec.submodule_search_locations
    lines = Path(spec.submodule_search_locations[0], file).read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines]


# ── the reference ────────────────────────────────────────────────────────────


class _Pronunciations:
    """Our syllable table in the shape of NLTK's CMUdict: word → pronunciations → phones."""

    def __getitem__(self, word: str) -> list[list[str]]:
        return [["0"] * _in_cmudict(word)]


def textstat_indices(text: str) -> dict[str, float]:
    """Return the six indices by textstat itself, the reference for `measure_readability`.

    textstat would download CMUdict through NLTK; it is given our table instead, so
    nothing is asked of the network.

    Examples
    --------
    >>> round(textstat_indices("The envoys met. They agreed to meet again in the spring.")["smog"], 4)
    3.1291
    """
    import importlib

    import textstat

    counts: Any = importlib.import_module("textstat.backend.counts._count_syllables")
    counts.get_cmudict = lambda lang: _Pronunciations()
    return {name: getattr(textstat, theirs)(text) for name, theirs in INDICES.items()}
