"""Rate ratios: how many times as frequent a marker is in sentences that people marked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.evaluate.bootstrap import REPLICATES, draw
from benchmarks.evaluate.labelled import NAMES, OTHERS, OWN, Array, Labelled
from benchmarks.evaluate.tables import Part, decimals, table
from framing.markers import MARKERS

CORPORA = ("BABE", "PTC")
ENOUGH_HITS = 10
ONE_HIT = 0.25
"""What one hit adds to either side where it is spread over all words; it keeps ratios finite."""
_CLAIM = re.compile("(?P<sign>more|less) in (?:texts that|sentences that|propaganda)|style only")


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
    for stream, name in enumerate(np.unique(stratum)):
        rows = stratum == name
        _, number = np.unique(unit[rows], return_inverse=True)
        size = number.max() + 1
        draws = np.vstack([np.ones(size), draw(size, stream)])
        (hits_1, words_1), (hits_0, words_0) = (
            (draws @ _sums(hits[rows] * side, number), draws @ _sums(words[rows, None] * side, number))
            for side in (positive[rows, None], ~positive[rows, None])
        )
        total = np.maximum(words_1 + words_0, 1)
        above += hits_1 * words_0 / total
        below += hits_0 * words_1 / total
    ratios = (above + ONE_HIT) / (below + ONE_HIT)
    low, high = np.quantile(ratios[1:], [0.025, 0.975], axis=0)
    return [Ratio(*map(float, row), int(n)) for *row, n in zip(ratios[0], low, high, hits.sum(0), strict=True)]


def _sums(rows: Array, number: np.ndarray) -> Array:
    sums = np.zeros((number.max() + 1, rows.shape[1]))
    np.add.at(sums, number, rows)
    return sums


def tell(found: Mapping[str, Ratios], untouched: Mapping[str, Ratios]) -> Part:
    """Set every marker's ratios beside what the table of markers says of it."""
    directions = {row.marker.name: row.marker.direction for row in MARKERS}
    rows = []
    for name in NAMES:
        columns = ((found[c][name][OWN], untouched[c][name][OWN], found[c][name][OTHERS]) for c in CORPORA)
        cells = [_cell(ratio) for column in columns for ratio in column]
        claim = directions.get(name)
        rows.append([name, *cells, verdict(claim, signs(name, found, untouched)) if claim else ""])
    kinds = ("own voice", "own, untouched", "others")
    header = ["ratio [95 %] (hits)", *(f"{corpus}, {kind}" for corpus in CORPORA for kind in kinds), "verdict"]
    return Part(table(header, rows))


def signs(name: str, found: Mapping[str, Ratios], untouched: Mapping[str, Ratios]) -> list[int]:
    """Return the sign of each corpus' own-voice ratio, 0 where the untouched part lies on the other side."""
    pairs = ((found[corpus][name][OWN], untouched[corpus][name][OWN]) for corpus in CORPORA)
    return [whole.sign if (fair.value - 1) * whole.sign > 0 else 0 for whole, fair in pairs]


def verdict(direction: str, signs: Sequence[int]) -> str:
    """Say whether the signs in `CORPORA` bear out a direction in the table of markers."""
    claim = _CLAIM.search(direction)
    seen = [
        f"{'more' if sign > 0 else 'less'} in {corpus}" for corpus, sign in zip(CORPORA, signs, strict=True) if sign
    ]
    if claim is None:
        return f"no claim; {', '.join(seen)}" if seen else "no claim"
    expected = {"more": 1, "less": -1, None: 0}[claim["sign"]]
    if not expected:
        return f"not style only: {', '.join(seen)}" if sum(signs) else "style only, as said"
    if -expected in signs:
        return "contradicts" if expected not in signs else "disputed"
    return ("not confirmed", "agrees", "agrees twice")[signs.count(expected)]


def _cell(ratio: Ratio) -> str:
    if ratio.hits < ENOUGH_HITS:
        return f"({ratio.hits})"
    text = f"{decimals(ratio.value, 2)} [{decimals(ratio.low, 2)}, {decimals(ratio.high, 2)}] ({ratio.hits})"
    return f"**{text}**" if ratio.sign else text
