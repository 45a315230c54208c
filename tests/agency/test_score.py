"""The floors of agency on sentences marked by hand; no later change may lower them silently."""

from __future__ import annotations

import hashlib

import pytest

from tests.agency.score import HALVES, TABLE, Scores, score, sentences, table

SHA256 = "ead14b057fb08181da5436ab4325a7146b5785867d9c750fb175212825614706"
FLOORS = {
    "dev": {"voice": (0.97, 0.95), "agent": (0.96, 0.93), "patient": (0.95, 0.95)},
    "test": {"voice": (0.93, 0.88), "agent": (0.89, 0.81), "patient": (0.88, 0.77)},
}
"""Precision and recall."""


@pytest.fixture(scope="module")
def scores() -> dict[str, Scores]:
    return {half: score(half) for half in HALVES}


def test_floors_are_for_these_sentences() -> None:
    assert hashlib.sha256(TABLE.read_bytes()).hexdigest() == SHA256
    assert [len(list(sentences(half))) for half in HALVES] == [100, 100]


@pytest.mark.parametrize("half", HALVES)
def test_no_figure_falls_below_its_floor(scores: dict[str, Scores], half: str) -> None:
    for name, (precision, recall) in FLOORS[half].items():
        tally = scores[half].tallies[name]
        assert tally.precision >= precision, (name, tally)
        assert tally.recall >= recall, (name, tally)


def test_few_clauses_are_left_unsure(scores: dict[str, Scores]) -> None:
    for found in scores.values():
        assert 0 < found.unsure <= 0.03 * found.clauses


def test_table(scores: dict[str, Scores]) -> None:
    lines = table(scores).splitlines()
    assert lines[0] == "| | P dev | R dev | n | P test | R test | n |"
    assert lines[2].startswith("| clause | ")
    assert lines[2].split(" | ")[3] == "178"
