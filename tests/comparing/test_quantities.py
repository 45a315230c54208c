from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.comparing.quantities import read_date, read_number, read_quantity
from framing.types import FactKind


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1,500", 1500),
        ("$2.5 million", 2.5e6),
        ("234bn", 234e9),
        ("two hundred and five thousand", 205_000),
        ("three hundred million", 300e6),
        ("half a million", 5e5),
        ("thirty-one", 31),
        ("a few", None),
    ],
)
def test_numbers(words: str, value: float | None) -> None:
    assert read_number(words) == value


@given(st.integers(0, 999_999))
def test_figures_with_commas_are_themselves(number: int) -> None:
    assert read_number(f"{number:,}") == number


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("4 February 2026", (2026, 2, 4)),
        ("February 4, 2026", (2026, 2, 4)),
        ("Feb. 4", (0, 2, 4)),
        ("4 Feb", (0, 2, 4)),
        ("4th of February", (0, 2, 4)),
        ("2026-02-04", (2026, 2, 4)),
        ("March 2022", (2022, 3, 0)),
        ("1917", (1917, 0, 0)),
        ("July", (0, 7, 0)),
        ("Monday", None),
        ("1940s", None),
    ],
)
def test_dates(words: str, date: tuple[int, int, int] | None) -> None:
    assert read_date(words) == date


@pytest.mark.parametrize(
    ("text", "figure", "kind", "value", "unit", "told"),
    [
        ("paid $234 billion in", "$234 billion", FactKind.MONEY, 234e9, "dollar", "$234 billion"),
        ("paid 234bn dollars in", "234bn dollars", FactKind.MONEY, 234e9, "dollar", "234bn dollars"),
        ("rose 15 per cent now", "15", FactKind.PERCENT, 15, "%", "15 per cent"),
        ("for 1 hour 25 minutes by", "1", FactKind.DURATION, 85, "minute", "1 hour 25 minutes"),
        ("for 85 minutes by", "85", FactKind.DURATION, 85, "minute", "85 minutes"),
        ("20 different ships", "20", FactKind.NUMBER, 20, "ship", "20"),
        ("1,340-kilometre border", "1,340", FactKind.NUMBER, 1340, "kilometer", "1,340"),
        ("the 80th anniversary of", "80th", FactKind.NUMBER, 80, "th anniversary", "80th anniversary"),
        ("all 41 of them", "41", FactKind.NUMBER, 41, "", "41"),
    ],
)
def test_quantities(text: str, figure: str, kind: FactKind, value: float, unit: str, told: str) -> None:
    start = text.index(figure)
    found = read_quantity(text, start, start + len(figure))
    assert found is not None
    assert (found.kind, found.value, found.unit) == (kind, value, unit)
    assert text[start : found.end] == told


@pytest.mark.parametrize("text", ["4:20", "15th Five-Year Plan", "8 p.m. on Sunday"])
def test_what_is_no_quantity(text: str) -> None:
    assert read_quantity(text, 0, len(text.split()[0])) is None
