"""Rows of tables and files as they come, one at a time; an `Article` is made of a row where it is scored."""

from __future__ import annotations

import codecs
import csv
import gzip
import io
import json
import os
import sys
import warnings
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, count
from math import isfinite
from pathlib import Path
from typing import Any, BinaryIO, cast

from framing.errors import FramingError, InputError
from framing.reading import article_from_text, check_readable, expand, read_article
from framing.reading.decoding import LARGEST_TEXT
from framing.types import Article

COLUMNS = ("text", "id", "title", "outlet", "date", "url", "language")
"""What a table may hold under these names or, with a mapping, under its own."""
LONGEST_LINE = 20_000_000
"""Bytes of a row; a long newspaper article has about 30,000."""
ARTICLES = (".txt", ".md", ".markdown", ".html", ".htm")

_KINDS = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    str: "a text",
    list: "a list",
    dict: "an object",
}


@dataclass(frozen=True, slots=True)
class Row:
    """An article to come.

    ``where`` is what messages call it, ``name`` its id if it bears none. ``content`` is a
    line of JSONL, a row of CSV by column, the reason it cannot be read, or ``None`` where
    ``name`` is a source for `framing.read_article`.
    """

    where: str
    name: str
    content: bytes | Mapping[str, str] | FramingError | None


def read_rows(paths: Iterable[str], columns: Mapping[str, str] | None = None) -> Iterator[Row]:
    """Yield the rows of files, folders and tables, in the order given.

    Parameters
    ----------
    paths : iterable of str
        Article files, folders (with all folders in them, sorted by name), tables
        (``.jsonl``, ``.csv``, also with ``.gz``), ``event:NAME``, or ``-`` for JSONL on
        standard input.
    columns : mapping, optional
        A table's own names by ours: ``{"text": "body"}``.

    Yields
    ------
    Row
        What cannot be read too, with the reason.
    """
    for path in paths:
        try:
            yield from _rows(path, columns or {})
        except (OSError, EOFError, zlib.error) as error:
            reason = getattr(error, "strerror", None) or str(error)
            yield _refused(path, f"cannot be read, or not to its end ({reason})", "check the file and its permissions")
        except FramingError as error:
            yield Row(path, path, error)


def to_article(row: Row, columns: Mapping[str, str] | None = None) -> Article:
    """Make an article of a row; other columns are kept in ``extra["columns"]``.

    Raises
    ------
    InputError
        Where it cannot be read, lacks a text, holds a value of the wrong kind, or cannot
        be measured. Short texts can.
    """
    if isinstance(row.content, FramingError):
        raise row.content
    if row.content is None:
        return read_article(row.name, id=row.name, fewest=1)
    values = _parse(row.content, row.where) if isinstance(row.content, bytes) else dict(row.content)
    known = {ours: _take(values, (columns or {}).get(ours, ours), row.where) for ours in COLUMNS}
    text, language = known["text"], known["language"]
    if text is None:
        hint = "give its column's name with --columns text=NAME"
        raise InputError("no text", where=row.where, hint=f"every row needs one; {hint}")
    if len(text) > LARGEST_TEXT:
        raise InputError(f"{len(text):,} characters of text", where=row.where, hint=f"at most {LARGEST_TEXT:,}")
    if known["url"]:
        values["url"] = known["url"]
    article = article_from_text(
        text,
        id=known["id"] or _take(values, "doc_id", row.where) or row.name,
        source=row.where,
        language=language and language[:2].lower(),
        extra={"columns": values},
        title=known["title"],
        outlet=known["outlet"],
        date=known["date"],
        url=known["url"],
    )
    check_readable(article, fewest=1)
    return article


def _rows(path: str, columns: Mapping[str, str]) -> Iterator[Row]:
    if path == "-":
        if sys.stdin is None:
            raise InputError("standard input is closed", where="-", hint="pipe JSONL in, or give a file")
        yield from _jsonl(sys.stdin.buffer, "standard input", columns)
    elif os.path.isdir(path):
        yield from _folder(path, columns)
    elif read := TABLES.get(_kind(path)):
        with cast("BinaryIO", gzip.open(path)) if path.endswith(".gz") else open(path, "rb") as file:
            yield from read(file, path, columns)
    else:
        yield from (Row(source, source, None) for source in expand(path))


def _kind(path: str) -> str:
    return Path(path.removesuffix(".gz")).suffix.lower()


def _folder(folder: str, columns: Mapping[str, str]) -> Iterator[Row]:
    others: Counter[str] = Counter()
    found = False
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            path = os.path.join(place, name)
            if _kind(path) in TABLES or path.lower().endswith(ARTICLES):
                found = True
                yield from read_rows([path], columns)
            else:
                others[_kind(path) or name] += 1
    if not found:
        allowed = " ".join((*ARTICLES, *TABLES))
        yield _refused(folder, "no article in this folder", f"its files must end with one of {allowed}")
    elif others:
        kinds = " ".join(sorted(others))
        warnings.warn(f"{folder}: left out, being of other kinds: {others.total()} ({kinds})", stacklevel=2)


