"""Rate ratios: how many times as frequent a marker is in sentences that people marked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from benchmarks.evaluate.bootstrap import REPLICATES, draw
from benchmarks.evaluate.labelled import NAMES, OTHERS, OWN, Array, Labelled
from benchmarks.evaluate.tables import Part, decimals, table
from framing.markers import MARKERS

CORPORA = ("BABE", "PTC")
ENOUGH_HITS = 10
_CLAIM = re.compile("(?P<more>more in (?:texts that|propaganda))|(?P<less>less in texts)|style only")


@dataclass(frozen=True)
class Ratio:
    """A ratio of rates with its 95 % interval, and the hits it rests on."""

    value: float
    low: float
    high: float
    hits: int

    @property
    def sign(self) -> int:
        """1 where the interval is above 1, -1 where it is below, else 0."""
        return (self.low > 1) - (self.high < 1) if self.hits >= ENOUGH_HITS else 0


Ratios = Mapping[str, tuple[Ratio, Ratio]]
"""By marker: in the outlet's own voice, and in words quoted or reported."""


def babe_ratios(sample: Labelled) -> Ratios:
    """Compare biased sentences with others of the same outlet; intervals from drawing sentences anew."""
    return _both_voices(sample, unit=np.arange(len(sample)), stratum=sample.source)


def ptc_ratios(sample: Labelled) -> Ratios:
    """Compare propaganda lines with others; intervals from drawing articles anew."""
    return _both_voices(sample, unit=sample.source, stratum=np.zeros(len(sample)))


def _both_voices(sample: Labelled, unit: np.ndarray, stratum: np.ndarray) -> Ratios:
    columns = [
        rate_ratios(sample.hits[:, voice], sample.words[:, voice], sample.positive, unit, stratum)
        for voice in (OWN, OTHERS)
    ]
    return dict(zip(NAMES, zip(*columns, strict=True), strict=True))


def rate_ratios(hits: Array, words: Array, positive: np.ndarray, unit: np.ndarray, stratum: np.ndarray) -> list[Ratio]:
    """Pool the ratios of hits per word, positive to other sentences, over strata.

    After Mantel and Haenszel, so that an outlet in which one side has no hit counts too.
    The interval is the middle 95 % of ratios from units drawn anew within their stratum.
    """
    above, below = (np.zeros((REPLICATES + 1, hits.shape[1])) for _ in range(2))
    for name in np.unique(stratum):
        rows = stratum == name
        _, number = np.unique(unit[rows], return_inverse=True)
        size = number.max() + 1
        draws = np.vstack([np.ones(size), draw(size)])
        (hits_1, words_1), (hits_0, words_0) = (
            (draws @ _sums(hits[rows] * side, number), draws @ _sums(words[rows, None] * side, number))
            for side in (positive[rows, None], ~positive[rows, None])
        )
        total = np.maximum(words_1 + words_0, 1)
        above += hits_1 * words_0 / total
        below += hits_0 * words_1 / total
    with np.errstate(divide="ignore", invalid="ignore"):
        ratios = above / below
    ratios = np.nan_to_num(ratios, nan=1.0, posinf=np.inf)
    low, high = np.quantile(ratios[1:], [0.025, 0.975], axis=0, method="nearest")
    return [Ratio(*map(float, row), int(n)) for *row, n in zip(ratios[0], low, high, hits.sum(0), strict=True)]


def _sums(rows: Array, number: np.ndarray) -> Array:
    sums = np.zeros((number.max() + 1, rows.shape[1]))
    np.add.at(sums, number, rows)
    return sums


def tell(found: Mapping[str, Ratios], untouched: Ratios) -> Part:
    """Set every marker's ratios beside what the table of markers says of it."""
    directions = {row.marker.name: row.marker.direction for row in MARKERS}
    rows = [
        [name, *_cells(found, untouched, name), verdict(directions[name], found, name) if name in directions else ""]
        for name in NAMES
    ]
    header = ["ratio [95 %] (hits)", "BABE, own voice", "own voice, untouched outlets", "BABE, others"]
    return Part(table([*header, "PTC, own voice", "PTC, others", "verdict"], rows))


def verdict(direction: str, found: Mapping[str, Ratios], name: str) -> str:
    """Say whether the own-voice ratios bear out the direction in the table of markers."""
    claim = _CLAIM.match(direction)
    signs = [found[corpus][name][OWN].sign for corpus in CORPORA]
    if claim is None:
        return f"no claim; {_words(signs)}" if any(signs) else "no claim"
    expected = 1 if claim["more"] else -1 if claim["less"] else 0
    if not expected:
        return f"not style only: {_words(signs)}" if sum(signs) else "agrees"
    if -expected in signs:
        return "contradicts" if expected not in signs else "disputed"
    return ("not confirmed", "agrees", "agrees twice")[signs.count(expected)]


def _words(signs: list[int]) -> str:
    named = {1: "more", -1: "less", 0: "no difference"}
    return ", ".join(f"{named[sign]} in {corpus}" for corpus, sign in zip(CORPORA, signs, strict=True) if sign)


def _cells(found: Mapping[str, Ratios], untouched: Ratios, name: str) -> list[str]:
    babe, ptc = (found[corpus][name] for corpus in CORPORA)
    return [_cell(ratio) for ratio in (babe[OWN], untouched[name][OWN], babe[OTHERS], *ptc)]


def _cell(ratio: Ratio) -> str:
    if ratio.hits < ENOUGH_HITS:
        return f"({ratio.hits})"
    text = f"{decimals(ratio.value, 2)} [{decimals(ratio.low, 2)}, {decimals(ratio.high, 2)}] ({ratio.hits})"
    return f"**{text}**" if ratio.sign else text
