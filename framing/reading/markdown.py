"""Front matter and the marks of Markdown that stand at the start of a line."""

from __future__ import annotations

import re

from framing.types import Removed

FIELDS = ("title", "date", "outlet", "author", "url", "language")

_FRONT = re.compile(
    r"---[ \t]*\n((?:[ \t]*\n|[ \t#-][^\n]*\n|[\w -]{1,40}:[^\n]*\n){1,60})(?:---|\.\.\.)[ \t]*(?=\n|\Z)"
)
_PAIR = re.compile(r"(?m)^(\w[\w -]*):[ \t]*(.*?)[ \t]*$")
_MARK = re.compile(r"(?m)^(?:#{1,6}[ \t]+(?=\S)|(?:[-*_][ \t]*){3,}$|!\[[^\]\n]*\]\([^)\n]*\)[ \t]*$)")


def read_front_matter(text: str) -> tuple[dict[str, str], tuple[Removed, ...]]:
    r"""Read ``key: value`` lines between two ``---`` lines at the start of a text.

    Examples
    --------
    >>> read_front_matter("---\ntitle: 'A day'\n---\nIt rained.")
    ({'title': 'A day'}, (Removed(start=0, end=22, kind='front matter'),))
    >>> read_front_matter("It rained.")
    ({}, ())
    """
    match = _FRONT.match(text)
    if not match:
        return {}, ()
    pairs = {key.lower(): value.strip("\"'") for key, value in _PAIR.findall(match.group(1))}
    return {key: pairs[key] for key in FIELDS if pairs.get(key)}, (Removed(0, match.end(), "front matter"),)


def find_marks(text: str, start: int = 0) -> tuple[Removed, ...]:
    r"""Find heading marks, rules and pictures of Markdown from ``start`` on; emphasis stays as it is.

    Examples
    --------
    >>> find_marks("# A day\n")
    (Removed(start=0, end=2, kind='Markdown mark'),)
    """
    return tuple(Removed(m.start(), m.end(), "Markdown mark") for m in _MARK.finditer(text, start))
