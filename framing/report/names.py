"""The same thing under different names, as a table with the place of each."""

from __future__ import annotations

from collections.abc import Mapping

from framing.report.lines import plain
from framing.report.texts import line_at
from framing.report.tree import Cell, Column, Marked, Table, TableRow
from framing.report.wording import in_quotes, letter_of, name
from framing.types import Comparison, Named, Naming

_NARROW = 4
"""Texts from which there is no room for usual users."""


def names_table(comparison: Comparison, articles: Mapping[str, Marked]) -> Table | None:
    """Things that the texts name in different ways, by first mention; ``None`` if there are none."""
    if not comparison.naming:
        return None
    letters = [letter_of(p) for p in comparison.profiles]
    rows = tuple(_row(naming, letters, articles) for naming in comparison.naming)
    columns = [Column("What", "words", 36)]
    columns += [Column(name(letter), "words", 0, letter) for letter in letters]
    columns += [Column("Usually said by", "words", 54)] if len(letters) < _NARROW else []
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
        users = {v.users: f"{in_quotes(plain(v.text))}: {v.users}" for v in naming.variants}
        cells.append(Cell("; ".join(users.values()), muted=True))
    return TableRow(tuple(cells))


def _cell(named: list[Named], letter: str, articles: Mapping[str, Marked]) -> Cell:
    if not named:
        return Cell("–", muted=True)
    said = ", ".join(f"{in_quotes(plain(v.text))}{f' {v.count}×' if v.count > 1 else ''}" for v in named)
    line = line_at(articles[letter].lines, min(v.spans[0].start for v in named))
    return Cell(said, note=f"line {line}", text=letter, line=line)
