"""The grammar of patterns, and patterns made ready for the matcher.

Words separated by single spaces; ``*`` ends a word that may go on; ``a|b`` are
alternatives in one place.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from math import prod
from typing import NamedTuple

from framing.errors import LexiconError
from framing.lexicon.folding import LAST, fold
from framing.types import Entry

CASES = ("any", "lower", "exact")

_WORD = r"(?:[^\W_]|(?<=[^\W_])')+(?:(?<=\w\w)\*)?"
_PLACE = rf"{_WORD}(?:\|{_WORD})*"
_PATTERN = re.compile(rf"{_PLACE}(?: {_PLACE})*")
_GRAMMAR = (
    "write letters, digits and ' only, one space between words, a|b for alternatives, "
    "* to end a word of two letters or more that may go on"
)
_MOST = 5000


class Form(NamedTuple):
    """One way to read a pattern: ``head`` is looked for, ``tail`` must follow it.

    ``exact`` is what the cased words must be. ``is_word`` is set where the head alone is
    the match, with nothing inside that could be a wall.
    """

    head: bytes
    tail: re.Pattern[bytes] | None
    exact: re.Pattern[bytes] | None
    is_word: bool


def check_entry(entry: Entry, where: str = "") -> None:
    """Check an entry's pattern, case and exclusions.

    Raises
    ------
    LexiconError
        Where they are not as the grammar allows.

    Examples
    --------
    >>> check_entry(Entry("state-run"), "mine/entries.tsv, line 2")
    Traceback (most recent call last):
        ...
    framing.errors.LexiconError: mine/entries.tsv, line 2: pattern 'state-run' has 'state-run' in it, ...
    """
    if entry.case not in CASES:
        raise LexiconError(f"unknown case {entry.case!r}", where=where, hint="choose from: " + ", ".join(CASES))
    for pattern in (entry.pattern, *entry.exclude):
        if fault := _fault(pattern):
            raise LexiconError(f"pattern {pattern!r} has {fault[0]}", where=where, hint=fault[1])


@lru_cache(maxsize=1 << 14)
def _fault(pattern: str) -> tuple[str, str] | None:
    """Return what is wrong with a pattern and what is allowed, if anything is."""
    if not _PATTERN.fullmatch(pattern):
        wrong = next(word for word in re.split("[ |]", pattern) if not re.fullmatch(_WORD, word))
        return f"{wrong!r} in it, no word", _GRAMMAR
    if max(pattern) > LAST:
        return f"the letter {max(pattern)!r}", f"only letters up to {LAST} (Latin-1) can be matched"
    readings = prod(place.count("|") + 1 for place in pattern.split(" "))
    if readings > _MOST:
        return f"{readings} readings", f"write at most {_MOST}, or several entries"
    return None


_WRITTEN_OUT = 24
"""Readings up to which a pattern is looked for as it is; of more, its first words are, and the rest is checked."""
_HEAD = 2
"""Words that are looked for of a pattern with many readings."""


def expand(pattern: str) -> list[tuple[str, ...]]:
    """Write a pattern's alternatives out.

    Examples
    --------
    >>> expand("safeguard|protect stabilit*")
    [('safeguard', 'stabilit*'), ('protect', 'stabilit*')]
    """
    return list(dict.fromkeys(product(*(place.split("|") for place in pattern.split(" ")))))


def compile_pattern(pattern: str, *, exact: bool = False) -> list[Form]:
    """Make a checked pattern ready for the matcher."""
    if exact or "*" in pattern:
        return [_form(words, exact=exact) for words in expand(pattern)]
    places = [[_bytes(word) for word in place.split("|")] for place in pattern.split(" ")]
    many = prod(map(len, places)) > _WRITTEN_OUT
    heads = dict.fromkeys(b" %b " % b" ".join(words) for words in product(*(places[:_HEAD] if many else places)))
    if not many or len(places) <= _HEAD:
        return [Form(head, None, None, b" " not in head[1:-1]) for head in heads]
    rest = b" ".join(b"(?:%b)" % b"|".join(map(re.escape, place)) for place in places[_HEAD:])
    tail = re.compile(rest + b"(?= )")
    return [Form(head, tail, None, is_word=False) for head in heads]


def _form(words: tuple[str, ...], *, exact: bool) -> Form:
    literal, star, rest = " ".join(words).partition("*")
    head = b" " + _bytes(literal) + (b"" if star else b" ")
    tail = re.compile(_regex(star + rest) + b"(?= )") if star else None
    cased = re.compile(_regex(" ".join(words), cased=True)) if exact else None
    return Form(head, tail, cased, is_word=not star and b" " not in head[1:-1])


def _bytes(text: str, *, cased: bool = False) -> bytes:
    if text.replace(" ", "").isalnum():
        return (text if cased else text.lower()).encode("latin-1")
    return b" ".join([_word(word, cased) for word in text.split(" ")])


@lru_cache(maxsize=1 << 14)
def _word(word: str, cased: bool) -> bytes:
    if word.isalnum():
        return (word if cased else word.lower()).encode("latin-1")
    return fold(word, cased=cased).words[1:-1]


def _regex(text: str, *, cased: bool = False) -> bytes:
    return rb"[^ ]*".join(re.escape(_bytes(piece, cased=cased)) for piece in text.split("*"))
