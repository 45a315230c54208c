from __future__ import annotations

from dataclasses import replace

from framing.report.facts import facts_table
from framing.types import Alignment, Cell, Comparison, FactKind, Span, Status


def fact(kind: FactKind, status: Status, **texts: str) -> Alignment:
    cells = tuple(Cell(letter, text, (Span(0, 1),), "Ann Lee") for letter, text in texts.items())
    return Alignment(kind, status, "", cells, 1.0)


def cells(comparison: Comparison, *facts: Alignment) -> list[list[str]]:
    table = facts_table(replace(comparison, alignment=facts))
    return [[cell.value for cell in row.cells] for row in table.rows] if table else []


def test_facts_stand_in_their_column(two: Comparison) -> None:
    found = cells(
        two,
        fact(FactKind.DATE, Status.BOTH, A="February 4, 2026", B="4 Feb"),
        fact(FactKind.NUMBER, Status.BOTH_DIFFERENTLY, A="40", B="52"),
        fact(FactKind.PERCENT, Status.ONLY_IN_ONE, B="12 %"),
        fact(FactKind.PERSON, Status.ONLY_IN_ONE, A="Dorn Kell"),
    )
    assert found == [
        ["Dates", "February 4, 2026", "–", "–"],
        ["Shares", "–", "–", "12 % (Ann Lee)"],
        ["Numbers", "40 in A / 52 in B", "–", "–"],
        ["People", "–", "Dorn Kell", "–"],
    ]


def test_many_facts_are_counted(two: Comparison) -> None:
    people = [fact(FactKind.PERSON, Status.ONLY_IN_ONE, A=f"Person {n}") for n in range(15)]
    ((_, _, only, _),) = cells(two, *people)
    assert only.endswith("Person 11 and 3 more")


def test_no_facts_no_table(two: Comparison) -> None:
    assert facts_table(replace(two, alignment=())) is None


def test_it_never_says_omitted(two: Comparison) -> None:
    table = facts_table(two)
    assert table is not None
    assert "omit" not in table.caption.lower()
    assert "not found" in table.caption
