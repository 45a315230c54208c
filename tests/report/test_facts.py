from __future__ import annotations

import re
from dataclasses import replace

from framing.report.facts import facts_table
from framing.report.texts import marked_texts
from framing.report.tree import Line, Table
from framing.types import Alignment, Cell, Comparison, FactKind, Span, Status


def fact(kind: FactKind, status: Status, **texts: str) -> Alignment:
    cells = tuple(Cell(letter, text, (Span(0, 1),), "Ann Lee") for letter, text in texts.items())
    return Alignment(kind, status, "", cells, 1.0)


def made(comparison: Comparison) -> Table | None:
    return facts_table(comparison, {article.text: article for article in marked_texts(comparison).articles})


def cells(comparison: Comparison, *facts: Alignment) -> list[list[str]]:
    table = made(replace(comparison, alignment=facts))
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
    table = made(replace(two, alignment=tuple(people)))
    assert table is not None
    only = table.rows[0].cells[2]
    assert (only.value.split("; ")[-1], only.note) == ("Person 11", "and 3 more")


def test_no_facts_no_table(two: Comparison) -> None:
    assert made(replace(two, alignment=())) is None


def test_it_never_says_omitted(two: Comparison) -> None:
    table = made(two)
    assert table is not None
    assert "omit" not in table.caption.lower()
    assert "not found" in table.caption


def test_every_fact_leads_to_its_line(two: Comparison) -> None:
    articles = {article.text: article for article in marked_texts(two).articles}
    table = made(two)
    assert table is not None
    cells = [cell for row in table.rows for cell in row.cells[1:] if cell.value != "–"]
    assert cells
    for cell in cells:
        assert cell.value == "; ".join(link.words for link in cell.links)
        for link in cell.links:
            (line,) = (one for one in articles[link.text].lines if isinstance(one, Line) and one.number == link.line)
            shown = "".join(segment.words for segment in line.segments)
            assert set(re.findall(r"\w+", shown)) & set(re.findall(r"\w+", link.words))


def test_a_number_stands_with_what_it_counts(two: Comparison) -> None:
    text = two.profiles[1].document.article.text
    start = text.index("12 per cent")
    twelve = Cell("B", "12", (Span(start, start + 2),))
    families = text.index("Three families have")
    three = Cell("B", "3", (Span(families, families + 5),))
    named = Cell("B", "3 families", (Span(families, families + 14),))
    facts = [Alignment(FactKind.NUMBER, Status.ONLY_IN_ONE, "", (cell,), 1.0) for cell in (twelve, three, named)]
    assert cells(two, *facts) == [["Numbers", "–", "–", "12 per cent; 3 families; 3 families"]]
