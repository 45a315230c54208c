"""A spreadsheet saved as CSV or TSV: one pattern a row."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from framing.errors import LexiconError
from framing.lexicon.formats.items import Item, Refuse
from framing.types import Entry

COLUMNS = ("pattern", "case", "exclude", "note", "category")
_DELIMITERS = "\t;,"


def read(text: str, where: str, refuse: Refuse) -> Iterator[Item]:
    """Read a table whose first row names its columns, or a bare list of patterns."""
    lines = text.split("\n")
    delimiter = next((mark for mark in _DELIMITERS if mark in lines[0]), "\t")
    rows = csv.reader(lines, delimiter=delimiter)
    header: list[str] = []
    for cells in rows:
        place = f"{where}, line {rows.line_num}"
        cells = [cell.strip() for cell in cells]
        if not any(cells):
            continue
        if not header:
            header, is_bare = _header(cells, place)
            if not is_bare:
                continue
        if len(cells) > len(header) and any(cells[len(header) :]):
            refuse(LexiconError(f"{len(cells)} cells under {len(header)} columns", where=place, hint=_hint()))
            continue
        row = dict(zip(header, cells, strict=False))
        exclude = tuple(phrase.strip() for phrase in row.get("exclude", "").split(";") if phrase.strip())
        entry = Entry(row["pattern"], row.get("case", "").lower() or "any", exclude, row.get("note", ""))
        category = row.get("category", "")
        yield Item((category,) if category else (), entry, place)


def _header(cells: list[str], where: str) -> tuple[list[str], bool]:
    """Return the names of the columns, and whether the row is a first entry instead."""
    names = [cell.lower() for cell in cells]
    while not names[-1]:
        names.pop()
    if "pattern" not in names:
        if len(names) > 1:
            raise LexiconError("no column is called pattern", where=where, hint=_hint())
        return ["pattern"], True
    if unknown := [name for name in names if name not in COLUMNS]:
        raise LexiconError(f"unknown column {unknown[0]!r}", where=where, hint=_hint())
    if len(set(names)) < len(names):
        raise LexiconError("two columns have one name", where=where, hint=_hint())
    return names, False


def _hint() -> str:
    return "the first row names the columns: pattern, and any of " + ", ".join(COLUMNS[1:])
