"""What every dictionary format is read into: entries with their category, checked alike."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from operator import attrgetter
from typing import NamedTuple

from framing.errors import LexiconError
from framing.lexicon.patterns import check_entry
from framing.types import Entry

Category = tuple[str, ...]
"""The names of a category, from the outermost in."""

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_HYPHENS = re.compile(r"[-‐‑\s]+")


class Item(NamedTuple):
    """An entry as it stands in a file, or with no entry the head of a category."""

    category: Category
    entry: Entry | None
    where: str


Found = Item | LexiconError
"""What a reader yields: an item, or an entry that cannot be held."""


class Gathered(NamedTuple):
    """Checked entries by category, what cannot be held, and the entries whose hyphens became spaces."""

    categories: dict[Category, tuple[Entry, ...]]
    faults: list[LexiconError]
    hyphened: list[str]


def decode(data: bytes, where: str) -> str:
    r"""Return the text of a file in UTF-8, UTF-16 with its mark, or Windows-1252, every line end as ``\n``.

    Raises
    ------
    LexiconError
        If it is none of them.
    """
    marked = [(bom, encoding) for bom, encoding in _BOMS if data.startswith(bom)]
    for bom, encoding in marked or [(b"", "utf-8"), (b"", "cp1252")]:
        with suppress(UnicodeDecodeError):
            text = data.removeprefix(bom).decode(encoding)
            if "\0" not in text:
                return text.replace("\r\n", "\n").replace("\r", "\n")
    raise LexiconError("this is no text in UTF-8, UTF-16 or Windows-1252", where=where, hint="save it as UTF-8")


def rows_of(text: str, where: str, delimiter: str = ",") -> Iterator[tuple[list[str], str]]:
    """Yield the rows of a table that are not empty, their cells stripped, and where each stands.

    Raises
    ------
    LexiconError
        Where quotation marks are not as CSV has them, or a cell runs over a line's end.
    """
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for number, row in enumerate(rows, start=1):
            place = f"{where}, line {rows.line_num}"
            if rows.line_num > number:
                raise LexiconError("a cell of more than one line", where=place, hint="write each entry on one line")
            if any(cells := [cell.strip() for cell in row]):
                yield cells, place
    except csv.Error as error:
        hint = 'check the quotation marks " of the line'
        raise LexiconError(f"this is no table ({error})", where=f"{where}, line {rows.line_num}", hint=hint) from error


def gather(found: Iterable[Found]) -> Gathered:
    """Check entries and sort them into their categories; what stands twice in a category counts once.

    Raises
    ------
    LexiconError
        If a category has two heads.
    """
    kept: dict[Category, dict[Entry, None]] = {}
    heads: dict[Category, str] = {}
    filled: set[Category] = set()
    faults: list[LexiconError] = []
    hyphened: list[str] = []
    for item in found:
        if isinstance(item, LexiconError):
            faults.append(item)
            continue
        category, entry, where = item
        entries = kept.setdefault(category, {})
        if entry is None:
            if category in heads:
                hint = "give one of them another name"
                raise LexiconError(f"the category {category[-1]!r} stands twice", where=where, hint=hint)
            heads[category] = where
            filled |= {category[:depth] for depth in range(len(category))}
            continue
        filled.add(category)
        tidy = _tidied(entry)
        try:
            check_entry(tidy, where)
        except LexiconError as error:
            faults.append(error)
        else:
            entries[tidy] = None
            if "-" in entry.pattern:
                hyphened.append(entry.pattern)
    faults += [
        LexiconError(f"the category {category[-1]!r} is empty", where=where, hint="fill it")
        for category, where in heads.items()
        if category not in filled
    ]
    categories = {category: tuple(sorted(entries, key=_pattern)) for category, entries in kept.items() if entries}
    return Gathered(categories, faults, hyphened)


_pattern = attrgetter("pattern")


def _tidied(entry: Entry) -> Entry:
    """Write an entry as our tables do: a hyphen is a space, an apostrophe is straight, a note is one line."""
    pattern, *exclude = (
        _HYPHENS.sub(" ", words.replace("’", "'")).strip() for words in (entry.pattern, *entry.exclude)
    )
    return Entry(pattern, entry.case, tuple(exclude), " ".join(entry.note.split()))
