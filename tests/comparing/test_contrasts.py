"""Contrasts: symmetric, careful with little text, and never surer than their interval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from framing.comparing import contrast_profiles
from framing.comparing.contrasts import ALPHA, MIN_HITS, MIN_WORDS
from framing.stats import difference, poisson_rate, rate_test
from framing.types import Contrast, Profile, Verdict, Voice
from tests.tiny import counted, profile

MIRROR = {Verdict.MORE_IN_A: Verdict.MORE_IN_B, Verdict.MORE_IN_B: Verdict.MORE_IN_A}

sizes = st.tuples(st.integers(0, 30), st.integers(0, 12), st.integers(0, 30), st.sampled_from([120, 150, 400, 700]))


def named(*several: tuple[int, ...]) -> list[Profile]:
    return [counted(*size, id=chr(ord("A") + i)) for i, size in enumerate(several)]


def find(contrasts: Sequence[Contrast], marker: str, article: str | None = None) -> Contrast:
    return next(c for c in contrasts if (c.marker, c.voice, c.article) == (marker, Voice.OWN, article))


@settings(max_examples=60, deadline=None)
@given(sizes, sizes)
def test_swapping_mirrors(size_a: tuple[int, ...], size_b: tuple[int, ...]) -> None:
    a, b = counted(*size_a), counted(*size_b)
    for there, back in zip(contrast_profiles([a, b]), contrast_profiles([b, a]), strict=True):
        assert (there.marker, there.voice, there.p, there.q) == (back.marker, back.voice, back.p, back.q)
        assert (there.a, there.b) == (back.b, back.a)
        assert there.verdict is MIRROR.get(back.verdict, back.verdict)
        if there.difference is not None and back.low is not None and back.high is not None:
            assert (there.difference, there.low, there.high) == (-back.difference, -back.high, -back.low)  # type: ignore[operator]


@settings(max_examples=30, deadline=None)
@given(st.lists(sizes, min_size=3, max_size=5), st.randoms(use_true_random=False))
def test_permuting_permutes(several: list[tuple[int, ...]], random: Random) -> None:
    profiles = named(*several)
    contrasts = contrast_profiles(profiles)
    random.shuffle(profiles)
    assert set(contrasts) == set(contrast_profiles(profiles))


@settings(max_examples=60, deadline=None)
@given(st.lists(sizes, min_size=2, max_size=4))
def test_verdicts_keep_their_word(several: list[tuple[int, ...]]) -> None:
    for c in contrast_profiles(named(*several)):
        short = min(c.a.words, c.b.words) < MIN_WORDS or c.a.count + c.b.count < MIN_HITS
        assert (c.verdict is Verdict.TOO_LITTLE_TEXT) == short == (c.p is None) == (c.q is None)
        if c.verdict in MIRROR:
            assert c.q is not None
            assert c.q < ALPHA
            assert c.low is not None
            assert c.high is not None
            assert c.low > 0 if c.verdict is Verdict.MORE_IN_A else c.high < 0
        if c.p is not None and c.q is not None:
            assert c.p <= c.q


def test_two_texts_by_hand() -> None:
    contrasts = contrast_profiles([counted(24, 1, 5), counted(4, 1, 6)])
    hedges, boosters, threat = (find(contrasts, name) for name in ("hedges", "boosters", "threat"))
    assert (hedges.difference, hedges.low, hedges.high) == difference(poisson_rate(24, 400), poisson_rate(4, 400))
    assert hedges.p == rate_test(24, 400, 4, 400)
    assert hedges.q == 2 * hedges.p  # two markers were tested: boosters had too few hits
    assert (hedges.verdict, threat.verdict) == (Verdict.MORE_IN_A, Verdict.NO_CLEAR_DIFFERENCE)
    assert (boosters.verdict, boosters.difference, boosters.p) == (Verdict.TOO_LITTLE_TEXT, 0.0, None)


def test_several_texts_meet_the_mean_of_the_others() -> None:
    contrasts = contrast_profiles(named((30, 0, 0, 400), (2, 0, 0, 300), (3, 0, 0, 700)))
    first = find(contrasts, "hedges", "A")
    assert (first.b.count, first.b.words) == (5, 1000)
    assert first.b.per_1000 == 5.0
    assert first.difference == 75.0 - 5.0
    assert first.verdict is Verdict.MORE_IN_A
    assert {c.article for c in contrasts} == {"A", "B", "C"}


def test_other_voices_need_words_in_both() -> None:
    spoken = profile("\n".join(['"It may be a threat to us all."'] * 40 + ["He said so twice more today."] * 40))
    silent = profile("\n".join(["He said so twice more today."] * 40))
    assert {c.voice for c in contrast_profiles([spoken, silent])} == {Voice.OWN}
    assert {c.voice for c in contrast_profiles([spoken, spoken])} == {Voice.OWN, Voice.QUOTED}


def test_no_verdict_on_sourcing_rests_on_a_damaged_text() -> None:
    def sourcing(p: Profile, *, damaged: bool) -> Profile:
        rates = tuple(rate._replace(group="sourcing") if rate.group == "stance" else rate for rate in p.rates)
        return replace(p, rates=rates, document=replace(p.document, damaged=damaged))

    a, b = counted(30, 0, 30), counted(2, 0, 2)
    whole = contrast_profiles([sourcing(a, damaged=False), sourcing(b, damaged=False)])
    assert find(whole, "hedges").verdict is find(whole, "threat").verdict is Verdict.MORE_IN_A
    for damaged in ((True, False), (False, True)):
        pair = [sourcing(p, damaged=d) for p, d in zip((a, b), damaged, strict=True)]
        contrasts = contrast_profiles(pair)
        for c in contrasts:
            if c.group == "sourcing":
                assert (c.verdict, c.p, c.q) == (Verdict.TOO_LITTLE_TEXT, None, None)
        assert find(contrasts, "threat").verdict is Verdict.MORE_IN_A


def test_no_words_at_all_is_too_little_text() -> None:
    contrasts = contrast_profiles([profile(""), counted(9, 9, 9)])
    assert {(c.verdict, c.difference, c.p) for c in contrasts} == {(Verdict.TOO_LITTLE_TEXT, None, None)}


def test_one_text_has_nothing_to_contrast() -> None:
    assert contrast_profiles([counted(1, 1, 1)]) == ()
