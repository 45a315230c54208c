"""Numbers: against scipy, against simulation, and symmetric."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask
from scipy.special import betainc, gammaincinv
from scipy.stats import binomtest, chi2

from framing.stats import (
    Estimate,
    benjamini_hochberg,
    chi_square_p,
    difference,
    krippendorff_alpha,
    log_likelihood,
    log_odds,
    log_ratio,
    percent_difference,
    poisson_bounds,
    poisson_rate,
    rate_test,
    wilson,
)

counts = st.integers(0, 200)
words = st.integers(1, 5000)


@pytest.mark.parametrize("count", [*range(60), 150, 1000, 100_000])
def test_bounds_are_garwoods(count: int) -> None:
    low, high = poisson_bounds(count)
    assert low == pytest.approx(gammaincinv(count, 0.025) if count else 0.0, rel=1e-11)
    assert high == pytest.approx(gammaincinv(count + 1, 0.975), rel=1e-11)


@given(counts, words)
def test_rate_lies_in_its_interval(count: int, words: int) -> None:
    rate = poisson_rate(count, words)
    assert 0 <= rate.low <= rate.value < rate.high
    assert rate.value == 1000 * count / words
    assert (rate.low == 0) == (count == 0)


@given(counts, words, counts, words)
def test_swapping_negates_a_difference(count_a: int, words_a: int, count_b: int, words_b: int) -> None:
    a, b = poisson_rate(count_a, words_a), poisson_rate(count_b, words_b)
    there, back = difference(a, b), difference(b, a)
    assert (there.value, there.low, there.high) == (-back.value, -back.high, -back.low)
    assert there.low <= there.value <= there.high


@given(counts, words, counts, words)
def test_swapping_keeps_p(count_a: int, words_a: int, count_b: int, words_b: int) -> None:
    p = rate_test(count_a, words_a, count_b, words_b)
    assert p == rate_test(count_b, words_b, count_a, words_a)
    assert 0 <= p <= 1


@given(st.integers(0, 60), words, st.integers(0, 60), words)
def test_p_is_the_binomial_mid_p(count_a: int, words_a: int, count_b: int, words_b: int) -> None:
    total, share = count_a + count_b, words_a / (words_a + words_b)

    def at_least(count: int) -> float:
        return 1.0 if count <= 0 else 0.0 if count > total else float(betainc(count, total - count + 1, share))

    upper = (at_least(count_a) + at_least(count_a + 1)) / 2
    assert rate_test(count_a, words_a, count_b, words_b) == pytest.approx(min(1, 2 * min(upper, 1 - upper)), abs=1e-9)


@pytest.mark.parametrize(("mean_a", "mean_b"), [(2, 2), (3, 8), (8, 8), (5, 20), (20, 20), (40, 15)])
def test_differences_cover(mean_a: float, mean_b: float) -> None:
    """95 % intervals hold the true difference in at least 94 % of 4,000 simulated pairs of texts."""
    rng = np.random.default_rng(20260204)
    words_a, words_b = 500, 800
    truth = 1000 * mean_a / words_a - 1000 * mean_b / words_b
    draws = zip(rng.poisson(mean_a, 4000), rng.poisson(mean_b, 4000), strict=True)
    found = [difference(poisson_rate(int(a), words_a), poisson_rate(int(b), words_b)) for a, b in draws]
    assert np.mean([estimate.low <= truth <= estimate.high for estimate in found]) >= 0.94


@pytest.mark.parametrize("mean", [3, 8, 20])
def test_equal_rates_are_seldom_told_apart(mean: float) -> None:
    rng = np.random.default_rng(20260204)
    pairs = rng.poisson(mean, (4000, 2)).tolist()
    assert np.mean([rate_test(a, 500, b, 500) < 0.05 for a, b in pairs]) <= 0.055


def test_q_values_by_hand() -> None:
    assert benjamini_hochberg([]) == []
    assert benjamini_hochberg([0.2]) == [0.2]
    assert benjamini_hochberg([0.01, 0.02, 0.03, 0.04]) == pytest.approx([0.04] * 4)
    assert benjamini_hochberg([0.005, 0.8, 0.04]) == pytest.approx([0.015, 0.8, 0.06])


@given(st.lists(st.floats(0, 1), max_size=30), st.randoms(use_true_random=False))
def test_q_values_follow_their_p(p_values: list[float], random: Random) -> None:
    q_values = benjamini_hochberg(p_values)
    assert all(p <= q <= 1 for p, q in zip(p_values, q_values, strict=True))
    order = list(range(len(p_values)))
    random.shuffle(order)
    assert benjamini_hochberg([p_values[i] for i in order]) == [q_values[i] for i in order]


@given(counts, words, counts, words)
def test_keyness_swaps(count_a: int, words_a: int, count_b: int, words_b: int) -> None:
    there, back = (count_a, words_a, count_b, words_b), (count_b, words_b, count_a, words_a)
    assert log_likelihood(*there) == log_likelihood(*back) >= 0
    assert log_ratio(*there) == -log_ratio(*back)
    if count_a + 1 < words_a and count_b + 1 < words_b:
        odds, other = log_odds(*there, 1, 100), log_odds(*back, 1, 100)
        assert (odds.value, odds.z) == (-other.value, -other.z)


@pytest.mark.parametrize(
    ("count_a", "count_b", "prior", "value", "z"),
    [
        (7, 7, 2.5, -0.012500162764231604, -0.027243473133547802),
        (0, 4, 1.5, -1.3354314982465718, -1.449771539327093),
        (80, 75, 60.5, 0.1315460282583698, 1.092524056973247),
        (1, 9, 3.5, -1.0837830286389876, -1.9714199569104511),
        (12, 3, 2.5, 1.0132947507453287, 2.023420477657462),
    ],
)
def test_log_odds_are_those_of_logodds(count_a: int, count_b: int, prior: float, value: float, z: float) -> None:
    """Figures of ``logodds`` 0.1.0 on two texts of 100 and 98 words with 70.5 words of prior."""
    found = log_odds(count_a, 100, count_b, 98, prior, 70.5)
    assert found == pytest.approx((value, z), abs=1e-12)


@given(counts, words, counts, words)
def test_log_likelihood_is_the_g_test(count_a: int, words_a: int, count_b: int, words_b: int) -> None:
    """Rayson and Garside's: the two cells of the word, without those of all others."""
    expected = [(count_a + count_b) * n / (words_a + words_b) for n in (words_a, words_b)]
    cells = zip((count_a, count_b), expected, strict=True)
    assert log_likelihood(count_a, words_a, count_b, words_b) == pytest.approx(
        max(0.0, 2 * sum(o * np.log(o / e) for o, e in cells if o)), abs=1e-8
    )


