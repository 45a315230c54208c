"""Dictionaries of other programs, read and written. A new format is a file and a row of the table."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import NamedTuple

from framing.errors import LexiconError, one_of
from framing.lexicon.cards import minimal_card, name_of
from framing.lexicon.formats import lexicoder, liwc, quanteda, sheet, wordstat, yoshikoder
from framing.lexicon.formats.items import Found, gather
from framing.lexicon.patterns import expand
from framing.types import Entry, Lexicon


@dataclass(frozen=True, slots=True)
class Format:
    """A dictionary format.

    ``read`` takes a file's bytes and its name, ``write`` lexicons of entries that it can
    hold: with case, exclusions and alternatives if ``rules`` is set, with ``*`` at the end
    of any word of a phrase if ``inner_stars`` is.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str], Iterator[Found]]
    write: Callable[[Sequence[Lexicon]], str]
    rules: bool = False
    inner_stars: bool = True


FORMATS: tuple[Format, ...] = (
    Format("csv", (".csv",), sheet.read, sheet.write_csv, rules=True),
    Format("tsv", (".tsv", ".txt"), sheet.read, sheet.write_tsv, rules=True),
    Format("liwc", (".dic",), liwc.read_dic, liwc.write_dic, inner_stars=False),
    Format("liwc22", (".dicx",), liwc.read_dicx, liwc.write_dicx, inner_stars=False),
    Format("quanteda", (".yml", ".yaml"), quanteda.read, quanteda.write),
    Format("lexicoder", (".lc3",), lexicoder.read, lexicoder.write),
    Format("wordstat", (".cat",), wordstat.read, wordstat.write),
    Format("yoshikoder", (".ykd", ".lcd"), yoshikoder.read, yoshikoder.write),
)


class Imported(NamedTuple):
    """What a dictionary gave: lexicons, entries that cannot be held, and entries whose hyphens became spaces."""

    lexicons: tuple[Lexicon, ...]
    faults: tuple[LexiconError, ...]
    hyphened: tuple[str, ...]


def format_of(path: str, name: str = "") -> Format:
    """Return the format called ``name``, or the one that the end of a file's name tells.

    Raises
    ------
    OptionError
        If there is none.
    """
    formats = {known.name: known for known in FORMATS}
    if not name:
        end = PurePath(path).suffix.lower()
        name = next((known.name for known in FORMATS if end in known.suffixes), end or path)
    return formats[one_of(name, formats, what="format")]


def import_dictionary(data: bytes, source: str, format_: Format, prefix: str = "") -> Imported:
    """Read a dictionary, one lexicon a category.

    A category within another is named after both ("threat_hard"); entries without a
    category go into a lexicon named after the file. ``prefix`` goes before every name.

    Raises
    ------
    LexiconError
        If the file is not of the format, has no entries, or two categories get one name.
    """
    found = gather(format_.read(data, source))
    if not found.categories and not found.faults:
        raise LexiconError("no entries", where=source, hint="write one word or phrase a line")
    file = PurePath(source)
    digest = hashlib.sha256(data).hexdigest()
    lexicons = []
    for category, entries in found.categories.items():
        label = " / ".join(category) or file.stem.replace("_", " ")
        name = name_of(f"{prefix} {label}")
        if not name:
            raise LexiconError(f"no name can be made of {label!r}", where=source, hint="use letters or digits")
        card = minimal_card(name, label[0].upper() + label[1:], file.name, digest)
        lexicons.append(Lexicon(card.name, card, entries, digest))
    _refuse_twins(lexicons, source)
    return Imported(tuple(lexicons), tuple(found.faults), tuple(found.hyphened))


def export_dictionary(lexicons: Sequence[Lexicon], format_: Format) -> tuple[str, list[LexiconError]]:
    """Return lexicons as a dictionary of another program, and the entries it cannot hold, which are left out.

    Raises
    ------
    LexiconError
        If two lexicons have one name, or no entry is left.
    """
    faults: list[LexiconError] = []
    held = []
    _refuse_twins(lexicons, format_.name)
    for lexicon in lexicons:
        kept: dict[Entry, None] = {}
        for entry in lexicon.entries:
            if fault := _fault(entry, format_):
                where = f"{lexicon.name}, entry {entry.pattern!r}"
                faults.append(LexiconError(f"{format_.name} cannot hold {fault}", where=where))
            elif format_.rules:
                kept[entry] = None
            else:
                kept.update(dict.fromkeys(Entry(" ".join(words)) for words in expand(entry.pattern)))
        if kept:
            held.append(replace(lexicon, entries=tuple(kept)))
    if not held:
        raise LexiconError("no entry is left", where=format_.name, hint="csv and tsv hold every entry")
    return format_.write(held), faults


def _refuse_twins(lexicons: Sequence[Lexicon], where: str) -> None:
    names = [lexicon.name for lexicon in lexicons]
    if twice := [name for name in names if names.count(name) > 1]:
        hint = "names are lower-case letters, digits and _: give one of them another"
        raise LexiconError(f"two lexicons would be called {twice[0]!r}", where=where, hint=hint)


def _fault(entry: Entry, format_: Format) -> str:
    """Say what of an entry a format cannot hold; "" if it holds it all, alternatives written out."""
    if not format_.rules and entry.case != "any":
        return f"the case {entry.case!r}"
    if not format_.rules and entry.exclude:
        return "exclusions"
    if not format_.inner_stars and "*" in entry.pattern.rpartition(" ")[0]:
        return "a * inside a phrase"
    return ""
