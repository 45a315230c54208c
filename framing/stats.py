"""Numbers only: rates of rare events and shares with intervals, differences, tests, false discoveries, agreement.

In plain Python on purpose: importing scipy takes longer than a whole comparison. The
tests hold every function to scipy's figures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from functools import lru_cache
from math import erfc, exp, lgamma, log, log2, sqrt
from typing import NamedTuple

_TAIL = 0.025
_Z = 1.959963984540054


class Estimate(NamedTuple):
    """A value and the ends of its 95 % interval."""

    value: float
    low: float
    high: float


def poisson_rate(count: int, words: int) -> Estimate:
    """Return a count per 1,000 words with its exact 95 % interval.

    Parameters
    ----------
    count : int
        Hits, 0 or more.
    words : int
        Words they were found in, more than 0.

    Notes
    -----
    Garwood's interval: every Poisson rate under which neither so few nor so many hits
    would be a 1-in-40 event. It covers the true rate in at least 95 % of cases, more for
    small counts.
    Source: Garwood 1936, Biometrika 28, 437–442.

    Examples
    --------
    >>> rate = poisson_rate(4, 500)
    >>> [round(x, 2) for x in rate]
    [8.0, 2.18, 20.48]
    """
    low, high = poisson_bounds(count)
    return Estimate(1000 * count / words, 1000 * low / words, 1000 * high / words)


@lru_cache(maxsize=4096)
def poisson_bounds(count: int) -> tuple[float, float]:
    """Return Garwood's exact 95 % interval for the mean of a Poisson count.

    Examples
    --------
    >>> [round(x, 3) for x in poisson_bounds(0)], [round(x, 3) for x in poisson_bounds(10)]
    ([0.0, 3.689], [4.795, 18.39])
    """
    return (_poisson_bound(count, low=True) if count else 0.0), _poisson_bound(count, low=False)


def _poisson_bound(count: int, *, low: bool) -> float:
    """Solve for the mean by Newton's steps on the tail's logarithm, from Wilson and Hilferty's start."""
    shape = count if low else count + 1
    mean = shape * (1 - 1 / (9 * shape) + (-_Z if low else _Z) / (3 * sqrt(shape))) ** 3
    mean = max(mean, 1e-3)
    for _ in range(50):
        point = exp((shape - 1) * log(mean) - mean - lgamma(shape))
        tail = _upper_tail(count, mean) if low else _lower_tail(count, mean)
        step = log(tail / _TAIL) * tail / (point if low else -point)
        mean = max(mean - step, mean / 2)
        if abs(step) < 1e-13 * mean:
            break
    return mean


def _upper_tail(count: int, mean: float) -> float:
    """P(X ≥ count) for a mean below it."""
    term = total = exp(count * log(mean) - mean - lgamma(count + 1))
    while term > 1e-17 * total:
        count += 1
        term *= mean / count
        total += term
    return total


def _lower_tail(count: int, mean: float) -> float:
    """P(X ≤ count) for a mean above it."""
    term = total = exp(count * log(mean) - mean - lgamma(count + 1))
    while count and term > 1e-17 * total:
        term *= count / mean
        total += term
        count -= 1
    return total


def difference(a: Estimate, b: Estimate) -> Estimate:
    """Return ``a - b`` with a 95 % interval made from the intervals of both.

    Swapping the two gives the negated value and interval, to the last bit.

    Notes
    -----
    MOVER, the method of variance estimates recovery: each end takes from either interval
    the arm that points its way, ``low = a - b - √((a - a.low)² + (b.high - b)²)``. It
    needs no symmetry, so it holds at counts near zero. From two exact Poisson intervals
    it covers at least 95 % in our simulations.
    Source: Zou and Donner 2008, Statistics in Medicine 27, 1693–1702; for Poisson rates
    Li, Tang, Poon and Tang 2011, Communications in Statistics 40, 1478–1493.

    Examples
    --------
    >>> [round(x, 2) for x in difference(poisson_rate(12, 500), poisson_rate(4, 500))]
    [16.0, -1.04, 34.84]
    """
    value = a.value - b.value
    down = sqrt((a.value - a.low) ** 2 + (b.high - b.value) ** 2)
    up = sqrt((b.value - b.low) ** 2 + (a.high - a.value) ** 2)
    return Estimate(value, value - down, value + up)


