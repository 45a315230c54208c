"""Front matter and the marks of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from framing.types import Removed

FIELDS = {
    "title": ("title",),
    "date": ("date",),
    "outlet": ("outlet", "publisher", "site", "source"),
    "author": ("author", "byline"),
    "url": ("url",),
    "language": ("language", "lang"),
}
"""Fields of an article and the keys they may have in front matter, the surest first."""
MARK = "Markdown mark"

_FRONT = re.compile(
    r"---[ \t]*\n((?:[ \t]*\n|[ \t#-][^\n]*\n|[\w -]{1,40}:[^\n]*\n){1,60})(?:---|\.\.\.)[ \t]*(?=\n|\Z)"
)
_PAIR = re.compile(r"(?m)^(\w[\w -]*):[ \t]*(.*?)[ \t]*$")
_ADDRESS = re.compile(r"https?://")
_PICTURE = r"!\[[^\[\]\n]*\]\([^()\n]*\)"
_TARGET = r"""\((?:[^()\s]|\([^()\s]*\))*(?:[ ]"[^"\n]*")?\)"""
_MARK = re.compile(
    rf"""(?mx)
    ^(?: [ ]{{0,3}}\#{{1,6}}[ \t]+(?=\S)          # a heading
       | (?:[ \t]*[-*_]){{3,}}[ \t]*$             # a rule
       | [ \t]*(?:```|~~~)[^\n]*$                 # a fence
       | (?:[ \t]*>)+[ \t]?                       # a quotation
       | [ \t]*\|[^\n]*\|[ \t]*$                  # a row of a table
       | [ ]{{0,3}}\[[^\]\n]+\]:[ \t]+\S[^\n]*$   # the address of a link
    )
    | {_PICTURE}
    | (?P<open>\[)(?:{_PICTURE}|[^\[\]\n])*(?P<close>\](?:{_TARGET}|\[[^\[\]\n]*\]))
    | <https?://[^\s<>]+>
    """
)
_BREAK_OR_RUN = re.compile(r"\n[ \t]*\n|\*{1,3}|_{1,3}|~~|`{1,2}")


def read_front_matter(text: str) -> tuple[dict[str, Any], tuple[Removed, ...]]:
    r"""Read ``key: value`` lines between two ``---`` lines at the start of a text.

    Examples
    --------
    >>> read_front_matter("---\ntitle: 'A day'\nsource: The Example\n---\nIt rained.")
    ({'title': 'A day', 'outlet': 'The Example'}, (Removed(start=0, end=42, kind='front matter'),))
    >>> read_front_matter("It rained.")
    ({}, ())
    """
    match = _FRONT.match(text)
    if not match:
        return {}, ()
    pairs = {key.lower(): value.strip("\"'") for key, value in _PAIR.findall(match.group(1))}
    front: dict[str, Any] = {}
    for field, keys in FIELDS.items():
        values = [pairs[key] for key in keys if pairs.get(key)]
        if field == "outlet":
            values = [value for value in values if not _ADDRESS.match(value)]
        if values:
            front[field] = values[0]
    return front, (Removed(0, match.end(), "front matter"),)


def find_marks(text: str, start: int = 0) -> tuple[Removed, ...]:
    r"""Find the marks of Markdown from ``start`` on, sorted and apart.

    Of a link the brackets and the address go and its text stays; pictures and rows of
    tables go whole. Bullets and numbers of lists stay: they tell an item from a heading.
    Emphasis is only seen at the edges of words, so ``snake_case`` and ``2*3`` stay.

    Examples
    --------
    >>> from framing.reading.cuts import Kept
    >>> text = "# A *fine* [day](x.html)\n"
    >>> Kept(text, find_marks(text)).text
    'A fine day\n'
    """
    found: list[Removed] = []
    end = start
    for mark in sorted([*_blocks_and_links(text, start), *_emphasis(text, start)]):
        if mark[0] >= end:
            end = mark[1]
            found.append(Removed(*mark, MARK))
    return tuple(found)


def _blocks_and_links(text: str, start: int) -> Iterator[tuple[int, int]]:
    at = start
    while match := _MARK.search(text, at):
        if match["open"]:
            yield match.span("open")
            yield match.span("close")
            at = match.end("open")
        else:
            yield match.span()
            at = match.end()


def _emphasis(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Find pairs of equal runs, one before a word and one after it, in one paragraph."""
    opened: dict[str, tuple[int, int]] = {}
    for run in _BREAK_OR_RUN.finditer(text, start):
        mark, before, after = run.group(), text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
        if mark[0] == "\n":
            opened.clear()
        elif mark in opened and not before.isspace() and not after.isalnum():
            yield opened.pop(mark)
            yield run.span()
        elif after and not after.isspace() and not before.isalnum():
            opened[mark] = run.span()
