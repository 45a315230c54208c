"""WordStat: categories indented by tabs, entries with their weight behind, ``_`` between words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from framing.errors import LexiconError
from framing.lexicon.formats.items import Found, Item, decode
from framing.types import Entry, Lexicon

_ENTRY = re.compile(r"(.+?)\s+\((-?[\d.,]+)\)")


def read(data: bytes, where: str) -> Iterator[Found]:
    """Read a ``.cat``; what is all in capitals, as WordStat writes it, is lower-cased."""
    path: list[str] = []
    for number, line in enumerate(decode(data, where).split("\n"), start=1):
        words, place = line.strip(), f"{where}, line {number}"
        if not words:
            continue
        indent = line[: len(line) - len(line.lstrip())]
        if indent.strip("\t") or len(indent) > len(path):
            hint = "indent by one tab below its category"
            raise LexiconError(f"{words!r} stands below no category", where=place, hint=hint)
        del path[len(indent) :]
        entry = _ENTRY.fullmatch(words)
        if entry is None:
            path.append(words)
            yield Item(tuple(path), None, place)
            continue
        words, weight = entry.groups()
        if words.startswith("@"):
            hint = "rules about nearness cannot be held: write phrases instead"
            yield LexiconError(f"the entry {words!r} is a rule", where=place, hint=hint)
        elif weight != "1":
            hint = "only (1) can be held: weights cannot be counted"
            yield LexiconError(f"the entry {words!r} has the weight {weight!r}", where=place, hint=hint)
        elif not path:
            yield LexiconError(f"the entry {words!r} has no category", where=place, hint="write its category above it")
        else:
            words = words.replace("_", " ")
            yield Item(tuple(path), Entry(words.lower() if words.isupper() else words), place)


def write(lexicons: Sequence[Lexicon]) -> str:
    """Write one category a lexicon."""
    lines = []
    for lexicon in lexicons:
        lines.append(lexicon.name)
        lines += [f"\t{entry.pattern.replace(' ', '_')} (1)" for entry in lexicon.entries]
    return "\n".join([*lines, ""])
