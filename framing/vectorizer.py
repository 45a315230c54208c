"""Marker rates as features for scikit-learn; nobody else opens this file, so only who asks waits for that library."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Self

import numpy as np
from scipy import sparse as sp
from sklearn.base import BaseEstimator, TransformerMixin

from framing.analysis import analyze
from framing.errors import InputError, one_of
from framing.lexicon import load_user_lexicon
from framing.markers import with_own
from framing.reading import article_from_text
from framing.types import VOICES, Lexicon, Profile

if TYPE_CHECKING:
    from numpy.typing import NDArray

ALL = "all"
UNITS = ("per_1000", "count")


class MarkerVectorizer(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Turn English news texts into a matrix of marker rates, one row a text.

    It learns nothing: a text's row does not depend on the others, so no test data can
    leak into it, and `transform` works without `fit`.

    Parameters
    ----------
    voice : {"own", "quoted", "reported", "heading", "all"}
        Whose words are counted; ``all`` takes the four together.
    unit : {"per_1000", "count"}
        Hits per 1,000 words of that voice, or plain hits. A text with no word in that
        voice has a rate of 0.
    markers : sequence of str, optional
        Names of markers, or of groups as ``group:NAME``; by default every marker.
    groups : bool
        Whether to add a column for every group, in which one phrase counts once.
    sparse : bool
        Whether to give a `scipy.sparse.csr_array` in place of an array; both float64.
    lexicons : sequence of path or Lexicon
        Your own, as for `framing.load_user_lexicon`.

    Examples
    --------
    >>> vectorizer = MarkerVectorizer(markers=["hedges", "boosters"], voice="all")
    >>> vectorizer.fit_transform(["It may rain, or it may not.", "It will clearly rain."])
    array([[285.71428571,   0.        ],
           [  0.        , 250.        ]])
    >>> vectorizer.get_feature_names_out()
    array(['hedges', 'boosters'], dtype=object)
    """

    def __init__(
        self,
        *,
        voice: str = "own",
        unit: str = "per_1000",
        markers: Sequence[str] | None = None,
        groups: bool = False,
        sparse: bool = False,
        lexicons: Sequence[Any] = (),
    ) -> None:
        self.voice = voice
        self.unit = unit
        self.markers = markers
        self.groups = groups
        self.sparse = sparse
        self.lexicons = lexicons

    def fit(self, X: Iterable[str], y: object = None) -> Self:
        """Check the parameters; nothing is learnt.

        Raises
        ------
        OptionError
            For an unknown voice, unit or marker.
        InputError
            Where ``X`` is one text and not several.
        """
        self._columns(self._own())
        _texts(X)
        return self

    def transform(self, X: Iterable[str]) -> NDArray[np.float64] | sp.csr_array:
        """Return a matrix with a row for each text and a column for each marker.

        Raises
        ------
        InputError
            Where an item is no text.
        OptionError
            As in `fit`.
        """
        own = self._own()
        columns = self._columns(own)
        rows = [self._row(analyze(article_from_text(text, id=""), own), columns) for text in _texts(X)]
        matrix = np.array(rows, dtype=np.float64).reshape(len(rows), len(columns))
        return sp.csr_array(matrix) if self.sparse else matrix

    def get_feature_names_out(self, input_features: object = None) -> NDArray[np.object_]:
        """Return the names of the columns; what they are made of has no names."""
        return np.array(self._columns(self._own()), dtype=object)

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string, tags.input_tags.two_d_array = True, False
        tags.requires_fit = False
        return tags

    def _own(self) -> tuple[Lexicon, ...]:
        return tuple(found if isinstance(found, Lexicon) else load_user_lexicon(found) for found in self.lexicons)

    def _columns(self, own: tuple[Lexicon, ...]) -> list[str]:
        one_of(self.voice, (*VOICES, ALL), what="voice")
        one_of(self.unit, UNITS, what="unit")
        rows, families = with_own(own)
        names = [row.marker.name for row in rows]
        groups = [f"group:{group.name}" for group in families]
        for name in self.markers or ():
            one_of(name, [*names, *groups], what="marker")
        return list(
            dict.fromkeys([*(names if self.markers is None else self.markers), *(groups if self.groups else ())])
        )

    def _row(self, profile: Profile, columns: Sequence[str]) -> list[float]:
        counts = dict.fromkeys(columns, 0)
        for rate in profile.rates:
            if rate.marker in counts and self.voice in (rate.voice, ALL):
                counts[rate.marker] += rate.count
        words = profile.words.total if self.voice == ALL else getattr(profile.words, self.voice)
        scale = 1 if self.unit == "count" else 1000 / words if words else 0
        return [scale * counts[name] for name in columns]


def _texts(items: Iterable[str]) -> Iterable[str]:
    """Yield the texts, refusing what is none by its number."""
    if isinstance(items, str):
        raise InputError("one text where several are expected", hint="give a list of texts")
    return (_text(item, number) for number, item in enumerate(items))


def _text(item: object, number: int) -> str:
    if not isinstance(item, str):
        raise InputError(f"item {number} is {type(item).__name__}, not a text", hint='fill what is missing with ""')
    return item
