"""The quality gate: no change may lower what was reached on the hand-marked gold.

A floor that moves is moved by hand, with a line in the changelog: ``python -m tests.gold --pin``
writes today's figures.
"""

from __future__ import annotations

import json

import pytest

from tests.gold import FLOORS, LIMITS, TABLE, Scores, fingerprint, score_all, table

PINNED = json.loads(FLOORS.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def scores() -> Scores:
    return score_all()


def test_floors_are_for_this_gold() -> None:
    assert fingerprint() == PINNED["fingerprint"], "texts or gold changed: score again and pin the floors anew"


@pytest.mark.parametrize("name", PINNED["floors"])
def test_not_below_the_floor(scores: Scores, name: str) -> None:
    tally, floor = scores.tallies[name], PINNED["floors"][name]
    assert tally.precision >= floor["precision"]
    assert tally.recall >= floor["recall"]


def test_the_page_on_limits_has_the_figures_of_today() -> None:
    assert TABLE.search(LIMITS.read_text(encoding="utf-8"))[2] == table()
