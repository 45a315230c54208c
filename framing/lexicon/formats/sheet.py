"""A spreadsheet saved as CSV or TSV: one pattern a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from framing.errors import LexiconError
from framing.lexicon.formats.items import Found, Item, decode, rows_of
from framing.types import Entry, Lexicon

COLUMNS = ("pattern", "case", "exclude", "note", "category")
_DELIMITERS = "\t;,"
_FORMULA = ("=", "+", "-", "@")
_HINT = "the first row names the columns: pattern, and any of " + ", ".join(COLUMNS[1:])


def read(data: bytes, where: str) -> Iterator[Found]:
    """Read a table whose first row names its columns, or a bare list of patterns."""
    text = decode(data, where)
    first = text.lstrip("\n").split("\n", 1)[0]
    delimiter = next((mark for mark in _DELIMITERS if mark in first), "\t")
    header: list[str] = []
    for cells, place in rows_of(text, where, delimiter):
        while not cells[-1]:
            cells.pop()
        if not header:
            header = _header(cells, place)
            if header == [cell.lower() for cell in cells]:
                continue
        if len(cells) > len(header):
            yield LexiconError(f"{len(cells)} cells under {len(header)} columns", where=place, hint=_HINT)
            continue
        row = dict(zip(header, cells, strict=False))
        exclude = tuple(phrase.strip() for phrase in row.get("exclude", "").split(";") if phrase.strip())
        note = row.get("note", "")
        entry = Entry(
            row["pattern"],
            row.get("case", "").lower() or "any",
            exclude,
            note[1:] if note.startswith("'") and _is_formula(note) else note,
        )
        yield Item((row["category"],) if row.get("category") else (), entry, place)


def _header(cells: list[str], where: str) -> list[str]:
    """Return the names of the columns; a first row of one cell may be an entry already."""
    names = [cell.lower() for cell in cells]
    if "pattern" not in names:
        if len(names) > 1:
            raise LexiconError("no column is called pattern", where=where, hint=_HINT)
        return ["pattern"]
    if unknown := [name for name in names if name not in COLUMNS]:
        raise LexiconError(f"unknown column {unknown[0]!r}", where=where, hint=_HINT)
    if len(set(names)) < len(names):
        raise LexiconError("two columns have one name", where=where, hint=_HINT)
    return names


def write_csv(lexicons: Sequence[Lexicon]) -> str:
    """Write one row an entry, with commas between cells."""
    return _write(lexicons, ",")


def write_tsv(lexicons: Sequence[Lexicon]) -> str:
    """Write one row an entry, with tabs between cells."""
    return _write(lexicons, "\t")


def _write(lexicons: Sequence[Lexicon], delimiter: str) -> str:
    """Write the lexicons, with a column for their names if there are several."""
    width = len(COLUMNS) if len(lexicons) > 1 else len(COLUMNS) - 1
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(COLUMNS[:width])
    for lexicon in lexicons:
        for entry in lexicon.entries:
            case = "" if entry.case == "any" else entry.case
            note = f"'{entry.note}" if _is_formula(entry.note) else entry.note
            writer.writerow((entry.pattern, case, "; ".join(entry.exclude), note, lexicon.name)[:width])
    return out.getvalue()


def _is_formula(cell: str) -> bool:
    """Say whether a spreadsheet would run a cell, or would but for apostrophes before it."""
    return cell.lstrip("'").startswith(_FORMULA)
