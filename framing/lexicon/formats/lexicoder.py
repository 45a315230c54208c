"""Lexicoder 3: ``+category``, then one entry a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from framing.errors import LexiconError
from framing.lexicon.formats.items import Found, Item, decode
from framing.types import Entry, Lexicon


def read(data: bytes, where: str) -> Iterator[Found]:
    """Read a ``.lc3``."""
    category = ""
    for number, line in enumerate(decode(data, where).split("\n"), start=1):
        words, place = line.strip(), f"{where}, line {number}"
        if words.startswith("+"):
            category = words[1:].strip()
            if not category:
                raise LexiconError("a category without a name", where=place, hint="write it behind the +")
            yield Item((category,), None, place)
        elif words and not category:
            yield LexiconError(f"the entry {words!r} has no category", where=place, hint="write +category above it")
        elif words:
            yield Item((category,), Entry(words), place)


def write(lexicons: Sequence[Lexicon]) -> str:
    """Write one category a lexicon."""
    return "".join(
        f"{line}\n" for lexicon in lexicons for line in (f"+{lexicon.name}", *(e.pattern for e in lexicon.entries))
    )
