from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.analysis import analyze
from framing.comparing.alignment import align_facts
from framing.comparing.names import find_names
from framing.reading import article_from_text, read_article
from framing.types import Alignment, FactKind, Profile, Status

A = (
    "On February 4, 2026, President Dorn Kell met the Island Shipping Organization (ISO) in Geneva.\n\n"
    "Kell praised it. "
    "The old ship carried 40 sailors and $234 billion, said Ana Hollis. It sailed for 85 minutes."
)
B = (
    "Dorn Kell spoke on 4 Feb for 1 hour 25 minutes. The old ship carried 52 sailors. "
    "Critics in Ukraine counted 234bn dollars, and Kell left."
)


ORG = FactKind.ORGANISATION


def profiles(*texts: str) -> list[Profile]:
    return [analyze(article_from_text(text, id="ABC"[index])) for index, text in enumerate(texts)]


def told(facts: tuple[Alignment, ...], status: Status) -> set[tuple[str, ...]]:
    return {tuple(cell.text for cell in fact.cells) for fact in facts if fact.status is status}


def test_names_under_their_fullest_form() -> None:
    found = find_names(profiles(A)[0])
    assert [(name.kind, " ".join(name.form), len(name.spans)) for name in found] == [
        (FactKind.PERSON, "dorn kell", 2),
        (FactKind.ORGANISATION, "island shipping organization", 2),
        (FactKind.PLACE, "geneva", 1),
        (FactKind.PERSON, "ana hollis", 1),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("On Monday the Russian president and Mr. Kell spoke.", {"kell": FactKind.NAME}),
        (
            "NATO Secretary General Ann Lee spoke.",
            {"north atlantic treaty organization": ORG, "ann lee": FactKind.PERSON},
        ),
        ("They met in Port Sele, by the Harl Strait.", {"port sele": FactKind.PLACE, "harl strait": FactKind.PLACE}),
        ("The end of the Cold War came.", {"cold war": FactKind.NAME}),
        ("Sauli Niinistö said so. He, Sauli Niinisto, left.", {"sauli niinisto": FactKind.PERSON}),
        ("Fishermen left. Two boats sank.", {}),
    ],
)
def test_kinds_of_names(text: str, names: dict[str, FactKind]) -> None:
    assert {" ".join(name.form): name.kind for name in find_names(profiles(text)[0])} == names


def test_facts_in_both_in_one_and_told_differently() -> None:
    facts = align_facts(profiles(A, B))
    assert told(facts, Status.BOTH) == {
        ("February 4, 2026", "4 Feb"),
        ("$234 billion", "234bn dollars"),
        ("85 minutes", "1 hour 25 minutes"),
        ("Dorn Kell", "Dorn Kell"),
    }
    assert told(facts, Status.BOTH_DIFFERENTLY) == {("40", "52")}
    assert told(facts, Status.ONLY_IN_ONE) == {
        *{("Island Shipping Organization",), ("Geneva",), ("Ana Hollis",)},
        ("Ukraine",),
    }
    date = next(fact for fact in facts if fact.kind is FactKind.DATE)
    assert (date.value, date.score) == ("2026-02-04", 0.8)
    money = next(fact for fact in facts if fact.kind is FactKind.MONEY)
    assert [cell.said_by for cell in money.cells] == ["Ana Hollis", None]


def test_every_span_slices_to_the_words_told() -> None:
    found = profiles(A, B)
    texts = {p.document.article.id: p.document.article.text for p in found}
    for fact in align_facts(found):
        for cell in fact.cells:
            assert texts[cell.article][cell.spans[0].start : cell.spans[0].end] == cell.text


def test_dates_that_are_less_exact_are_others() -> None:
    facts = align_facts(profiles("It was on 4 February 2026.", "It was in February 2026. It was on 5 February."))
    assert told(facts, Status.BOTH) == set()
    assert len(told(facts, Status.ONLY_IN_ONE)) == 3


@pytest.mark.parametrize(
    ("words", "value"), [("on 5 May", "--05-05"), ("in May 2026", "2026-05"), ("in July", "--07"), ("in 1917", "1917")]
)
def test_dates_are_told_as_iso_has_them(words: str, value: str) -> None:
    (date,) = align_facts(profiles(f"It was {words}.", "It was cold."))
    assert date.value == value


def test_of_three_texts_two_are_enough() -> None:
    facts = align_facts(profiles("It was in Geneva.", "It was in Kyiv.", "It was in Geneva."))
    assert told(facts, Status.BOTH) == {("Geneva", "Geneva")}
    assert [cell.article for cell in facts[0].cells] == ["A", "C"]


WORDS = st.sampled_from(
    ["Dorn Kell", "Kell", "Geneva", "40 ships", "41 ships", "1,000", "on 4 May", "2026", "said", "."]
)


@settings(max_examples=25, deadline=None)
@given(st.lists(WORDS, max_size=8).map(" ".join), st.lists(WORDS, max_size=8).map(" ".join))
def test_swapping_swaps_the_cells(a: str, b: str) -> None:
    def sides(facts: tuple[Alignment, ...], swap: bool) -> set[tuple[object, ...]]:
        other = {"A": "B", "B": "A"} if swap else {"A": "A", "B": "B"}
        return {
            (fact.kind, fact.status, frozenset((other[cell.article], cell.text) for cell in fact.cells))
            for fact in facts
        }

    assert sides(align_facts(profiles(a, b)), False) == sides(align_facts(profiles(b, a)), True)


@pytest.mark.shared
def test_the_two_texts_the_project_began_with(shared: Path) -> None:
    found = profiles()
    for index, path in enumerate(sorted((shared / "data" / "seeds").glob("*.txt"))):
        found.append(analyze(read_article(path, id="AB"[index])))
    facts = align_facts(found)
    both = {fact.value for fact in facts if fact.status is Status.BOTH}
    assert both >= {"2026-02-04", "xi jinping", "vladimir putin", "asia-pacific economic cooperation"}
    only = {
        one: {fact.value for fact in facts if fact.status is Status.ONLY_IN_ONE and fact.cells[0].article == one}
        for one in "AB"
    }
    assert only["A"] >= {
        "shanghai cooperation organization",
        "brics",
        "five-year development plan",
        "80 th anniversary",
    }
    assert only["B"] >= {"ukraine", "iran", "keir starmer", "mark carney", "friedrich merz", "kim jong-un"}
    assert only["B"] >= {"85 minute", "234,000,000,000 dollar"}
