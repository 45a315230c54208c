"""The table of concepts: things that news texts name in several ways."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from framing.data import folder
from framing.errors import LexiconError
from framing.lexicon.patterns import check_entry
from framing.types import Card, Concept, Entry, Lexicon, Variant

COLUMNS = ("concept", "kind", "label", "patterns", "users", "note")
LEXICON = "concepts"
"""Name of the lexicon that `concepts_lexicon` makes."""


@lru_cache(maxsize=4)
def load_concepts(path: Path | None = None) -> tuple[Concept, ...]:
    """Read a table of concepts, the shipped one by default.

    A row is one variant: ``patterns`` are its wordings, separated by ``; ``, in the syntax
    of lexicon entries; ``users`` says who usually says so. Rows of one concept stand
    together, and a wording belongs to one variant only.

    Raises
    ------
    LexiconError
        Naming file, line and what is allowed.

    Examples
    --------
    >>> crimea = next(concept for concept in load_concepts() if concept.name == "crimea-2014")
    >>> [variant.patterns[0] for variant in crimea.variants][:2]
    ['annexation of crimea', 'reunification of crimea']
    """
    table = path or folder("lexicons").joinpath("concepts.tsv")
    where = str(path) if path else "concepts.tsv"
    try:
        header, *lines = table.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise LexiconError(f"cannot be read ({error})", where=where, hint="give a table like concepts.tsv") from error
    if tuple(header.split("\t")) != COLUMNS:
        raise LexiconError("has other columns", where=where, hint=f"allowed, tab-separated: {', '.join(COLUMNS)}")
    rows = []
    known: dict[str, int] = {}
    for number, line in enumerate(lines, 2):
        cells = line.split("\t")
        at = f"{where}, line {number}"
        if len(cells) != len(COLUMNS) or not all(cells[:4]):
            hint = f"{len(COLUMNS)} cells, the first four not empty"
            raise LexiconError("is no variant", where=at, hint=hint)
        for pattern in cells[3].split("; "):
            check_entry(Entry(pattern), at)
            if pattern in known:
                hint = "a wording belongs to one variant only"
                raise LexiconError(f"{pattern!r} stands in line {known[pattern]}", where=at, hint=hint)
            known[pattern] = number
        rows.append(cells)
    return tuple(_concept(list(group)) for _, group in groupby(rows, key=lambda cells: cells[0]))


def _concept(rows: Sequence[Sequence[str]]) -> Concept:
    name, kind, label, *_ = rows[0]
    return Concept(name, kind, label, tuple(Variant(tuple(row[3].split("; ")), row[4], row[5]) for row in rows))


def concepts_lexicon(concepts: Iterable[Concept]) -> Lexicon:
    """Return a lexicon of all wordings, to be found like any other."""
    entries = tuple(Entry(pattern) for c in concepts for variant in c.variants for pattern in variant.patterns)
    digest = hashlib.sha256("\n".join(entry.pattern for entry in entries).encode()).hexdigest()
    texts = (
        LEXICON,
        digest[:8],
        "en",
        "names of one thing",
        "occurrences",
        "a choice of words, no sign of bias",
        "by hand",
    )
    card = Card(*texts, (), "Apache-2.0", (), (), (), ())
    return Lexicon(LEXICON, card, entries, digest)