def rate_test(count_a: int, words_a: int, count_b: int, words_b: int) -> float:
    """Return the two-sided p-value that two Poisson rates are equal.

    Swapping the two gives the same p, to the last bit.

    Notes
    -----
    Conditional test: given the hits of both together, those of one are binomial with its
    share of the words. Mid-p, doubled: half the weight of the observed split counts as
    extreme. The plain exact test errs far below 5 % at the small counts of an article;
    mid-p stays close to 5 % there.
    Source: Przyborowski and Wilenski 1940, Biometrika 31, 313–323; for mid-p Fay 2010,
    Biostatistics 11, 373–374.

    Examples
    --------
    >>> round(rate_test(12, 500, 4, 500), 3), round(rate_test(5, 500, 5, 500), 3)
    (0.049, 1.0)
    """
    (count, words), (other, other_words) = sorted([(count_a, words_a), (count_b, words_b)])
    total = count + other
    log_share, log_rest = log(words / (words + other_words)), log(other_words / (words + other_words))
    if count * other_words > other * words:  # count the tail that thins out
        count, other, log_share, log_rest = other, count, log_rest, log_share
    term = exp(lgamma(total + 1) - lgamma(count + 1) - lgamma(other + 1) + count * log_share + other * log_rest)
    tail, odds = term / 2, exp(log_rest - log_share)
    while count and term > 1e-17 * tail:
        term *= count / (total - count + 1) * odds
        tail += term
        count -= 1
    return min(1.0, 2 * min(tail, 1 - tail))


def benjamini_hochberg(p_values: Sequence[float]) -> list[float]:
    """Return the q-value of each p-value: the false discoveries to expect in taking it and all below.

    Source: Benjamini and Hochberg 1995, Journal of the Royal Statistical Society B 57, 289–300.

    Examples
    --------
    >>> benjamini_hochberg([0.01, 0.04, 0.03, 0.5])
    [0.04, 0.0533..., 0.0533..., 0.5]
    """
    order = sorted(range(len(p_values)), key=p_values.__getitem__)
    q_values, least = [0.0] * len(p_values), 1.0
    for rank in range(len(order), 0, -1):
        index = order[rank - 1]
        q_values[index] = least = min(least, p_values[index] * (len(order) / rank))
    return q_values


def log_likelihood(count_a: int, words_a: int, count_b: int, words_b: int) -> float:
    """Return the log-likelihood ratio G² that two rates differ: 0 for equal rates, 3.84 for p = .05.

    It measures evidence, not size: the same ratio of rates gives a larger G² in longer
    texts. Swapping the two changes nothing.
    Source: Dunning 1993, Computational Linguistics 19, 61–74; Rayson and Garside 2000.

    Examples
    --------
    >>> round(log_likelihood(10, 1000, 2, 1000), 4)
    5.8221
    """
    share = (count_a + count_b) / (words_a + words_b)
    terms = [count * log(count / (words * share)) for count, words in ((count_a, words_a), (count_b, words_b)) if count]
    return max(0.0, 2 * sum(sorted(terms)))


def chi_square_p(value: float) -> float:
    """Return the upper tail of chi-square with one degree of freedom.

    Examples
    --------
    >>> round(chi_square_p(3.841459), 4)
    0.05
    """
    return erfc(sqrt(value / 2))


def log_ratio(count_a: int, words_a: int, count_b: int, words_b: int) -> float:
    """Return the binary logarithm of the ratio of two rates: 1 is twice, -1 is half as frequent.

    A count of 0 is taken for half an occurrence, on either side alike.
    Source: Hardie 2014, *Log Ratio: an informal introduction*.

    Examples
    --------
    >>> log_ratio(8, 1000, 2, 1000), log_ratio(1, 1000, 0, 1000)
    (2.0, 1.0)
    """
    return log2((count_a or 0.5) / words_a) - log2((count_b or 0.5) / words_b)


