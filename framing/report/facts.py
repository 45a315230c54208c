"""What the texts give alike, and what only one of them gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from framing.report.lines import plain
from framing.report.texts import line_at
from framing.report.tree import Cell, Column, Marked, Table, TableRow
from framing.report.wording import at_line, letter_of, name, number, shortened
from framing.types import Alignment, Comparison, FactKind, Status
from framing.types import Cell as FactCell

_KINDS = {
    FactKind.DATE: "Dates",
    FactKind.MONEY: "Sums of money",
    FactKind.PERCENT: "Shares",
    FactKind.DURATION: "Lengths of time",
    FactKind.NUMBER: "Numbers",
    FactKind.PERSON: "People",
    FactKind.PLACE: "Places",
    FactKind.ORGANISATION: "Organisations",
    FactKind.NAME: "Other names",
}
_FIGURES = {FactKind.DATE, FactKind.MONEY, FactKind.PERCENT, FactKind.DURATION, FactKind.NUMBER}
_MOST = 12
"""Facts that are listed in one cell."""
_SURE = 0.5
"""Likeness from which sentences are shown."""
_SENTENCES = 6
_TEXTS = 4
"""Texts for which there is room."""


def sentences_table(comparison: Comparison, articles: Mapping[str, Marked]) -> Table | None:
    """Sentences that tell much the same in two texts, likest first; ``None`` for none or more than two texts."""
    letters = [letter_of(p) for p in comparison.profiles]
    pairs = [fact for fact in comparison.alignment if fact.kind is FactKind.SENTENCE and fact.score >= _SURE]
    if len(letters) != 2 or not pairs:
        return None
    pairs.sort(key=lambda fact: -fact.score)
    rows = tuple(TableRow(tuple(_sentence(cell, articles) for cell in fact.cells)) for fact in pairs[:_SENTENCES])
    columns = tuple(Column(name(letter), "words", 0, letter) for letter in letters)
    caption = "Sentences with the most rare words in common. What one has and the other has not is for you to see."
    return Table("sentences", "Much the same, in other words", columns, rows, caption)


def _sentence(fact: FactCell, articles: Mapping[str, Marked]) -> Cell:
    line = line_at(articles[fact.article].lines, fact.spans[0].start)
    return Cell(shortened(plain(fact.text), 260), note=at_line(line), text=fact.article, line=line)


def facts_table(comparison: Comparison) -> Table | None:
    """Figures, dates and names in both texts, and in one only; ``None`` for none or too many texts."""
    letters = [letter_of(p) for p in comparison.profiles]
    if not any(fact.kind in _KINDS for fact in comparison.alignment) or not 1 < len(letters) <= _TEXTS:
        return None
    rows = []
    for kind, label in _KINDS.items():
        found = [fact for fact in comparison.alignment if fact.kind is kind]
        if found:
            shared = [fact for fact in found if fact.status is not Status.ONLY_IN_ONE]
            cells = [Cell(label, strong=True), _shared(shared)]
            cells += [_only([f for f in found if f not in shared and f.cells[0].article == one]) for one in letters]
            rows.append(TableRow(tuple(cells)))
    where = "in both" if len(letters) == 2 else f"in at least {number(2)}"
    columns = (
        Column("", "words", 27),
        Column(where, "words"),
        *(Column(f"only in {name(letter)}", "words", 0, letter) for letter in letters),
    )
    caption = (
        "Found by shape and by lists of places and organisations, names under their fullest form. “Only in” means: not "
        "found in the other text. In brackets: who is said to say it. A slash: one thing, told differently."
    )
    return Table("facts", "Dates, figures and names", columns, tuple(rows), caption)


def _shared(facts: Sequence[Alignment]) -> Cell:
    return _cell([_told(fact) for fact in facts])


def _told(fact: Alignment) -> str:
    texts = list(dict.fromkeys(plain(cell.text) for cell in fact.cells))
    if fact.status is Status.BOTH_DIFFERENTLY:
        return " / ".join(f"{plain(cell.text)} in {cell.article}" for cell in fact.cells)
    return max(texts, key=len)


def _only(facts: Sequence[Alignment]) -> Cell:
    said = []
    for fact in facts:
        cell = fact.cells[0]
        source = f" ({shortened(plain(cell.said_by), 28)})" if cell.said_by and fact.kind in _FIGURES else ""
        said.append(f"{plain(cell.text)}{source}")
    return _cell(said)


def _cell(said: Sequence[str]) -> Cell:
    if not said:
        return Cell("–", muted=True)
    more = f" and {len(said) - _MOST} more" if len(said) > _MOST else ""
    return Cell("; ".join(shortened(one, 60) for one in said[:_MOST]) + more)
