"""Linear models over markers and n-grams; everything is fitted on the training sentences alone.

Settings were chosen on the outlets of BABE that the authors of our lists may read and on
PTC's training articles (see docs/validity.md), never on what is reported as fair.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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
Sides = tuple[Any, Any]
"""Matrices of the training and of the test sentences."""
Block = Callable[[Rows, Rows], Sides]
"""One kind of features, fitted on training rows for both sides."""

SETS: dict[str, tuple[str, ...]] = {
    "length alone": ("length",),
    "markers": ("length", "markers"),
    "n-grams": ("n-grams",),
    "markers + n-grams": ("length", "markers", "n-grams"),
    "markers + n-grams + marked words": ("length", "markers", "n-grams", "marked words"),
}
STRENGTH = {"narrow": 0.002, "wide": 1.0}
"""Inverse strength of the penalty without and with n-grams."""
SCALE = {"length": 0.06, "markers": 0.06, "marked words": 0.3}
"""Weight of a standardized column beside n-grams."""
INNER_FOLDS = 3
LEAST = 0.003
PRIOR_WORDS = 4


def scores(sample: Labelled, folds: Iterable[Fold], names: Iterable[str] = tuple(SETS)) -> dict[str, Array]:
    """Score the test sentences of each fold with the `SETS` named; above 0 means positive."""
    sets = {name: SETS[name] for name in names}
    blocks = {member: BLOCKS[member](sample) for member in sorted({m for members in sets.values() for m in members})}
    found = {name: np.full(len(sample), np.nan) for name in sets}
    for train, test in folds:
        sides = {member: block(train, test) for member, block in blocks.items()}
        for name, members in sets.items():
            found[name][test] = _fit_and_score({m: sides[m] for m in members}, sample.positive[train])
    return found


def _fit_and_score(sides: Mapping[str, Sides], positive: NDArray[np.bool_]) -> Array:
    """Fit a logistic regression on the training sides and score the test sides."""
    wide = "n-grams" in sides
    weights = [SCALE.get(member, 1.0) if wide else 1.0 for member in sides]
    train, test = (
        sp.hstack([weight * side for weight, side in zip(weights, column, strict=True)]).tocsr()
        for column in zip(*sides.values(), strict=True)
    )
    model = LogisticRegression(C=STRENGTH["wide" if wide else "narrow"], solver="liblinear")
    return np.asarray(model.fit(train, positive).decision_function(test))


def lengths(sample: Labelled) -> Block:
    """Words, the share of them that are others', and letters a word."""
    words = sample.words.sum(1)
    letters = np.array([sum(map(len, tokens)) / max(1, len(tokens)) for tokens in sample.tokens])
    return _standardized(np.column_stack([np.log1p(words), sample.words[:, OTHERS] / np.maximum(words, 1), letters]))


def markers(sample: Labelled) -> Block:
    """Hits of every marker and group: in the sentence, in its own voice, and near by."""
    return _standardized(np.log1p(np.hstack([sample.hits.sum(1), sample.hits[:, OWN], sample.around])))


def n_grams(sample: Labelled) -> Block:
    """One and two words, two to five letters."""
    kinds = [
        Grams(sample.texts, token_pattern=r"\b\w+\b", ngram_range=(1, 2)),
        Grams(sample.texts, analyzer="char_wb", ngram_range=(2, 5)),
    ]

    def block(train: Rows, test: Rows) -> Sides:
        one, two = zip(*(kind(train, test) for kind in kinds), strict=True)
        return sp.hstack(one), sp.hstack(two)

    return block


def _standardized(columns: Array) -> Block:
    def block(train: Rows, test: Rows) -> Sides:
        return _standardize(columns[train], columns[test])

    return block


def _standardize(train: Array, test: Array) -> Sides:
    mean, spread = train.mean(0), train.std(0)
    spread[spread == 0] = 1
    return sp.csr_matrix((train - mean) / spread), sp.csr_matrix((test - mean) / spread)


class Grams:
    """TF-IDF of n-grams that stand in two training sentences or more; counted once for all folds."""

    def __init__(self, texts: list[str], **options: Any) -> None:
        self._counts = CountVectorizer(**options).fit_transform(texts).astype(float).tocsr()
        self._counts.data = 1 + np.log(self._counts.data)

    def __call__(self, train: Rows, test: Rows) -> Sides:
        """Weigh the n-grams of both sides by their rarity in training."""
        holding = np.bincount(self._counts[train].indices, minlength=self._counts.shape[1])
        kept = holding >= 2
        rarity = sp.diags(1 + np.log((1 + len(train)) / (1 + holding[kept])))
        one, two = (_unit_rows(self._counts[rows][:, kept] @ rarity) for rows in (train, test))
        return one, two


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

    def __call__(self, train: Rows, test: Rows) -> Sides:
        """Describe the sentences of both sides."""
        columns = np.zeros((len(train), 4))
        for seen, held in KFold(INNER_FOLDS, shuffle=True, random_state=SEED).split(train):
            columns[held] = self._describe(self._score_words(train[seen]), train[held])
        return _standardize(columns, self._describe(self._score_words(train), test))

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


BLOCKS: Mapping[str, Callable[[Labelled], Block]] = {
    "length": lengths,
    "markers": markers,
    "n-grams": n_grams,
    "marked words": MarkedWords,
}
