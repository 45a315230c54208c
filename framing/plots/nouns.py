"""What a chart shows: values and every printed string, ready to draw."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """A rate per 1,000 words with its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Row:
    """One marker or group in every text.

    ``points``, ``printed`` and ``clear`` hold one item per text, in the order of the
    texts; a point is ``None`` where no rate is given, and ``note`` says why. With more
    than two texts ``mean`` is the mean of the rates. ``says`` is the row in one sentence.
    """

    key: str
    letter: str
    label: str
    points: tuple[Point | None, ...]
    printed: tuple[str, ...]
    clear: tuple[bool, ...]
    note: str = ""
    mean: float | None = None
    says: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Rows under one head; ``clear`` is whether its head is that of a clear difference."""

    title: str
    rows: tuple[Row, ...]
    clear: bool = True


@dataclass(frozen=True, slots=True)
class DotChart:
    """Dots with intervals on one axis that starts at zero."""

    texts: tuple[str, ...]
    blocks: tuple[Block, ...]
    ticks: tuple[int, ...]
    limit: float
    value_note: str = ""
    interval_note: str = ""

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, in order."""
        return tuple(row for block in self.blocks for row in block.rows)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a bar: its kind, name, words, share of the bar in per cent and printed share."""

    kind: str
    label: str
    words: int
    share: float
    printed: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One text as a bar of parts, in order; ``note`` stands behind it."""

    text: str
    parts: tuple[Part, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class BarChart:
    """One bar for each text; bars of shares all end at 100 %, others show words."""

    bars: tuple[Bar, ...]
    shares: bool
