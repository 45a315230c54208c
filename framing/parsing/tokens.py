"""Words and punctuation marks with their offsets.

A word is a run of letters and digits. It goes on over an apostrophe, a hyphen or an
ampersand between two letters (``don't``, ``Sino-Russian``, ``AT&T``), over a full stop,
comma or colon between two digits (``1,000.5``, ``10:30``), and takes in the stops of
``U.S.``, so that words are counted as a person would count them. Any other visible
character is a token of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from framing.types import Tokens

if TYPE_CHECKING:
    from numpy.typing import NDArray

SPACE, MARK, DOUBLE, SINGLE, HYPHEN, APOSTROPHE, POINT, STOP, LOWER, UPPER, DIGIT = range(11)
PLAIN = {
    **dict.fromkeys('“”„‟«»＂"', DOUBLE),
    **dict.fromkeys("‘`", SINGLE),
    **dict.fromkeys("-‐‑&", HYPHEN),
    **dict.fromkeys("'’ʼ", APOSTROPHE),
    **dict.fromkeys(",:", POINT),
    ".": STOP,
}
STRAIGHT = {"’": "'", "‘": "'", "ʼ": "'", "İ": "i"}
"""Apostrophes are straightened; of all letters only ``İ`` would grow when lower-cased."""
TABLED = 0x2100
"""Characters below, from Latin to general punctuation, are looked up in a table; others one by one."""


@dataclass(slots=True)
class Words:
    """The tokens of a text as columns.

    ``capital`` holds 1 where a token begins with a capital; ``doubles`` and ``singles``
    are the places of the quotation marks, apostrophes inside words left out.
    """

    text: str
    start: list[int]
    end: list[int]
    low: list[str]
    is_word: bytes
    capital: bytes
    doubles: list[int]
    singles: list[int]

    def __len__(self) -> int:
        return len(self.start)

    def freeze(self) -> Tokens:
        """Return the columns as a noun."""
        return Tokens(tuple(self.start), tuple(self.end), tuple(self.low), self.is_word, self.capital)


def kind_of(character: str) -> int:
    """Return the class of a character; combining marks count as letters, invisible joiners as space."""
    from unicodedata import category

    if character in PLAIN:
        return PLAIN[character]
    if character.isalnum():
        raised = character.isalpha() and not character.islower()  # letters of scripts without case are names
        return DIGIT if character.isdigit() else UPPER if raised else LOWER
    if character.isspace() or category(character)[0] == "C":
        return SPACE
    return LOWER if category(character)[0] == "M" else MARK


@lru_cache(maxsize=1)
def kinds() -> NDArray[Any]:
    """Return the class of every character below `TABLED`."""
    import numpy as np

    return np.fromiter((kind_of(chr(code)) for code in range(TABLED)), np.uint8, TABLED)


def classify(text: str) -> NDArray[Any]:
    """Return the class of every character of a text."""
    import numpy as np

    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    found: NDArray[Any] = kinds().take(codes, mode="clip")
    (beyond,) = (codes >= TABLED).nonzero()
    if len(beyond):
        rare, where = np.unique(codes[beyond], return_inverse=True)
        found[beyond] = np.array([kind_of(chr(code)) for code in rare], np.uint8)[where]
    return found


def tokenize(text: str) -> Words:
    """Split a text into words and marks.

    Examples
    --------
    >>> tokenize("The U.S.-led talks don’t cost 1,000.5 francs.").low
    ['the', 'u.s.-led', 'talks', "don't", 'cost', '1,000.5', 'francs', '.']
    """
    low = text
    for mark, plain in STRAIGHT.items():
        low = low.replace(mark, plain)
    low = low.lower()
    padded = classify(f"  {text}  ")
    found = padded[2:-2]
    inside = padded >= LOWER
    singles = _join(padded, inside)
    (doubles,) = (found == DOUBLE).nonzero()
    visible = (found > SPACE) | inside[2:-2]
    (start,) = (visible & ~(inside[2:-2] & inside[1:-3])).nonzero()
    (end,) = (visible & ~(inside[2:-2] & inside[3:-1])).nonzero()
    end += 1
    first = found[start]
    starts, ends = start.tolist(), end.tolist()
    words = [low[a:b] for a, b in zip(starts, ends, strict=True)]
    is_word, capital = (first >= LOWER).tobytes(), (first == UPPER).tobytes()
    return Words(text, starts, ends, words, is_word, capital, doubles.tolist(), singles.tolist())


def _join(around: NDArray[Any], inside: NDArray[Any]) -> NDArray[Any]:
    """Take into words the marks that stand inside them; return where single quotation marks may be.

    Both are padded by two on either side.
    """
    (at,) = ((around >= SINGLE) & (around <= STOP)).nonzero()
    kind, left, right = around[at], around[at - 1], around[at + 1]
    letters = (left >= LOWER) & (left < DIGIT) & (right >= LOWER) & (right < DIGIT)
    initial = at[(kind == STOP) & letters & (around[at - 2] < LOWER) & (around[at + 2] == STOP)]
    inside[initial] = inside[initial + 2] = True
    inside[at[(kind >= POINT) & (left == DIGIT) & (right == DIGIT)]] = True
    link = at[((kind == HYPHEN) | (kind == APOSTROPHE)) & (right >= LOWER)]
    inside[link[inside[link - 1]]] = True
    hyphen = at[(kind == HYPHEN) & (left == LOWER) & (right == UPPER)]
    if len(hyphen):
        article = hyphen[(around[hyphen - 2] == LOWER) & (around[hyphen - 3] < LOWER)]
        around[article - 2] = UPPER  # el-Sisi, al-Assad
    glued = inside[at] & ~((left == LOWER) & (right == UPPER))
    singles: NDArray[Any] = at[((kind == SINGLE) | (kind == APOSTROPHE)) & ~glued] - 2
    return singles
