"""Articles cut into lines of one measure, by the widths of the face they are set in.

A line of an article is data: cut once, numbered once, the same in every output.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

MEASURE = 24.0
HEADING = 0.94
_LETTERS_A_LINE = 50
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_SPACE = r"[^\S\u00a0\u202f\u2007]"
_PIECE = re.compile(rf"(?:(?!{_SPACE}).)*?(?:[^\W\d_]-(?=[^\W\d_])|—)|(?:(?!{_SPACE}).)+{_SPACE}*|{_SPACE}+")


def cut(text: str, measure: float = MEASURE) -> list[tuple[int, int]]:
    """Cut a paragraph into lines no wider than ``measure`` em; the lines join to the text.

    Breaks come after spaces, after an em dash and after a hyphen inside a word; a word
    wider than a line is broken where it is full.

    Examples
    --------
    >>> text = "one two " * 20
    >>> "".join(text[start:end] for start, end in cut(text)) == text
    True
    """
    widths = _widths()
    lines = []
    start, used = 0, 0.0
    for piece in _PIECE.finditer(text):
        ink = sum(_width(char, widths) for char in piece[0].rstrip())
        if used + ink > measure and piece.start() > start:
            lines.append((start, piece.start()))
            start, used = piece.start(), 0.0
        if ink > measure:
            for at in range(piece.start(), piece.end()):
                wide = _width(text[at], widths)
                if used + wide > measure and at > start:
                    lines.append((start, at))
                    start, used = at, 0.0
                used += wide
        else:
            used += sum(_width(char, widths) for char in piece[0])
    if start < len(text):
        lines.append((start, len(text)))
    return lines


def plain(text: str) -> str:
    r"""Write white space and control characters as spaces and leave out invisible ones.

    Examples
    --------
    >>> plain("a\tb\x07c\u200bd")
    'a b cd'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(char) for char in text)


def word_count(text: str) -> int:
    """Count the words of a text that was not parsed, as taken off.

    Examples
    --------
    >>> word_count("Source: People’s Republic – 5 p.m.")
    6
    """
    return sum(1 for _ in _WORD.finditer(text))


def _shown(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Cf" or "\ufe00" <= char <= "\ufe0f":
        return ""
    if category in ("Cs", "Co", "Cn"):
        return "\N{REPLACEMENT CHARACTER}"
    return " " if category in ("Cc", "Zl", "Zp", "Zs") else char


def _width(char: str, widths: Mapping[str, float]) -> float:
    known = widths.get(" " if char.isspace() else char)
    if known is not None:
        return known
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(char) in "WF":
        return 1.0
    return MEASURE / _LETTERS_A_LINE if not char.isupper() else 0.7


@cache
def _widths() -> dict[str, float]:
    """Advance widths of Source Serif in em, by character; empty without the font."""
    try:
        from font_source_serif_pro import font_files_ttf
        from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
    except ImportError:
        return {}
    with TTFont(font_files_ttf["SourceSerifPro"], lazy=True) as font:
        advances = font["hmtx"].metrics
        em = font["head"].unitsPerEm
        return {chr(code): advances[name][0] / em for code, name in font.getBestCmap().items()}
