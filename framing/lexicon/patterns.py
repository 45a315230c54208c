"""The grammar of patterns, and patterns made ready for the matcher.

Words separated by single spaces; ``*`` ends a word that may go on; ``a|b`` are
alternatives in one place.
"""

from __future__ import annotations

import re
from itertools import product
from typing import NamedTuple

from framing.errors import LexiconError
from framing.lexicon.folding import LAST, fold
from framing.types import Entry

CASES = ("any", "lower", "exact")
_ALLOWED = (
    "write letters, digits and ' only, one space between words, a|b for alternatives, * to end a word that may go on"
)
_WORD = re.compile(r"(?:[^\W_]|(?<=[^\W_])')+\*?")
_STEM = 2
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


def compile_entry(entry: Entry, where: str = "") -> tuple[list[Form], list[Form]]:
    """Return the forms of an entry, and those of the phrases in which it does not count.

    Raises
    ------
    LexiconError
        Where a pattern, an exclusion or the case is not as the grammar allows.
    """
    if entry.case not in CASES:
        raise LexiconError(f"unknown case {entry.case!r}", where=where, hint="choose from: " + ", ".join(CASES))
    forms = [_form(words, exact=entry.case == "exact") for words in expand(entry.pattern, where)]
    excluded = [_form(words, exact=False) for phrase in entry.exclude for words in expand(phrase, where)]
    return forms, excluded


def expand(pattern: str, where: str = "") -> list[tuple[str, ...]]:
    """Write a pattern's alternatives out.

    Examples
    --------
    >>> expand("safeguard|protect stabilit*")
    [('safeguard', 'stabilit*'), ('protect', 'stabilit*')]
    >>> expand("state-run")
    Traceback (most recent call last):
        ...
    framing.errors.LexiconError: 'state-run' in pattern 'state-run' is no word; write letters, ...
    """
    places = [place.split("|") for place in pattern.split(" ")]
    for word in (word for place in places for word in place):
        if not _WORD.fullmatch(word):
            raise LexiconError(f"{word!r} in pattern {pattern!r} is no word", where=where, hint=_ALLOWED)
        if max(word) > LAST:
            hint = "only letters of Latin-1 (up to ÿ) can be matched"
            raise LexiconError(f"{word!r} in pattern {pattern!r} has foreign letters", where=where, hint=hint)
        if word.endswith("*") and len(word) <= _STEM:
            hint = f"give at least {_STEM} letters before the *"
            raise LexiconError(f"{word!r} in pattern {pattern!r} matches too much", where=where, hint=hint)
    words = list(dict.fromkeys(product(*places)))
    if len(words) > _MOST:
        hint = f"write at most {_MOST}, or several entries"
        raise LexiconError(f"pattern {pattern!r} has {len(words)} readings", where=where, hint=hint)
    return words


def _form(words: tuple[str, ...], *, exact: bool) -> Form:
    text = " ".join(words)
    literal, star, rest = text.partition("*")
    head = b" " + _bytes(literal) + (b"" if star else b" ")
    tail = re.compile(_regex(star + rest) + b"(?= )") if star else None
    cased = re.compile(_regex(text, cased=True)) if exact else None
    return Form(head, tail, cased, is_word=not star and b" " not in _bytes(text))


def _bytes(text: str, *, cased: bool = False) -> bytes:
    return fold(text, cased=cased).words[1:-1]


def _regex(text: str, *, cased: bool = False) -> bytes:
    return rb"[^ ]*".join(re.escape(_bytes(piece, cased=cased)) for piece in text.split("*"))
