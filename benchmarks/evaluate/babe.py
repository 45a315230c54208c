"""BABE: sentences of eleven US outlets and agencies that experts called biased or not (Spinde et al. 2021)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse.csgraph import connected_components
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.metrics import f1_score, roc_auc_score
from sklearn.model_selection import StratifiedGroupKFold

from benchmarks.evaluate.bootstrap import SEED
from benchmarks.evaluate.labelled import Array, Labelled
from benchmarks.evaluate.models import SETS, Fold, scores
from benchmarks.evaluate.tables import Part, decimals, table

FOLDS = 5
SEEN = ("Breitbart", "Reuters", "MSNBC", "Daily Beast")
"""Outlets whose sentences the authors of our lists may read, and on which settings were chosen."""
ENOUGH = 30
ALIKE = 0.5


def evaluate(sample: Labelled) -> Part:
    """Cross-validate every set of features by folds, and with each outlet left out in turn."""
    seen = is_seen(sample)
    folds, outlets = stratified_folds(sample), outlet_folds(sample)
    halves = {"all": seen | ~seen, "seen": seen, "untouched": ~seen}
    by_fold, by_outlet = scores(sample, folds), scores(sample, outlets)
    majority = np.full(len(sample), 1.0 if sample.positive.mean() > 0.5 else -1.0)
    rows, figures = [["majority", *_f1s(sample, majority, halves), *_f1s(sample, majority, halves), "–"]], {}
    for name in SETS:
        spread = np.std([macro_f1(sample, by_fold[name], test) for _, test in folds], ddof=1)
        first, *others = _f1s(sample, by_fold[name], halves)
        within = _within(sample, by_outlet[name], outlets)
        left_out = _f1s(sample, by_outlet[name], halves)
        rows.append([name, f"{first} ± {decimals(spread)}", *others, *left_out, decimals(within)])
        figures[f"BABE, 5-fold, {name}"] = macro_f1(sample, by_fold[name])
        figures[f"BABE, outlet left out, {name}"] = macro_f1(sample, by_outlet[name])
    header = ["macro-F1", *(f"{FOLDS}-fold, {half}" for half in halves)]
    header += [*(f"outlet out, {half}" for half in halves), "AUC in left-out outlet"]
    return Part("\n\n".join([table(header, rows), _by_outlet(sample, by_outlet, outlets)]), figures)


def is_seen(sample: Labelled) -> NDArray[np.bool_]:
    """Tell which sentences the authors of our lists may have read."""
    return np.isin(sample.source, SEEN)


def stratified_folds(sample: Labelled) -> list[Fold]:
    """Split at random, as many biased sentences in each fold; near-duplicates stay together."""
    split = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=SEED)
    return list(split.split(sample.texts, sample.positive, near_duplicates(sample.texts)))


def outlet_folds(sample: Labelled) -> list[Fold]:
    """Leave each outlet out in turn."""
    outlets = (sample.source == outlet for outlet in np.unique(sample.source))
    return [(np.flatnonzero(~held), np.flatnonzero(held)) for held in outlets]


def near_duplicates(texts: list[str]) -> NDArray[np.int32]:
    """Group texts that share half of their word triples or more, by cosine."""
    words = [" ".join(text.lower().split()) for text in texts]
    triples = CountVectorizer(token_pattern=r"\w+", ngram_range=(3, 3), binary=True).fit_transform(words).astype(float)
    size = np.sqrt(np.asarray(triples.sum(1)).ravel())
    alike = (triples @ triples.T).tocoo()
    close = alike.data >= ALIKE * size[alike.row] * size[alike.col]
    alike.data = close.astype(float)
    alike.eliminate_zeros()
    return connected_components(alike, directed=False)[1]


def macro_f1(sample: Labelled, score: Array, rows: Any = slice(None)) -> float:
    """Return the mean of the F1 of both classes."""
    return float(f1_score(sample.positive[rows], score[rows] > 0, average="macro"))


def _f1s(sample: Labelled, score: Array, halves: dict[str, NDArray[np.bool_]]) -> list[str]:
    return [decimals(macro_f1(sample, score, rows)) for rows in halves.values()]


def _within(sample: Labelled, score: Array, outlets: Iterable[Fold]) -> float:
    """Return the AUC within left-out outlets, weighted by their sentences."""
    areas = [(len(test), _auc(sample, score, test)) for _, test in outlets if len(test) >= ENOUGH]
    return sum(size * area for size, area in areas) / sum(size for size, _ in areas)


def _auc(sample: Labelled, score: Array, rows: NDArray[np.int64]) -> float:
    return float(roc_auc_score(sample.positive[rows], score[rows]))


def _by_outlet(sample: Labelled, found: dict[str, Array], outlets: Iterable[Fold]) -> str:
    rows = []
    for _, test in sorted(outlets, key=lambda fold: -len(fold[1])):
        if len(test) < ENOUGH:
            continue
        outlet = str(sample.source[test[0]])
        cells = [decimals(macro_f1(sample, found[name], test)) for name in SETS]
        share = f"{100 * sample.positive[test].mean():.0f} %"
        rows.append([outlet + (" (seen)" if outlet in SEEN else ""), str(len(test)), share, *cells])
    return table(["macro-F1, outlet left out", "sentences", "biased", *SETS], rows)