def percent_difference(count_a: int, words_a: int, count_b: int, words_b: int) -> float | None:
    """Return by how much per cent the first rate is higher than the second; ``None`` if that is 0.

    Source: Gabrielatos and Marchi 2012, *Keyness: appropriate metrics and practical issues*.

    Examples
    --------
    >>> percent_difference(3, 1000, 2, 1000)
    50.0
    """
    return 100 * (count_a * words_b / (count_b * words_a) - 1) if count_b else None


class LogOdds(NamedTuple):
    """A difference of log-odds and its z-score."""

    value: float
    z: float


def log_odds(count_a: int, words_a: int, count_b: int, words_b: int, prior: float, prior_words: float) -> LogOdds:
    """Return how far a word's log-odds in two texts lie apart, each drawn towards a prior.

    ``prior`` of ``prior_words`` imagined words are the word in question. Words are ranked
    by z. Swapping the two negates both.
    Source: Monroe, Colaresi and Quinn 2008, Political Analysis 16, 372–403, equations 16, 20 and 22.

    Examples
    --------
    >>> odds = log_odds(8, 1000, 2, 1000, prior=1, prior_words=1000)
    >>> round(odds.value, 3), round(odds.z, 3)
    (1.102, 1.652)
    """
    a, b = count_a + prior, count_b + prior
    value = log(a / (words_a + prior_words - a)) - log(b / (words_b + prior_words - b))
    return LogOdds(value, value / sqrt(1 / a + 1 / b))


def wilson(share: float, n: float) -> Estimate:
    """Return a share of ``n`` cases with its 95 % interval.

    Parameters
    ----------
    share : float
        From 0 to 1.
    n : float
        Cases, more than 0. It need not be whole: for a share weighted over strata give
        the effective number, ``1 / Σ(weight² / n)``.

    Notes
    -----
    Wilson's score interval stays inside 0 and 1, and covers about 95 % at small ``n`` too.
    Source: Wilson 1927, Journal of the American Statistical Association 22, 209–212; for
    the effective number Kish 1965, Survey Sampling.

    Examples
    --------
    >>> [round(x, 3) for x in wilson(0.85, 20)]
    [0.85, 0.64, 0.948]
    """
    z = _Z**2 / n
    middle = (share + z / 2) / (1 + z)
    arm = sqrt(share * (1 - share) * z + z**2 / 4) / (1 + z)
    return Estimate(share, max(0.0, middle - arm), min(1.0, middle + arm))


def krippendorff_alpha(units: Iterable[Iterable[Hashable]]) -> float | None:
    """Return how far coders agree beyond chance, on nominal codes.

    Parameters
    ----------
    units : iterable of iterable
        For each unit the codes it was given, in any order; a coder who gave none is left
        out. Units with fewer than two codes say nothing.

    Returns
    -------
    float or None
        1 is full agreement, 0 what chance would give; ``None`` where no unit has two
        codes, or all codes are the same, so that nothing can be told from chance.

    Notes
    -----
    ``1 - observed / expected`` disagreement over pairs of codes within and across units.
    By convention .800 is good and .667 the least for tentative conclusions.
    Source: Krippendorff 2011, Computing Krippendorff's Alpha-Reliability.

    Examples
    --------
    >>> round(krippendorff_alpha(["aa", "aa", "ab", "bb", "a"]), 3)
    0.533
    """
    counts = [Counter(codes) for codes in units]
    counts = [codes for codes in counts if codes.total() > 1]
    totals = sum(counts, Counter())
    n = totals.total()
    expected = n**2 - sum(count**2 for count in totals.values())
    if not expected:
        return None
    observed = sum((m**2 - sum(c**2 for c in codes.values())) / (m - 1) for codes in counts for m in [codes.total()])
    return 1 - (n - 1) * observed / expected
