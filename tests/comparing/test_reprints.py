"""Reprints: found, measured, shown; in linear time; the same from either side."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.comparing import find_reprints
from framing.types import Reprint
from tests.timing import grows_linearly
from tests.tiny import profile

VOCABULARY = [first + last for first in "bdfgklmnprst" for last in ("an", "el", "ir", "os", "um", "ast")]


def prose(seed: int, words: int) -> str:
    rng = random.Random(seed)
    return " ".join(rng.choices(VOCABULARY, k=words))


def found(a: str, b: str) -> tuple[Reprint, ...]:
    return find_reprints([profile(a, id="A"), profile(b, id="B")])


def test_the_same_text_shares_everything() -> None:
    text = prose(1, 200)
    (reprint,) = found(text, text)
    assert (reprint.a, reprint.b, reprint.share_a, reprint.share_b) == ("A", "B", 1.0, 1.0)
    ((in_a, in_b),) = reprint.passages
    assert in_a == in_b
    assert text[in_a.start : in_a.end] == text


def test_different_texts_share_nothing() -> None:
    assert found(prose(1, 300), prose(2, 300)) == ()
    assert found("", "") == ()
    assert found("too short to tell", "too short to tell") == ()


def test_a_wire_text_inside_a_longer_piece() -> None:
    wire, before, after = prose(1, 100), prose(2, 150), prose(3, 150)
    longer = f"{before}\n{wire}\n{after}"
    (reprint,) = found(wire, longer)
    assert reprint.share_a == 1.0
    assert reprint.share_b == pytest.approx(96 / 396, abs=0.01)
    ((in_wire, in_longer),) = reprint.passages
    assert wire[in_wire.start : in_wire.end] == longer[in_longer.start : in_longer.end] == wire


def test_capitals_and_punctuation_do_not_matter() -> None:
    (reprint,) = found("The envoys met on Monday, and agreed.", "the ENVOYS met - on Monday and agreed!")
    assert (reprint.share_a, reprint.share_b) == (1.0, 1.0)


def test_an_edit_parts_two_passages() -> None:
    words = prose(1, 120).split()
    edited = [*words[:60], "otherwise", *words[61:]]
    a, b = " ".join(words), " ".join(edited)
    (reprint,) = found(a, b)
    assert [a[p.start : p.end] == b[q.start : q.end] for p, q in reprint.passages] == [True, True]
    assert [len(a[p.start : p.end].split()) for p, _ in reprint.passages] == [60, 59]


def test_several_texts_are_compared_pairwise() -> None:
    text = prose(1, 80)
    profiles = [profile(t, id=i) for t, i in ((text, "A"), (prose(2, 80), "B"), (text, "C"))]
    assert [(r.a, r.b) for r in find_reprints(profiles)] == [("A", "C")]


little = st.lists(st.sampled_from(["red", "blue", "green"]), max_size=40).map(" ".join)


@settings(max_examples=80, deadline=None)
@given(little, little)
def test_from_either_side_the_same(a: str, b: str) -> None:
    there, back = found(a, b), found(b, a)
    assert [(r.share_b, r.share_a, tuple(sorted(((q, p) for p, q in r.passages), key=str))) for r in there] == [
        (r.share_a, r.share_b, tuple(sorted(r.passages, key=str))) for r in back
    ]


@settings(max_examples=80, deadline=None)
@given(little, little)
def test_passages_are_the_same_words(a: str, b: str) -> None:
    for reprint in found(a, b):
        assert reprint.passages
        for in_a, in_b in reprint.passages:
            assert a[in_a.start : in_a.end] == b[in_b.start : in_b.end]
            assert len(a[in_a.start : in_a.end].split()) >= 5


def test_one_word_over_and_over_is_linear() -> None:
    def work(text: str) -> None:
        find_reprints([profile(text), profile(f"{text} more")])

    assert grows_linearly(work, lambda size: "same " * size, 2_500)