# ── JSONL ────────────────────────────────────────────────────────────────────


def _jsonl(file: BinaryIO, table: str, columns: Mapping[str, str]) -> Iterator[Row]:
    for number, line in enumerate(_lines(file), start=1):
        where, name = f"{table}, row {number}", f"{Path(table).name}:{number}"
        if line is None:
            yield _refused(where, "the row is too long", f"at most {LONGEST_LINE / 1e6:.0f} MB", name)
        elif not line.isspace():
            yield Row(where, name, line.removeprefix(codecs.BOM_UTF8) if number == 1 else line)


def _lines(file: BinaryIO) -> Iterator[bytes | None]:
    """Yield lines; ``None`` for one too long, which is passed over without being held."""
    while line := file.readline(LONGEST_LINE + 1):
        if len(line) <= LONGEST_LINE:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(LONGEST_LINE)
        yield None


def _parse(line: bytes, where: str) -> dict[str, Any]:
    try:
        values = json.loads(line.decode(), parse_constant=lambda name: None, parse_float=_finite)
    except UnicodeDecodeError as error:
        raise InputError(f"not UTF-8 at byte {error.start}", where=where, hint="save the table as UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise InputError(f"not JSON ({error})", where=where, hint="write one JSON object a line") from None
    if not isinstance(values, dict):
        hint = 'write {"id": ..., "text": ...}'
        raise InputError(f"{_called(values)} where an object must be", where=where, hint=hint)
    return values


def _finite(digits: str) -> float | None:
    """Read a number; JSON has no word for one beyond all bounds."""
    value = float(digits)
    return value if isfinite(value) else None


def _take(values: dict[str, Any], name: str, where: str) -> str | None:
    """Take a cell of words out of a row; an empty one is a missing one, and an id may be a whole number."""
    value = values.pop(name, None)
    if type(value) is int and name not in ("text", "title"):
        return str(value)
    if value is not None and not isinstance(value, str):
        raise InputError(f"{name} is {_called(value)}", where=where, hint="it must be text")
    return value or None


def _called(value: Any) -> str:
    kinds = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "a text",
        list: "a list",
        dict: "an object",
    }
    return kinds.get(type(value), "null")


# ── CSV ──────────────────────────────────────────────────────────────────────


def _csv(file: BinaryIO, table: str, columns: Mapping[str, str]) -> Iterator[Row]:
    text = columns.get("text", "text")
    for row in read_csv(file, table):
        if isinstance(row.content, dict) and text not in row.content:
            names = ", ".join(row.content)
            raise InputError(
                f"no column {text!r}; its columns are {names}",
                where=table,
                hint="name the text's with --columns text=NAME",
            )
        yield row


def read_csv(file: BinaryIO, table: str) -> Iterator[Row]:
    """Yield the rows of a CSV table (UTF-8; commas, semicolons or tabs), numbered from 1 under the header."""
    csv.field_size_limit(LONGEST_LINE)
    with io.TextIOWrapper(file, encoding="utf-8-sig", errors="surrogateescape", newline="") as lines:
        first = lines.readline()
        if not _is_utf8([first]):
            raise InputError("not UTF-8", where=table, hint="save the table as CSV in UTF-8")
        reader = csv.reader(chain([first], lines), delimiter=max(",;\t", key=first.count))
        header = [name.strip() for name in next(reader, [])]
        if twice := [name for name, times in Counter(header).items() if times > 1]:
            raise InputError(f"two columns are named {twice[0]!r}", where=table, hint="give each its own name")
        for number in count(1):
            where, name = f"{table}, row {number} (line {reader.line_num + 1})", f"{Path(table).name}:{number}"
            try:
                cells = next(filter(None, reader))
            except StopIteration:
                return
            except csv.Error as error:
                yield _refused(where, f"no CSV ({error})", "look for a lost quotation mark", name)
            else:
                yield _csv_row(header, cells, where, name)


def _csv_row(header: list[str], cells: list[str], where: str, name: str) -> Row:
    if len(cells) != len(header):
        counted = f"{len(cells)} cells where the header has {len(header)}"
        return _refused(where, counted, "look for a comma or a quotation mark too many or too few", name)
    if not _is_utf8(cells):
        return _refused(where, "not UTF-8", "save the table as UTF-8", name)
    return Row(where, name, dict(zip(header, cells, strict=True)))


def _is_utf8(cells: Iterable[str]) -> bool:
    try:
        "".join(cells).encode()
    except UnicodeEncodeError:  # what is no UTF-8 was read as surrogates
        return False
    return True


def _refused(where: str, what: str, hint: str, name: str = "") -> Row:
    return Row(where, name, InputError(what, where=where, hint=hint))


TABLES: Mapping[str, Callable[[BinaryIO, str, Mapping[str, str]], Iterator[Row]]] = {
    ".jsonl": _jsonl,
    ".ndjson": _jsonl,
    ".csv": _csv,
    ".tsv": _csv,
}
