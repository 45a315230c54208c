"""LIWC: ``.dic``, numbered categories between two lines of ``%``, and ``.dicx``, a table of LIWC-22."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from framing.errors import LexiconError
from framing.lexicon.formats.items import Found, Item, decode, rows_of
from framing.types import Entry, Lexicon

_BY_TAB = re.compile(r"([^\t]+)\t\s*(.*)")
_BY_SPACE = re.compile(r"(.+?)((?:\s+\d+)*)")
_IN, _OUT = ("1", "x"), ("", "0")


def read_dic(data: bytes, where: str) -> Iterator[Found]:
    """Read a ``.dic``: tabs or spaces part an entry from its categories, a phrase needs the tab."""
    lines = [line.strip() for line in decode(data, where).split("\n")]
    bars = [number for number, line in enumerate(lines) if line == "%"]
    if len(bars) < 2:
        hint = "a .dic has its categories between two lines of %"
        raise LexiconError(f"{len(bars)} lines of % only", where=where, hint=hint)
    names: dict[str, str] = {}
    for number, line in enumerate(lines[bars[0] + 1 : bars[1]], start=bars[0] + 2):
        if line:
            place = f"{where}, line {number}"
            key, _, name = re.sub(r"\s+", " ", line).partition(" ")
            if not key.isdecimal() or not name:
                raise LexiconError(f"{line!r} is no category", where=place, hint="write a number, a tab and a name")
            if _number(key) in names:
                raise LexiconError(f"category {key} stands twice", where=place, hint="give each a number of its own")
            names[_number(key)] = name
            yield Item((name,), None, place)
    for number, line in enumerate(lines[bars[1] + 1 :], start=bars[1] + 2):
        if line:
            yield from _entry(line, names, f"{where}, line {number}")


def _entry(line: str, names: dict[str, str], where: str) -> Iterator[Found]:
    parts = _BY_TAB.fullmatch(line) or _BY_SPACE.fullmatch(line)
    words, keys = parts.groups() if parts else (line, "")
    last = words.strip().rpartition(" ")[2]
    if not keys:
        yield LexiconError(f"the entry {words!r} has no category", where=where, hint="write a category's number")
    elif not re.fullmatch(r"[\d\s]+", keys):
        hint = "conditions and weights cannot be counted: write plain numbers"
        yield LexiconError(f"the entry {words!r} has {keys!r} for a category", where=where, hint=hint)
    elif last != words.strip() and _number(last) in names:
        hint = "put tabs before all the numbers of its categories"
        yield LexiconError(f"{last} may be a category or the end of the entry {words!r}", where=where, hint=hint)
    else:
        for key in map(_number, keys.split()):
            if key in names:
                yield Item((names[key],), Entry(words.strip()), where)
            else:
                fault = f"the entry {words!r} is in category {key}, which has no name"
                yield LexiconError(fault, where=where, hint="name it between the lines of %")


def _number(key: str) -> str:
    return key.lstrip("0") or "0"


def write_dic(lexicons: Sequence[Lexicon]) -> str:
    """Write a ``.dic``: every pattern once, with the numbers of its categories."""
    heads = [f"{number}\t{lexicon.name}" for number, lexicon in enumerate(lexicons, start=1)]
    rows = ["\t".join((pattern, *(str(at + 1) for at in places))) for pattern, places in _places(lexicons)]
    return "\n".join(["%", *heads, "%", *rows, ""])


def read_dicx(data: bytes, where: str) -> Iterator[Found]:
    """Read a ``.dicx``: a column a category, 1 or X where an entry is in it; other weights are refused."""
    rows = rows_of(decode(data, where), where)
    header, place = next(rows, ([""], where))
    if header[0].lower() not in ("entry", "dicterm") or not all(header):
        hint = "the first row of a .dicx is Entry and the categories' names"
        raise LexiconError(f"the first row is {','.join(header)!r}", where=place, hint=hint)
    for name in header[1:]:
        yield Item((name,), None, place)
    for (words, *marks), place in rows:
        if len(marks) > len(header) - 1:
            hint = "give every column a category's name"
            yield LexiconError(f"the entry {words!r} is marked under no category", where=place, hint=hint)
            continue
        if all(mark in _OUT for mark in marks):
            yield LexiconError(f"the entry {words!r} has no category", where=place, hint="mark its category with 1")
        for name, mark in zip(header[1:], marks, strict=False):
            if mark.lower() in _IN:
                yield Item((name,), Entry(words), place)
            elif mark not in _OUT:
                hint = "only 1 and X can be held: weights cannot be counted"
                yield LexiconError(f"the entry {words!r} has the weight {mark!r} in {name!r}", where=place, hint=hint)


def write_dicx(lexicons: Sequence[Lexicon]) -> str:
    """Write a ``.dicx``: every pattern once, with a 1 under its categories."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["Entry", *(lexicon.name for lexicon in lexicons)])
    for pattern, places in _places(lexicons):
        writer.writerow([pattern, *("1" if at in places else "" for at in range(len(lexicons)))])
    return out.getvalue()


def _places(lexicons: Sequence[Lexicon]) -> list[tuple[str, list[int]]]:
    """Return every pattern with the places of the lexicons it stands in."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, lexicon in enumerate(lexicons):
        for entry in lexicon.entries:
            found[entry.pattern].append(place)
    return sorted(found.items())
