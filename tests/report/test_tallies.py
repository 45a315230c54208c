from __future__ import annotations

import re

import pytest

from framing.analysis import compare
from framing.report.compose import compose
from framing.report.html import render_html
from framing.report.tallies import compared_rows, tallies
from framing.report.tree import Tally
from framing.types import Comparison, Verdict, Voice
from tests.report.conftest import AGENCY, WIRE, article

PLAIN = ["plain", "translated", "three", "five"]


def told(comparison: Comparison) -> dict[str, Tally]:
    found = tallies(comparison)
    assert found is not None
    listed = [tally for row in found.rows for tally in row.tallies]
    assert len({tally.key for tally in listed}) == len(listed)
    return {tally.key: tally for tally in listed}


@pytest.mark.parametrize("state", PLAIN)
def test_every_marker_has_a_row_or_a_tally(states: dict[str, Comparison], state: str) -> None:
    comparison = states[state]
    rows = {key for key, _, _ in compared_rows(comparison) if not key.startswith("group:")}
    assert rows.isdisjoint(told(comparison))
    assert rows | told(comparison).keys() == {marker.name for marker in comparison.markers}


def test_tallies_are_the_hits_of_what_is_not_compared(two: Comparison) -> None:
    contrasts = {c.marker: c for c in two.contrasts if c.voice is Voice.OWN}
    for key, tally in told(two).items():
        contrast = contrasts[key]
        assert contrast.verdict is Verdict.TOO_LITTLE_TEXT
        counts = (contrast.a.count, contrast.b.count)
        assert tally.hits == (f"{counts[0]} and {counts[1]}" if any(counts) else "")


def test_of_three_texts_those_with_hits_are_named(states: dict[str, Comparison]) -> None:
    profiles = states["three"].profiles
    for key, tally in told(states["three"]).items():
        counts = {
            p.document.article.id: r.count for p in profiles for r in p.rates if (r.marker, r.voice) == (key, "own")
        }
        assert tally.hits == ", ".join(f"{letter} {count}" for letter, count in counts.items() if count)


def test_swapping_texts_swaps_tallies() -> None:
    one = told(compare([article(AGENCY, "A"), article(WIRE, "B")]))
    other = told(compare([article(WIRE, "A"), article(AGENCY, "B")]))
    assert {key: " and ".join(reversed(t.hits.split(" and "))) for key, t in other.items()} == {
        key: t.hits for key, t in one.items()
    }


def test_a_tally_leads_to_its_hits_in_the_page(two: Comparison) -> None:
    page = render_html(compose(two)).decode()
    keys = re.findall(r'class="tally" data-key="([^"]*)"', page)
    assert keys == [key for key, tally in told(two).items() if tally.hits]
    assert keys
