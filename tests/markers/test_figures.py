from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.markers.figures import find_dates, find_numbers
from tests.timing import grows_linearly

PIECES = st.sampled_from(
    [
        "4",
        "31",
        "2026",
        "1,500",
        "$",
        "%",
        " million",
        "hundred ",
        "two ",
        "May",
        " March ",
        "Feb.",
        "th",
        "-",
        "/",
        ",",
    ]
)


def dates(text: str) -> list[str]:
    return [text[figure.start : figure.end] for figure in find_dates(text)]


def numbers(text: str) -> list[tuple[str, str]]:
    return [(text[figure.start : figure.end], figure.kind) for figure in find_numbers(text)]


@pytest.mark.parametrize(
    "date",
    [
        "Monday",
        "4 February 2026",
        "4th of February",
        "February 4, 2026",
        "Feb. 4",
        "February 2026",
        "February",
        "May 5",
        "May 2025",
        "2026-02-04",
        "04.02.2026",
        "4/2/26",
        "1917",
        "1990s",
        "2020",
    ],
)
def test_dates(date: str) -> None:
    assert dates(f"It was ({date}) then") == [date]
    assert numbers(f"It was ({date}) then") == []


@pytest.mark.parametrize("text", ["in May", "Since March", "last June", "early August", "mid-April"])
def test_months_that_are_names(text: str) -> None:
    assert dates(f"x {text} x") == [text.replace("-", " ").split()[1]]


@pytest.mark.parametrize(
    "text", ["Mrs May said", "March with us", "Trust May", "May Day", "Jan said", "an August body", "Mayor", "Decide"]
)
def test_names_are_no_dates(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("1,500", "figure"),
        ("63", "figure"),
        ("4:20", "figure"),
        ("over 2000", "figure"),
        ("2000 million", "figure"),
        ("3.4 billion", "figure"),
        ("80th", "ordinal"),
        ("$2.5 million", "money"),
        ("€40", "money"),
        ("12 million yuan", "money"),
        ("51.2 per cent", "percent"),
        ("51.2%", "percent"),
        ("7 percent", "percent"),
        ("two million", "words"),
        ("Twenty-five thousand euros", "words"),
        ("half a million", "words"),
    ],
)
def test_numbers(text: str, kind: str) -> None:
    wanted = text.removeprefix("over ")
    assert numbers(f"It was {text}, then") == [(wanted, kind)]
    assert dates(f"It was {text}, then") == []


def test_not_numbers() -> None:
    assert numbers("The G7, an F-16, 5G's COVID-19; one, two; hundreds of millions") == [("5", "figure")]


def test_year_before_a_verb_and_in_a_range() -> None:
    assert dates("In 2014 won by the mid-2020s") == ["2014", "2020s"]


@given(st.lists(PIECES | st.just(" ") | st.characters(), max_size=40).map("".join))
def test_figures_are_slices_that_do_not_overlap(text: str) -> None:
    figures = sorted([*find_dates(text), *find_numbers(text)])
    assert all(0 <= figure.start < figure.end <= len(text) for figure in figures)
    assert all(one.end <= two.start for one, two in pairwise(figures))


@pytest.mark.parametrize("piece", ["1", "1,", "May ", "two hundred ", "hundred", "4 ", "$", "20-", "1/"])
def test_linear(piece: str) -> None:
    assert grows_linearly(find_dates, lambda size: piece * size, 10_000 // len(piece))


@pytest.mark.parametrize(
    "text", ["after 9/11", "at 8 p.m.", "the 19th century", "Resolution 1441 of the council", "Article 5"]
)
def test_names_times_and_centuries_are_no_numbers(text: str) -> None:
    assert find_numbers(text) == []
