"""Text as one byte per code point, so that a place in the bytes is a place in the text.

Letters and digits are lower-cased, whitespace and hyphens become spaces, everything else
becomes a wall that no phrase crosses. Letters outside Latin-1 become one byte that no
pattern holds; soft hyphens and their like are dropped, and `Folded.span` knows where.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple
from unicodedata import category

WALL, LETTER, IGNORED, POSSESSIVE = b".", b"?", b"\xad", b"~"
LAST = "\xff"

_COMMON = (("?", "!"), ("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("–", "-"), ("—", "!"), ("…", "!"))
_ABBREVIATIONS = (("U.S.", "U\xadS\xad"), ("U.N.", "U\xadN\xad"), ("U.K.", "U\xadK\xad"), ("E.U.", "E\xadU\xad"))
_DASH = re.compile(rb"-(?:-+|(?<= -)(?= ))")
_APOSTROPHE = re.compile(rb"'(?:s(?=[-. '])|(?=[-. '])|(?<=[-. ]'))")
_REPEATED, _IGNORED = re.compile(rb"  +"), re.compile(rb"\xad+")


def _table(*, cased: bool) -> bytes:
    def fold(char: str) -> str:
        if char in f"'-{IGNORED.decode('latin-1')}{LETTER.decode()}":
            return char
        if char.isalnum():
            return char if cased else char.lower()
        return " " if char.isspace() else WALL.decode()

    return "".join(fold(chr(byte)) for byte in range(256)).encode("latin-1")


_LOWERED, _CASED = _table(cased=False), _table(cased=True)
_OPENED = bytes.maketrans(WALL + POSSESSIVE + b"-", b"   ")


class Folded(NamedTuple):
    """A folded text. Both forms begin and end with a wall and have the same length.

    In ``words`` everything between words is a space; ``walled`` keeps walls and possessive
    endings apart. ``cuts`` and ``shifts`` say where characters were dropped, and how many
    up to there.
    """

    words: bytes
    walled: bytes
    cuts: list[int]
    shifts: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Turn a slice of the folded bytes into a slice of the text."""
        if not self.cuts:
            return start - 1, end - 1
        shifts, cuts = self.shifts, self.cuts
        return start - 1 + shifts[bisect_right(cuts, start)], end - 1 + shifts[bisect_right(cuts, end - 1)]


def fold(text: str, walls: Iterable[tuple[int, int]] = (), *, cased: bool = False) -> Folded:
    """Fold a text; nothing matches in or across the slices in ``walls``.

    Examples
    --------
    >>> fold("Beijing’s “win-win” talks").words
    b' beijing    win win  talks '
    """
    walled = WALL + _narrow(text).translate(_CASED if cased else _LOWERED) + WALL
    walled = _DASH.sub(lambda found: WALL * len(found[0]), walled)
    if b"'" in walled:
        walled = _APOSTROPHE.sub(lambda found: POSSESSIVE * len(found[0]), walled)
    built = bytearray(walled)
    for start, end in walls:
        built[start + 1 : end + 1] = WALL * (end - start)
    walled = bytes(built)
    cuts: list[int] = []
    shifts = [0]
    if b"  " in walled or IGNORED in walled:
        walled, cuts, shifts = _squeeze(walled)
    return Folded(walled.translate(_OPENED), walled, cuts, shifts)


def _narrow(text: str) -> bytes:
    """Encode as Latin-1, with the nearest thing in Latin-1 for every other character."""
    for char, plain in _COMMON:
        text = text.replace(char, plain)
    if "U." in text:
        for abbreviation, plain in _ABBREVIATIONS:
            text = text.replace(abbreviation, plain)
    narrow = text.encode("latin-1", "replace")
    at = narrow.find(LETTER)
    if at < 0:
        return narrow
    built = bytearray(narrow)
    while at >= 0:
        built[at] = _nearest(text[at])
        at = narrow.find(LETTER, at + 1)
    return bytes(built)


@lru_cache(maxsize=4096)
def _nearest(char: str) -> int:
    kind = category(char)
    if kind == "Cf":
        return IGNORED[0]
    if kind == "Pd":
        return ord("-")
    if char in "\u02bc\u2032":
        return ord("'")
    if kind[0] in "LMN":
        return LETTER[0]
    return ord(" ") if kind[0] == "Z" else WALL[0]


def _squeeze(walled: bytes) -> tuple[bytes, list[int], list[int]]:
    """Drop repeated spaces and ignored characters, keeping count."""
    runs = [found.span() for found in _IGNORED.finditer(walled)] if IGNORED in walled else []
    if b"  " in walled:
        runs += [(found.start() + 1, found.end()) for found in _REPEATED.finditer(walled)]
    kept, cuts, shifts, at = [], [], [0], 0
    for start, end in sorted(runs):
        kept.append(walled[at:start])
        cuts.append(start - shifts[-1])
        shifts.append(shifts[-1] + end - start)
        at = end
    kept.append(walled[at:])
    return b"".join(kept), cuts, shifts
