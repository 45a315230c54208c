"""The same thing under different names, as a table with the place of each."""

from __future__ import annotations

from collections.abc import Mapping

from framing.report.lines import plain
from framing.report.texts import line_at
from framing.report.tree import Cell, Column, Marked, Table, TableRow
from framing.report.wording import at_line, in_quotes, letter_of, listing, name, times
from framing.types import Comparison, Named, Naming

_NARROW = 4
"""Texts from which there is no room for usual users."""


def names_table(comparison: Comparison, articles: Mapping[str, Marked]) -> Table | None:
    """Things that the texts name in different ways, by first mention; ``None`` if there are none."""
    if not comparison.naming:
        return None
    letters = [letter_of(p) for p in comparison.profiles]
    rows = tuple(_row(naming, letters, articles) for naming in comparison.naming)
    columns = [Column("What", "words", 32)]
    columns += [Column(name(letter), "words", 0, letter) for letter in letters]
    columns += [Column("Usually said by", "words", 60)] if len(letters) < _NARROW else []
    caption = (
        "Names from a list of ours, in any voice, with the line where each stands first. That two names mean one "
        "thing is the list’s claim: read both in their sentences. A dash: not found in this text."
    )
    return Table("names", "One thing, different names", tuple(columns), rows, caption)


def _row(naming: Naming, letters: list[str], articles: Mapping[str, Marked]) -> TableRow:
    cells = [Cell(naming.label, strong=True)]
    for letter in letters:
        named = [variant for variant in naming.variants if variant.article == letter]
        cells.append(_cell(named, letter, articles))
    if len(letters) < _NARROW:
        cells.append(Cell("; ".join(_users(naming)), muted=True))
    return TableRow(tuple(cells))


def _users(naming: Naming) -> list[str]:
    """Say of each name who usually says it; names of the same people stand together."""
    said: dict[str, dict[str, str]] = {}
    for variant in naming.variants:
        words = in_quotes(plain(variant.text))
        said.setdefault(variant.users, {}).setdefault(words.casefold(), words)
    return [f"{listing(words.values())}: {users}" for users, words in said.items()]


def _cell(named: list[Named], letter: str, articles: Mapping[str, Marked]) -> Cell:
    if not named:
        return Cell("–", muted=True)
    said = ", ".join(f"{in_quotes(plain(v.text))}{times(v.count)}" for v in named)
    line = line_at(articles[letter].lines, min(v.spans[0].start for v in named))
    return Cell(said, note=at_line(line), text=letter, line=line)
