"""What every dictionary format is read into: entries with their category, checked alike."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple

from framing.errors import LexiconError
from framing.lexicon.patterns import check_entry
from framing.types import Entry

Refuse = Callable[[LexiconError], None]
"""What to do with an entry that cannot be held: raise its error, or note it and go on."""

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_HYPHENS = re.compile(r"[-‐‑–—\s]+")


class Item(NamedTuple):
    """An entry as it stands in a file: the names of its category from the outermost in, and the place."""

    category: tuple[str, ...]
    entry: Entry
    where: str


def decode(data: bytes, where: str) -> str:
    """Return the text of a file in UTF-8, UTF-16 with its mark, or Windows-1252, every line end as ``\\n``."""
    for bom, encoding in (*_BOMS, (b"", "utf-8"), (b"", "cp1252")):
        if data.startswith(bom):
            try:
                text = data.removeprefix(bom).decode(encoding)
            except UnicodeDecodeError:
                continue
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise LexiconError("this is no text in UTF-8, UTF-16 or Windows-1252", where=where, hint="save it as UTF-8")


def stop(error: LexiconError) -> None:
    """Refuse an entry by giving up."""
    raise error


def gather(items: Iterable[Item], refuse: Refuse) -> dict[tuple[str, ...], tuple[Entry, ...]]:
    """Sort checked entries into their categories; what is no pattern of ours is refused, what stands twice is one."""
    found: dict[tuple[str, ...], dict[Entry, None]] = {}
    for category, entry, where in items:
        entry = replace(entry, pattern=tidy(entry.pattern), exclude=tuple(map(tidy, entry.exclude)))
        try:
            check_entry(entry, where)
        except LexiconError as error:
            refuse(error)
        else:
            found.setdefault(category, {})[entry] = None
    return {category: tuple(sorted(entries, key=lambda entry: entry.pattern)) for category, entries in found.items()}


def tidy(pattern: str) -> str:
    """Write a pattern as our tables do: a hyphen is a space, an apostrophe is straight.

    Examples
    --------
    >>> tidy(" so-called  people’s ")
    "so called people's"
    """
    return _HYPHENS.sub(" ", pattern.replace("’", "'")).strip()
