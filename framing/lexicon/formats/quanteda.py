"""YAML as quanteda reads it: categories within categories, and lists of entries in them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from framing.errors import LexiconError
from framing.lexicon.formats.items import Category, Found, Item, decode
from framing.types import Entry, Lexicon

DEEPEST = 50
"""Categories within categories; more is no dictionary."""
OWN = "__"
"""The name under which quanteda writes the entries of a category that has others inside."""
_NOTHING = ("", "~", "null")


def read(data: bytes, where: str) -> Iterator[Found]:
    """Read the events of a file, which builds no object and follows no alias; every scalar is a string."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    walk = _Walk()
    try:
        for event in yaml.parse(decode(data, where), Loader=loader):
            place = f"{where}, line {event.start_mark.line + 1}"
            for category, words in walk.step(type(event).__name__.removesuffix("Event"), event, place):
                yield Item(category, None if words is None else Entry(words), place)
    except (yaml.YAMLError, UnicodeError) as error:
        raise LexiconError(f"this is not YAML: {' '.join(str(error).split())}", where=where) from error


class _Walk:
    """Where in the tree the events are: the open categories, and the name that waits for its content."""

    def __init__(self) -> None:
        self.open: list[tuple[str, Category]] = []
        self.name: str | None = None

    def step(self, kind: str, event: Any, where: str) -> Iterator[tuple[Category, str | None]]:
        """Take one event; yield the head of a category (no words) or an entry."""
        within, category = self.open[-1] if self.open else ("", ())
        if kind == "Scalar" and within == "Sequence":
            yield category, event.value
        elif kind == "Scalar" and within == "Mapping" and self.name is None:
            self.name = event.value
        elif kind == "Scalar" and within == "Mapping":
            inside = self._inside(category)
            if inside != category:
                yield inside, None
            if not (event.implicit[0] and event.value in _NOTHING):
                yield inside, event.value
        elif kind == "MappingStart" and not self.open:
            self.open.append(("Mapping", ()))
        elif kind in ("MappingStart", "SequenceStart") and within == "Mapping" and self.name is not None:
            inside = self._inside(category)
            if len(self.open) > DEEPEST:
                raise LexiconError(f"more than {DEEPEST} categories within each other", where=where)
            if inside != category:
                yield inside, None
            self.open.append((kind.removesuffix("Start"), inside))
        elif kind in ("MappingEnd", "SequenceEnd"):
            self.open.pop()
        elif not kind.startswith(("Stream", "Document")):
            hint = "write 'category:' lines with a list of words below each, nothing else"
            raise LexiconError(f"{_SAID.get(kind, 'words')} where a dictionary has none", where=where, hint=hint)

    def _inside(self, category: Category) -> Category:
        name, self.name = self.name, None
        return category if name in (None, OWN) else (*category, name)


_SAID = {"Alias": "an alias", "MappingStart": "a category", "SequenceStart": "a list"}


def write(lexicons: Sequence[Lexicon]) -> str:
    """Write one list a lexicon; all is quoted, so that no entry is taken for a number or a yes."""
    lines = []
    for lexicon in lexicons:
        lines.append(f"{_quoted(lexicon.name)}:")
        lines += [f"  - {_quoted(entry.pattern)}" for entry in lexicon.entries]
    return "\n".join([*lines, ""])


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
