"""Lexicon folders, ``entries.tsv`` and ``card.toml``: read and checked, and written."""

from __future__ import annotations

import hashlib
import json
import shutil
import tomllib
from collections.abc import Iterable
from dataclasses import asdict, fields
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from framing.data import folder as data_folder
from framing.errors import LexiconError, OutputError
from framing.lexicon.patterns import check_entry
from framing.types import Card, Entry, Lexicon

TABLE, CARD = "entries.tsv", "card.toml"
COLUMNS = ("pattern", "case", "exclude", "note")
_KEYS = {field.name: list if str(field.type).startswith("tuple") else str for field in fields(Card)}
_MAY_BE_EMPTY = ("examples", "counterexamples")


@cache
def load_lexicons() -> tuple[Lexicon, ...]:
    """Read the shipped lexicons, in the order of their names.

    Raises
    ------
    LexiconError
        If one of them is not well formed.

    Examples
    --------
    >>> names = [lexicon.name for lexicon in load_lexicons()]
    >>> names == sorted(names)
    True
    """
    folders = sorted(data_folder("lexicons").iterdir(), key=lambda folder: folder.name)
    return tuple(read_lexicon(folder) for folder in folders if folder.joinpath(CARD).is_file())


def read_lexicon(folder: str | Path | Traversable) -> Lexicon:
    """Read and check a lexicon folder.

    Parameters
    ----------
    folder : path or Traversable
        Holds ``entries.tsv`` (columns ``pattern``, ``case``, ``exclude``, ``note``) and
        ``card.toml``; its name is the lexicon's name.

    Returns
    -------
    Lexicon
        With the sha256 of its table, line ends aside.

    Raises
    ------
    LexiconError
        Naming file, line and what is allowed.
    """
    folder = Path(folder) if isinstance(folder, str) else folder
    table = _read(folder, TABLE)
    card = _card(_read(folder, CARD), folder)
    digest = hashlib.sha256(table.encode()).hexdigest()
    return Lexicon(card.name, card, _entries(table, f"{folder.name}/{TABLE}"), digest)


def save_lexicons(lexicons: Iterable[Lexicon], folder: Path) -> list[Path]:
    """Write every lexicon as a folder of its name inside ``folder``; nothing if one of them is there already.

    Raises
    ------
    OutputError
        If it is, or cannot be written.
    """
    folders = {folder / lexicon.name: lexicon for lexicon in lexicons}
    if there := [made for made in folders if made.exists()]:
        raise OutputError("is there already", where=str(there[0]), hint="move it away, or give another folder")
    for made, lexicon in folders.items():
        _save(lexicon, made)
    return list(folders)


def _save(lexicon: Lexicon, made: Path) -> None:
    rows = (
        (entry.pattern, "" if entry.case == "any" else entry.case, "; ".join(entry.exclude), entry.note)
        for entry in lexicon.entries
    )
    table = "".join("\t".join(row) + "\n" for row in (COLUMNS, *rows))
    part = made.with_name(f".{made.name}.part")
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        (part / TABLE).write_text(table, encoding="utf-8", newline="\n")
        (part / CARD).write_text(_toml(lexicon.card), encoding="utf-8", newline="\n")
        part.rename(made)
    except OSError as error:
        shutil.rmtree(part, ignore_errors=True)
        raise OutputError(f"cannot be written ({error.strerror})", where=str(made)) from error


def _toml(card: Card) -> str:
    """Write a card; JSON's strings and lists are TOML's too, but for one control character."""
    values = {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(card).items()}
    lines = (f"{key} = {json.dumps(value, ensure_ascii=False, indent=4)}\n" for key, value in values.items())
    return "".join(lines).replace("\x7f", "\\u007f")


def _read(folder: Path | Traversable, name: str) -> str:
    where = f"{folder.name}/{name}"
    try:
        return folder.joinpath(name).read_text(encoding="utf-8-sig")
    except OSError as error:
        hint = f"a lexicon is a folder with {TABLE} and {CARD}"
        raise LexiconError("the file cannot be read", where=where, hint=hint) from error
    except UnicodeDecodeError as error:
        raise LexiconError(
            f"the file is not UTF-8 at byte {error.start}", where=where, hint="save it as UTF-8"
        ) from error


def _entries(table: str, name: str) -> tuple[Entry, ...]:
    header, *lines = table.rstrip("\n").split("\n")
    if tuple(header.split("\t")) != COLUMNS:
        hint = "the columns are " + ", ".join(COLUMNS) + ", with tabs between"
        raise LexiconError(f"the header is {header!r}", where=f"{name}, line 1", hint=hint)
    if not lines:
        raise LexiconError("the table has no entries", where=name, hint="write one pattern a line")
    return tuple(_entry(line, f"{name}, line {number}") for number, line in enumerate(lines, start=2))


def _entry(line: str, where: str) -> Entry:
    cells = line.split("\t")
    if len(cells) > len(COLUMNS):
        raise LexiconError(f"{len(cells)} columns", where=where, hint="at most four: " + ", ".join(COLUMNS))
    pattern, case, exclude, note = cells + [""] * (len(COLUMNS) - len(cells))
    entry = Entry(pattern, case or "any", tuple(exclude.split("; ")) if exclude else (), note)
    check_entry(entry, where)
    return entry


def _card(text: str, folder: Path | Traversable) -> Card:
    where = f"{folder.name}/{CARD}"
    try:
        values: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"the card is not TOML: {error}", where=where) from error
    if unlike := sorted(values.keys() ^ _KEYS.keys()):
        fault = "missing" if unlike[0] in _KEYS else "unknown"
        raise LexiconError(f"{fault} key {unlike[0]!r}", where=where, hint="the keys are " + ", ".join(_KEYS))
    for key, value in values.items():
        strings = value if _KEYS[key] is list else [value]
        filled = bool(strings) or key in _MAY_BE_EMPTY
        if not (isinstance(strings, list) and filled and all(isinstance(s, str) and s.strip() for s in strings)):
            kind = "a list of strings" if _KEYS[key] is list else "a string"
            raise LexiconError(f"{key} is {value!r}", where=where, hint=f"it must be {kind}, not empty")
    if values["name"] != folder.name:
        raise LexiconError(f"name is {values['name']!r}", where=where, hint=f"it must be the folder's, {folder.name!r}")
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
    return Card(**values)
