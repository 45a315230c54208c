"""The vectorizer: the profile's own figures, and a citizen of scikit-learn."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse
from sklearn.base import clone
from sklearn.exceptions import SkipTestWarning
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.utils.estimator_checks import estimator_checks_generator, parametrize_with_checks

import framing
from framing.errors import InputError, OptionError
from framing.types import VOICES
from framing.vectorizer import MarkerVectorizer

TEXTS = (
    'Harbour opens\n\nThe harbour may open, the mayor said. "It must, and clearly will," he added.',
    "Nobody knows. The chaos may, they say, go on.",
    "",
)
WORDS = ("may", "clearly", "must", "harbour", "threat", "said", "never", "ships")


class OnNumbers(MarkerVectorizer):
    """Reads a row of numbers as a text, so that the checks, which make numbers, can run."""

    def fit(self, X: Any, y: object = None) -> OnNumbers:
        super().fit(self._texts(X))
        return self

    def transform(self, X: Any) -> Any:
        return super().transform(self._texts(X))

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string, tags.input_tags.two_d_array = False, True
        return tags

    @staticmethod
    def _texts(rows: Any) -> list[str]:
        return [" ".join(WORDS[int(abs(value) * 10) % len(WORDS)] for value in row) for row in np.asarray(rows)]


DO_NOT_APPLY = dict.fromkeys(
    (
        "check_n_features_in",
        "check_n_features_in_after_fitting",
        "check_complex_data",
        "check_dtype_object",
        "check_estimators_empty_data_messages",
        "check_estimators_nan_inf",
        "check_estimator_sparse_tag",
        "check_estimator_sparse_array",
        "check_estimator_sparse_matrix",
        "check_fit1d",
        "check_fit2d_predict1d",
    ),
    "about the shape and the values of an array of numbers; a text has neither",
)


@parametrize_with_checks(
    [OnNumbers(), OnNumbers(voice="all", unit="count", groups=True)],
    expected_failed_checks=lambda estimator: DO_NOT_APPLY,
    xfail_strict=True,
)
def test_scikit_learns_own_checks(estimator: OnNumbers, check: Any) -> None:
    check(estimator)


def test_on_texts_scikit_learn_checks_what_it_can() -> None:
    with pytest.warns(SkipTestWarning, match="string=True"):
        checks = list(estimator_checks_generator(MarkerVectorizer()))
    for estimator, check in checks:
        check(estimator)
    assert checks


@pytest.mark.parametrize("voice", VOICES)
def test_columns_are_the_profiles_rates(voice: str) -> None:
    vectorizer = MarkerVectorizer(voice=voice, groups=True)
    names = vectorizer.get_feature_names_out()
    for text, row in zip(TEXTS, vectorizer.transform(TEXTS), strict=True):
        rates = framing.analyze(framing.article_from_text(text, id="x")).rates
        expected = {rate.marker: rate.per_1000 or 0 for rate in rates if rate.voice == voice}
        assert dict(zip(names, row, strict=True)) == pytest.approx(expected)


def test_counts_of_the_voices_add_up() -> None:
    apart = sum(MarkerVectorizer(voice=voice, unit="count", groups=True).transform(TEXTS) for voice in VOICES)
    together = MarkerVectorizer(voice="all", unit="count", groups=True).transform(TEXTS)
    assert np.array_equal(apart, together)
    assert together.sum() > 8
    assert not together[2].any()


def test_some_markers_in_the_order_asked_for() -> None:
    some = MarkerVectorizer(markers=["obligation", "group:stance", "hedges"], voice="all", unit="count")
    assert list(some.get_feature_names_out()) == ["obligation", "group:stance", "hedges"]
    assert some.transform(TEXTS[:1]).tolist() == [[1, 3, 1]]


def test_sparse_is_the_same_matrix() -> None:
    found = MarkerVectorizer(sparse=True).transform(TEXTS)
    assert isinstance(found, sparse.csr_array)
    assert found.dtype == np.float64
    assert np.array_equal(found.toarray(), MarkerVectorizer().transform(TEXTS))
    assert MarkerVectorizer().transform([]).shape == (0, len(MarkerVectorizer().get_feature_names_out()))


def test_your_own_lexicon_is_a_column(tmp_path: Path) -> None:
    (tmp_path / "ships.tsv").write_text("pattern\nharbour\n", encoding="utf-8")
    vectorizer = clone(MarkerVectorizer(lexicons=[tmp_path / "ships.tsv"], voice="all", unit="count"))
    assert vectorizer.get_feature_names_out()[-1] == "ships"
    assert vectorizer.transform(TEXTS)[:, -1].tolist() == [2, 0, 0]


def test_pickled_cloned_and_in_a_pipeline() -> None:
    vectorizer = MarkerVectorizer(voice="all", markers=["hedges", "boosters"])
    before = vectorizer.transform(TEXTS)
    for copy in (pickle.loads(pickle.dumps(vectorizer)), clone(vectorizer), vectorizer.set_output(transform="default")):
        assert np.array_equal(copy.fit(TEXTS).transform(TEXTS), before)
    model = make_pipeline(vectorizer, LogisticRegression()).fit(TEXTS, [1, 1, 0])
    assert model.predict(TEXTS).shape == (3,)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"voice": "loud"}, "unknown voice 'loud'; choose from: own, quoted, reported, heading, all"),
        ({"unit": "percent"}, "unknown unit 'percent'; choose from: per_1000, count"),
        ({"markers": ["nothing"]}, "unknown marker 'nothing'"),
    ],
)
def test_unknown_names_are_told_when_fitting(options: dict[str, Any], said: str) -> None:
    with pytest.raises(OptionError, match=said):
        MarkerVectorizer(**options).fit(TEXTS)


@pytest.mark.parametrize(
    ("texts", "said"), [("one text", "one text where several"), (["a", None], "item 1 is NoneType")]
)
def test_what_is_no_list_of_texts(texts: Any, said: str) -> None:
    with pytest.raises(InputError, match=said):
        MarkerVectorizer().fit_transform(texts)


@given(st.lists(st.lists(st.sampled_from([*WORDS, ".", '"', "\n\n"]), max_size=20).map(" ".join), max_size=4))
@settings(max_examples=20, deadline=None)
def test_a_row_does_not_depend_on_the_others(texts: list[str]) -> None:
    vectorizer = MarkerVectorizer(voice="all")
    together = vectorizer.transform([*texts, *TEXTS])
    assert np.array_equal(together, np.vstack([vectorizer.transform([text]) for text in (*texts, *TEXTS)]))
