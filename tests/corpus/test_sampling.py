"""Blind samples: stratified, repeatable, and silent on where a sentence is from and what the tool found."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from itertools import pairwise

import pytest

from framing.analysis import analyze, make_run
from framing.corpus import draw_sample, key_to_csv, sheet_to_csv
from framing.corpus.sampling import KEY, Item
from framing.markers import MARKERS
from framing.reading import article_from_text
from framing.types import Profile

NAMES = ("hedges", "obligation")
RUN = make_run()


def profiles(count: int = 30) -> list[Profile]:
    texts = (
        f'The fleet of ship {i} may sail [today] for the north. "We must go now to the port," the mayor said. '
        f"=The harbour {i} was closed for nine days in spring. Dockers went home at noon on that day."
        for i in range(count)
    )
    return [analyze(article_from_text(text, id=f"d{i}", outlet="The Daily")) for i, text in enumerate(texts)]


PROFILES = profiles()
ITEMS = draw_sample(PROFILES, NAMES, 10, seed=1)


def rows(table: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")))


def test_every_stratum_is_drawn_from() -> None:
    drawn = Counter((item.marker, item.voice) for item in ITEMS)
    assert drawn == {
        ("hedges", "own"): 10,
        ("hedges", None): 10,
        ("obligation", "quoted"): 10,
        ("obligation", None): 10,
    }
    assert {(item.marker, item.voice): item.of for item in ITEMS} == {
        ("hedges", "own"): 30,
        ("obligation", "quoted"): 30,
        ("hedges", None): 90,
        ("obligation", None): 90,
    }
    assert len(set(ITEMS)) == len(ITEMS)


def test_items_point_into_their_article() -> None:
    texts = {profile.document.article.id: profile.document.article.text for profile in PROFILES}
    for item in ITEMS:
        words = texts[item.doc_id][item.span.start : item.span.end]
        (bracketed,) = re.findall(r"\[(.+?)\]", item.text)
        assert bracketed == words if item.voice else bracketed in words
        assert item.text.count("[") == item.text.count("]") == 1
        assert (item.entry is None) == (item.voice is None)


def test_the_same_seed_draws_the_same_sample() -> None:
    assert draw_sample(PROFILES, NAMES, 10, seed=1) == ITEMS
    assert draw_sample(PROFILES, NAMES, 10, seed=2) != ITEMS


def test_order_says_nothing() -> None:
    """A run of 40 shuffled items of two kinds has some 20 changes of kind; sorted ones have 3."""
    kinds = [bool(item.voice) for item in ITEMS]
    assert sum(a != b for a, b in pairwise(kinds)) > 8


def test_each_hit_is_drawn_as_often_as_any_other() -> None:
    """Of 30 hits 10 are drawn; over 300 seeds each is drawn about 100 times (standard deviation 8)."""
    drawn = Counter(
        item.doc_id for seed in range(300) for item in draw_sample(PROFILES, ("hedges",), 10, seed) if item.voice
    )
    assert len(drawn) == 30
    assert 65 < min(drawn.values()) <= max(drawn.values()) < 135


def test_the_sheet_is_blind_and_harmless() -> None:
    sheet = sheet_to_csv(ITEMS, [row.marker for row in MARKERS], coders=2)
    table = rows(sheet)
    assert list(table[0]) == ["item", "marker", "question", "text", "code_1", "code_2"]
    assert {row["code_1"] + row["code_2"] for row in table} == {""}
    assert b"Daily" not in sheet
    assert b"d1" not in sheet
    assert any(row["text"].startswith("'=") for row in table)
    assert not any(row["text"].startswith("=") for row in table)
    assert "words that lower certainty" in next(row["question"] for row in table if row["marker"] == "Hedges")


def test_the_key_says_it_all() -> None:
    table = rows(key_to_csv(ITEMS, RUN, "r1"))
    assert tuple(table[0]) == KEY
    for row, item in zip(table, ITEMS, strict=True):
        assert (row["marker"], row["voice"], int(row["of"])) == (item.marker, item.voice or "", item.of)
        assert (row["hit"] == "yes") == bool(item.voice)
        assert row["run_id"] == "r1"


@pytest.mark.parametrize("per_marker", [1, 7, 500])
def test_no_more_than_there_is(per_marker: int) -> None:
    items = draw_sample(PROFILES, ("hedges",), per_marker, seed=3)
    assert Counter(bool(item.voice) for item in items) == {True: min(30, per_marker), False: min(90, per_marker)}


def test_nothing_to_draw_from() -> None:
    assert draw_sample([], NAMES, 5, seed=1) == []
    (item,) = draw_sample(profiles(1)[:1], ("hedges",), 1, seed=1)[:1]
    assert isinstance(item, Item)


def test_a_rare_voice_is_drawn_from_too() -> None:
    texts = ["The ship may sail. " * 30 + '"It may," he said.' for _ in range(9)]
    many = [analyze(article_from_text(text, id=str(i))) for i, text in enumerate(texts)]
    drawn = Counter(item.voice for item in draw_sample(many, ("hedges",), 8, seed=1) if item.voice)
    assert drawn == {"own": 7, "quoted": 1}