@given(st.floats(0, 200))
def test_tail_is_chi_squares(value: float) -> None:
    assert chi_square_p(value) == pytest.approx(chi2.sf(value, 1), rel=1e-9)


def test_percent_difference() -> None:
    assert percent_difference(1, 1000, 4, 1000) == -75
    assert percent_difference(1, 1000, 0, 1000) is None


@given(st.integers(0, 200), st.integers(1, 200))
def test_wilson_is_scipys(right: int, n: int) -> None:
    right = min(right, n)
    interval = binomtest(right, n).proportion_ci(method="wilson")
    assert wilson(right / n, n) == pytest.approx(Estimate(right / n, interval.low, interval.high), abs=1e-12)


WORKED = ("123321412___", "1233224125_3", "_3332342251_", "12332441251_")
"""Krippendorff 2011, section C: four observers, twelve units, five categories, gaps."""


def test_alpha_is_that_of_krippendorffs_example() -> None:
    units = [[code for code in unit if code != "_"] for unit in zip(*WORKED, strict=True)]
    assert krippendorff_alpha(units) == pytest.approx(0.743, abs=5e-4)


@given(
    st.integers(2, 4).flatmap(lambda n: st.lists(st.lists(st.sampled_from("abc"), min_size=n, max_size=n), min_size=2))
)
def test_alpha_is_nltks(units: list[list[str]]) -> None:
    alpha = krippendorff_alpha(units)
    if len({code for unit in units for code in unit}) == 1:
        assert alpha is None
        return
    rows = [(coder, item, code) for item, unit in enumerate(units) for coder, code in enumerate(unit)]
    assert alpha == pytest.approx(AnnotationTask(data=rows).alpha(), abs=1e-12)


def test_alpha_of_units_that_say_nothing() -> None:
    assert krippendorff_alpha([]) is None
    assert krippendorff_alpha(["a", "b"]) is None
    assert krippendorff_alpha(["ab", "ba"]) == pytest.approx(-0.5)
