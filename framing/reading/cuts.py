"""A text with slices taken out, and the way back to its offsets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from operator import attrgetter

from framing.types import Removed


class Kept:
    """What is left of a text without the slices removed.

    Examples
    --------
    >>> kept = Kept("By **Ada** Lund", [Removed(3, 5, "mark"), Removed(8, 10, "mark")])
    >>> kept.text, kept.span(3, 11)
    ('By Ada Lund', (5, 15))
    """

    def __init__(self, text: str, removed: Iterable[Removed]) -> None:
        pieces: list[str] = []
        self._cuts: list[int] = []
        self._shifts = [0]
        at = 0
        for slice_ in sorted(removed, key=attrgetter("start")):
            pieces.append(text[at : slice_.start])
            at = slice_.end
            self._cuts.append(slice_.start - self._shifts[-1])
            self._shifts.append(self._shifts[-1] + slice_.end - slice_.start)
        self.text = "".join([*pieces, text[at:]])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Turn a slice of what is left into the slice of the whole text that it came from."""
        return self._place(start), self._place(end - 1) + 1

    def _place(self, at: int) -> int:
        return at + self._shifts[bisect_right(self._cuts, at)]
