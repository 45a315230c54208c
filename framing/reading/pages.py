"""A saved web page: its visible text, and which lines of it are the article."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from framing.errors import InputError
from framing.types import Removed

if TYPE_CHECKING:
    from collections.abc import Iterator

SHINGLE = 5
"""Words in a row by which a line is found again in the extracted article."""
COVERED = 0.8
"""Share of a line's shingles that must be in the article for the line to be of it."""
GAP = 12
"""Other lines in a row, inside the article, among which its credits may stand: more are a menu."""
AFTER = 2
"""Lines after the article that may be its credits."""

_UNSEEN = re.compile(
    "head|script|style|noscript|template|svg|math|canvas|iframe|object|audio|video|select|option|textarea|map"
)
_INLINE = re.compile(
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|img|ins|kbd|label|mark|q|rp|rt|ruby|s|samp|small|"
    "span|strike|strong|sub|sup|time|tt|u|var|wbr"
)
_HIDDEN = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Page:
    """What a web page holds; ``beside`` are removed lines that stand next to the article's own."""

    text: str
    removed: tuple[Removed, ...]
    beside: tuple[Removed, ...]
    title: str | None
    author: str | None
    date: str | None
    site: str | None
    url: str | None
    language: str | None


def read_page(html: str, *, where: str, url: str | None = None) -> Page:
    """Take a page's visible text, one block a line, and mark the lines that are not the article.

    Which lines are the article is what trafilatura keeps; the others are removed as
    "page furniture", so that the choice can be inspected. Those between the headline and
    the end of the article, where its byline and credits stand, are ``beside`` it.

    Raises
    ------
    InputError
        Where there is no article in the page.
    """
    import trafilatura
    from lxml import etree

    keep_quiet()
    source = html.encode("utf-8", "replace")
    root = etree.fromstring(source, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    lines = list(_visible_lines(root)) if root is not None else []
    found: Any = (
        trafilatura.bare_extraction(source, url=url, include_comments=False, with_metadata=True) if lines else None
    )
    kept = _kept(lines, found.text or "", found.title) if found else []
    if not any(kept):
        raise InputError(
            "no article was found in the page", where=where, hint="copy the article's text to a .txt file and give that"
        )
    near = _near(kept)
    furniture = list(_furniture(lines, kept))
    return Page(
        text="\n\n".join(lines),
        removed=tuple(slice_ for index, slice_ in furniture if index not in near),
        beside=tuple(slice_ for index, slice_ in furniture if index in near),
        title=found.title or None,
        author=found.author or None,
        date=found.date or None,
        site=found.sitename or None,
        url=found.url or url,
        language=root.get("lang") or None,
    )


def _visible_lines(root: Any) -> Iterator[str]:
    """Yield the text between block elements, blanks collapsed, unseen elements left out."""
    from lxml import etree

    line: list[str] = []
    unseen = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            line.append("" if unseen else element.tail or "")
            continue
        if not _INLINE.fullmatch(element.tag):
            if text := " ".join("".join(line).split()):
                yield text
            line.clear()
        if _is_unseen(element):
            unseen += 1 if event == "start" else -1
        if not unseen:
            line.append((element.text if event == "start" else element.tail) or "")
    if text := " ".join("".join(line).split()):
        yield text


def _is_unseen(element: Any) -> bool:
    return (
        _UNSEEN.fullmatch(element.tag) is not None
        or "hidden" in element.attrib
        or element.get("aria-hidden") == "true"
        or _HIDDEN.search(element.get("style", "")) is not None
    )


def _kept(lines: list[str], article: str, title: str | None) -> list[bool]:
    """Say whether each line is the headline, a line of the article, or mostly made of its words in a row."""
    whole = {_squash(line) for line in [*article.split("\n"), title or ""]} - {""}
    words = _WORD.findall(article.lower())
    known = set(_shingles(words))
    kept = []
    for line in lines:
        shingles = list(_shingles(_WORD.findall(line.lower())))
        covered = sum(shingle in known for shingle in shingles)
        kept.append(_squash(line) in whole or (bool(shingles) and covered >= COVERED * len(shingles)))
    return kept


def _squash(line: str) -> str:
    return "".join(_WORD.findall(line.lower()))


def _shingles(words: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[i:] for i in range(SHINGLE)), strict=False)


def _near(kept: list[bool]) -> set[int]:
    """Return which lines stand in small gaps of the article or right after it."""
    own = [index for index, keep in enumerate(kept) if keep]
    gaps = [range(before + 1, after) for before, after in pairwise(own) if after - before - 1 <= GAP]
    return {*range(own[-1] + 1, own[-1] + 1 + AFTER)}.union(*gaps)


def _furniture(lines: list[str], kept: list[bool]) -> Iterator[tuple[int, Removed]]:
    start = 0
    for index, line in enumerate(lines):
        if not kept[index]:
            yield index, Removed(start, start + len(line), "page furniture")
        start += len(line) + 2


@cache
def keep_quiet() -> None:
    """Keep trafilatura's log from standard error where nobody has asked for a log."""
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).addHandler(logging.NullHandler())
