"""Linear models over markers and n-grams; everything is fitted on the training sentences alone.

Settings were chosen on the outlets of BABE that the authors of our lists may read and on
PTC's training articles (see docs/validity.md), never on what is reported as fair.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold

from benchmarks.evaluate.bootstrap import SEED
from benchmarks.evaluate.labelled import OTHERS, OWN, Array, Labelled

Rows = NDArray[np.int64]
Fold = tuple[Rows, Rows]
Block = Callable[[Rows, Rows], tuple[Any, Any]]

SETS: dict[str, tuple[str, ...]] = {
    "length alone": ("length",),
    "markers": ("length", "markers"),
    "n-grams": ("n-grams",),
    "markers + n-grams": ("length", "markers", "n-grams"),
    "markers + n-grams + marked words": ("length", "markers", "n-grams", "marked words"),
}
DENSE_STRENGTH = 0.02
SPARSE_STRENGTH = 1.0
SCALE = {"length": 0.1, "markers": 0.1, "marked words": 0.3}
"""Inverse strength of the penalty without and with n-grams, and the weight of columns beside n-grams."""
INNER_FOLDS = 5
LEAST = 0.003
PRIOR_WORDS = 4


def scores(sample: Labelled, folds: Iterable[Fold]) -> dict[str, Array]:
    """Score the test sentences of each fold with every one of `SETS`; above 0 means positive."""
    blocks = make_blocks(sample)
    found = {name: np.full(len(sample), np.nan) for name in SETS}
    for train, test in folds:
        parts = {name: block(train, test) for name, block in blocks.items()}
        for name, members in SETS.items():
            found[name][test] = fit_and_score([(member, *parts[member]) for member in members], sample.positive[train])
    return found


def fit_and_score(parts: Sequence[tuple[str, Any, Any]], positive: NDArray[np.bool_]) -> Array:
    """Fit a logistic regression on the training side of all parts and score the test side."""
    wide = any(name not in SCALE for name, _, _ in parts)
    train, test = (
        sp.hstack([part[side] * (SCALE.get(part[0], 1.0) if wide else 1.0) for part in parts]).tocsr()
        for side in (1, 2)
    )
    model = LogisticRegression(C=SPARSE_STRENGTH if wide else DENSE_STRENGTH, solver="liblinear")
    return model.fit(train, positive).decision_function(test)


def make_blocks(sample: Labelled) -> dict[str, Block]:
    """Return for each kind of feature a function from training and test rows to two matrices."""
    every, own = sample.hits.sum(1), sample.hits[:, OWN]
    length = sample.words.sum(1)
    letters = np.array([sum(map(len, tokens)) / max(1, len(tokens)) for tokens in sample.tokens])
    lengths = np.column_stack([np.log1p(length), sample.words[:, OTHERS] / np.maximum(length, 1), letters])
    grams = [
        Grams(sample.texts, token_pattern=r"\b\w+\b", ngram_range=(1, 2)),
        Grams(sample.texts, analyzer="char_wb", ngram_range=(2, 5)),
    ]

    def n_grams(train: Rows, test: Rows) -> tuple[Any, Any]:
        pairs = [kind(train, test) for kind in grams]
        return sp.hstack([pair[0] for pair in pairs]), sp.hstack([pair[1] for pair in pairs])

    return {
        "length": _standardized(lengths),
        "markers": _standardized(np.log1p(np.hstack([every, own, sample.around]))),
        "n-grams": n_grams,
        "marked words": MarkedWords(sample),
    }


def _standardized(columns: Array) -> Block:
    def block(train: Rows, test: Rows) -> tuple[Any, Any]:
        mean, spread = columns[train].mean(0), columns[train].std(0)
        both = ((columns[rows] - mean) / np.where(spread > 0, spread, 1) for rows in (train, test))
        return tuple(map(sp.csr_matrix, both))

    return block


class Grams:
    """TF-IDF of n-grams that stand in two training sentences or more; counted once for all folds."""

    def __init__(self, texts: list[str], **options: Any) -> None:
        self._counts = CountVectorizer(**options).fit_transform(texts).astype(float).tocsr()
        self._counts.data = 1 + np.log(self._counts.data)

    def __call__(self, train: Rows, test: Rows) -> tuple[Any, Any]:
        """Weigh the n-grams of both sides by their rarity in training."""
        holding = np.bincount(self._counts[train].indices, minlength=self._counts.shape[1])
        kept = holding >= 2
        rarity = sp.diags(1 + np.log((1 + len(train)) / (1 + holding[kept])))
        return tuple(_unit_rows(self._counts[rows][:, kept] @ rarity) for rows in (train, test))


class MarkedWords:
    """How strongly a sentence's words resemble words that people marked in other sentences.

    A word's score is the share of its uses that were marked, drawn towards what its letters
    make likely. Training sentences are scored by folds too, so that none knows its own marks.
    """

    def __init__(self, sample: Labelled) -> None:
        vocabulary = {token: number for number, token in enumerate({t: None for s in sample.tokens for t in s})}
        self._words = [np.array([vocabulary[token] for token in tokens], dtype=int) for tokens in sample.tokens]
        self._marked = [np.array(marked, dtype=float) for marked in sample.marked]
        letters = CountVectorizer(analyzer="char_wb", ngram_range=(2, 6), binary=True)
        self._letters = _unit_rows(letters.fit_transform(vocabulary).astype(float))

    def __call__(self, train: Rows, test: Rows) -> tuple[Any, Any]:
        """Describe the sentences of both sides."""
        columns = np.zeros((len(train), 4))
        for seen, held in KFold(INNER_FOLDS, shuffle=True, random_state=SEED).split(train):
            columns[held] = self._describe(self._score_words(train[seen]), train[held])
        ends = columns, self._describe(self._score_words(train), test)
        mean, spread = columns.mean(0), columns.std(0)
        return tuple(sp.csr_matrix((side - mean) / spread) for side in ends)

    def _score_words(self, rows: Rows) -> Array:
        size = self._letters.shape[0]
        words = np.concatenate([self._words[row] for row in rows])
        uses = np.bincount(words, minlength=size)
        marked = np.bincount(words, np.concatenate([self._marked[row] for row in rows]), minlength=size)
        known = np.flatnonzero(uses)
        weights = np.concatenate([marked[known], (uses - marked)[known]])
        twice, label = np.concatenate([known, known]), np.repeat([True, False], len(known))
        model = LogisticRegression(C=2.0, solver="liblinear")
        model.fit(self._letters[twice[weights > 0]], label[weights > 0], sample_weight=weights[weights > 0])
        likely = model.predict_proba(self._letters)[:, 1]
        return (marked + PRIOR_WORDS * likely) / (uses + PRIOR_WORDS)

    def _describe(self, score: Array, rows: Rows) -> Array:
        """Return the highest two scores, their sum and their mean, as logarithms."""
        found = np.zeros((len(rows), 4))
        for number, row in enumerate(rows):
            ranked = np.sort(np.append(score[self._words[row]], [0, 0]))[::-1]
            found[number] = ranked[0], ranked[1], ranked.sum(), ranked.sum() / max(1, len(ranked) - 2)
        return np.log(found + LEAST)


def _unit_rows(matrix: Any) -> Any:
    length = np.sqrt(np.asarray(matrix.multiply(matrix).sum(1)).ravel())
    return (sp.diags(1 / np.where(length > 0, length, 1)) @ matrix).tocsr()
