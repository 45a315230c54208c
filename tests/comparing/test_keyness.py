from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.comparing.keyness import find_keywords
from framing.types import Keyword, Voice
from tests.tiny import profile

A = 'Trade grew and trade pays, trade wins, trade said "no war" here. ' * 4
B = 'The war goes on and the war costs; this war, war, said "no war" here. ' * 4


def ranked(*texts: str, voice: Voice = Voice.OWN) -> list[Keyword]:
    profiles = [profile(text, id="ABC"[index]) for index, text in enumerate(texts)]
    return [keyword for keyword in find_keywords(profiles) if keyword.voice is voice]


def test_words_are_ranked_by_evidence() -> None:
    found = ranked(A, B)
    assert [keyword.feature for keyword in found[:2]] == ["trade", "war"]
    trade = next(keyword for keyword in found if keyword.feature == "trade")
    assert (trade.count_a, trade.words_a, trade.count_b, trade.words_b) == (16, 40, 0, 52)
    assert trade.log_ratio == pytest.approx(5.3785, abs=1e-4)
    assert trade.percent_diff is None
    assert trade.z > 0 > found[1].z
    assert trade.q < 0.001


def test_voices_are_counted_apart() -> None:
    text = 'Trade grew. "War, war, war, war," he said.'
    assert [k.feature for k in ranked(text, text, voice=Voice.QUOTED)] == ["war"]
    assert ranked(text, text) == []


def test_words_of_grammar_never_lead() -> None:
    assert not {keyword.feature for keyword in ranked("of the " * 50 + A, B)} & {"of", "the", "and"}


def test_rare_words_are_left_out_and_the_same_text_has_no_keyword() -> None:
    assert {keyword.feature for keyword in ranked(A, A)} >= {"trade"}
    assert all(keyword.z == keyword.log_ratio == keyword.g2 == 0 and keyword.q == 1 for keyword in ranked(A, A))
    assert "grew" not in {keyword.feature for keyword in ranked("It grew. It grew.", "It grew.")}


def test_of_three_each_is_set_against_the_others() -> None:
    found = ranked(A, B, B)
    assert list(dict.fromkeys(keyword.article for keyword in found)) == ["A", "B", "C"]
    trade = next(keyword for keyword in found if keyword.feature == "trade")
    assert (trade.article, trade.words_b) == ("A", 104)


def test_no_words_no_keywords() -> None:
    assert find_keywords([profile("", id="A"), profile(A, id="B")]) == ()


TEXTS = st.lists(st.sampled_from(["trade", "war", "the", "12", "peace's", "no."]), max_size=60).map(" ".join)


@given(TEXTS, TEXTS)
def test_swapping_swaps_every_sign(a: str, b: str) -> None:
    there = {(k.feature, k.voice): k for k in find_keywords([profile(a, id="A"), profile(b, id="B")])}
    back = {(k.feature, k.voice): k for k in find_keywords([profile(b, id="A"), profile(a, id="B")])}
    assert there.keys() == back.keys()
    for key, one in there.items():
        other = back[key]
        assert (one.log_ratio, one.log_odds, one.z) == (-other.log_ratio, -other.log_odds, -other.z)
        assert (one.g2, one.q) == (other.g2, other.q)
        assert (one.count_a, one.words_a, one.count_b, one.words_b) == (
            *(other.count_b, other.words_b),
            *(other.count_a, other.words_a),
        )


def test_one_text_has_no_keywords() -> None:
    assert find_keywords([profile(A, id="A")]) == ()
