"""PTC: news articles with propaganda techniques marked (Da San Martino et al. 2020), judged line by line."""

from __future__ import annotations

import numpy as np
from sklearn.model_selection import GroupKFold

from benchmarks.evaluate.bootstrap import draw
from benchmarks.evaluate.labelled import Array, Labelled
from benchmarks.evaluate.models import SETS, Fold, scores
from benchmarks.evaluate.tables import Part, decimals, table

FOLDS = 3
NEARLY = 0.005


def evaluate(train: Labelled, dev: Labelled) -> Part:
    """Fit on the training articles, choose the threshold there by folds of articles, score the others."""
    rows = np.arange(len(train)), np.arange(len(train), len(train) + len(dev))
    found = scores(train + dev, [*_article_folds(train), rows])
    lines = [["all lines", "–", *_cells(dev, np.ones(len(dev), bool))]]
    figures = {}
    for name in SETS:
        threshold, reached = best_threshold(train, found[name][rows[0]])
        called = found[name][rows[1]] >= threshold
        lines.append([name, decimals(reached), *_cells(dev, called)])
        figures[f"PTC, train to dev, {name}"] = precision_recall_f1(dev, called)[2]
    header = ["propaganda lines", "train, F1 by folds", "dev, precision", "recall", "F1", "95 % interval"]
    return Part(table(header, lines), figures)


def best_threshold(sample: Labelled, score: Array) -> tuple[float, float]:
    """Return the score from which on F1 is highest, and that F1.

    It is the middle of those nearly as good: the very best one wanders with single articles.
    """
    order = np.argsort(-score)
    right = np.cumsum(sample.positive[order])
    f1 = 2 * right / (np.arange(1, len(order) + 1) + right[-1])
    return float(np.median(score[order[f1 >= f1.max() - NEARLY]])), float(f1.max())


def precision_recall_f1(sample: Labelled, called: Array) -> tuple[float, float, float]:
    """Judge the lines called positive."""
    right, found, gold = (called & sample.positive).sum(), called.sum(), sample.positive.sum()
    return right / max(1, found), right / gold, 2 * right / (found + gold)


def _article_folds(sample: Labelled) -> list[Fold]:
    return list(GroupKFold(FOLDS).split(sample.texts, groups=sample.source))


def _cells(sample: Labelled, called: Array) -> list[str]:
    """Return precision, recall and F1, this with the interval from drawing articles anew."""
    _, article = np.unique(sample.source, return_inverse=True)
    parts = np.array([np.bincount(article, x) for x in (called & sample.positive, called, sample.positive)])
    right, found, gold = parts @ draw(parts.shape[1]).T
    low, high = np.quantile(2 * right / (found + gold), [0.025, 0.975])
    return [*map(decimals, precision_recall_f1(sample, called)), f"{decimals(low)}–{decimals(high)}"]
