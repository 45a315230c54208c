"""Charts: one function each, data first, ``ax=None`` by keyword, the Axes back.

A chart never shows, saves or words anything: its nouns carry every printed string.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    from matplotlib.axes import Axes
    from matplotlib.font_manager import FontProperties
    from matplotlib.transforms import Transform

    Style: TypeAlias = Literal["normal", "italic"]


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


# ── how charts look ──────────────────────────────────────────────────────────

WIDTH = 174
"""Width of a full chart in millimetres; the same on A4 and Letter."""
STRIP = 39
"""Width of the chart inside a table."""
ROW = 5.4
"""Height of its rows."""

_INK, _MUTED, _FAINT, _RULE, _GREY, _PALE = "#1A1A1A", "#595959", "#767676", "#D9D9D6", "#8A8A87", "#EDEDEA"
_FILL = ("#00204D", "#C67D00")
_WORDS = ("#00204D", "#8A5600")
_WHITE = {"facecolor": "white", "edgecolor": "none", "pad": 1}
_SHAPES = (("o", 6.6), ("D", 5.9))
_LEFT, _RIGHT = 50, 26
_HALF = 1.15
"""From the middle of a row down to its baseline, in millimetres, whatever the size of type."""


def plot_groups(chart: DotChart, *, ax: Axes | None = None, height: float = 100.0) -> Axes:
    """Draw two texts as dots with intervals, one row per group, blocks under heads.

    Parameters
    ----------
    chart : DotChart
        Rates per 1,000 words with 95 % intervals of exactly two texts.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default a new figure 174 mm wide.
    height : float
        The most millimetres the rows may take; fewer rows take less.

    Returns
    -------
    matplotlib.axes.Axes
    """
    heads = len(chart.blocks)
    units = heads * 1.06 + sum(1.06 if block.clear else 0.86 for block in chart.blocks for _ in block.rows)
    height = min(height, 9.7 * units)
    with _style():
        ax = ax or _axes(WIDTH, height + 7, left=_LEFT, right=_RIGHT, top=6.5, bottom=0.5)
        _axis(ax, chart, -0.5, units - 0.5)
        for place, text, fill, words, (shape, _) in zip((11, 23), chart.texts, _FILL, _WORDS, _SHAPES, strict=False):
            _shape(ax, 1, 1, shape, fill, right=place - 5, up=2.6)
            _say(ax, 1, 1, text, 10, words, "bold", ha="right", right=place, up=2.6, frame=True)
        y = 0.0
        labelled = False
        for block in chart.blocks:
            _rule_above(ax, y - 0.5, block.clear)
            _say(ax, 0, y, block.title, 10, _INK if block.clear else _MUTED, "bold", right=-_LEFT)
            if y == 0:
                note = f"{chart.value_note}; {chart.interval_note}"
                _say(ax, 1, y, note, 9, _MUTED, ha="right", ground=_WHITE)
            y += 0.93
            for row in block.rows:
                _group_row(ax, row, y, block.clear)
                if not labelled and all(row.points):
                    _name_texts(ax, chart, row, y, _apart(block.clear))
                    labelled = True
                y += 1.06 if block.clear else 0.86
            y += 0.13
    return ax


def plot_strip(chart: DotChart, *, ax: Axes | None = None) -> Axes:
    """Draw the rows of a table as dots with intervals, one row height each, no words.

    Parameters
    ----------
    chart : DotChart
        Rates per 1,000 words with 95 % intervals of exactly two texts.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default a new figure 47 mm wide.

    Returns
    -------
    matplotlib.axes.Axes
    """
    rows = chart.rows
    with _style():
        ax = ax or _axes(STRIP, ROW * len(rows), left=2, right=1.5)
        _axis(ax, chart, -0.5, len(rows) - 0.5, labels=False)
        for y, row in enumerate(rows):
            for index, point in enumerate(row.points):
                if point:
                    _dot(ax, point, y + (-0.17, 0.17)[index], index, row.clear[index], 1.5, 0.8)
    return ax


def plot_panels(chart: DotChart, *, ax: Axes | None = None) -> Axes:
    """Draw three texts or more: one small panel per group, one row per text, no colour code.

    Parameters
    ----------
    chart : DotChart
        Rates per 1,000 words with 95 % intervals; a point is filled where its text
        stands apart; a dashed line is the mean of the texts.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default a new figure 174 mm wide.

    Returns
    -------
    matplotlib.axes.Axes
        The frame that holds the panels.
    """
    across, gap, left, head = 4, 4.4, 6.0, 12.0
    count = len(chart.texts)
    wide = (WIDTH - left - gap * across) / across
    high = max(24.0, 3.9 * count)
    down = -(-len(chart.rows) // across)
    total = down * (high + head)
    with _style():
        ax = ax or _axes(WIDTH, total)
        ax.set_axis_off()
        for index, row in enumerate(chart.rows):
            x, y = index % across, index // across
            place = (left + x * (wide + gap)) / WIDTH, 1 - ((y + 1) * (high + head)) / total
            panel = ax.inset_axes((*place, wide / WIDTH, high / total))
            _panel(panel, chart, row, first=x == 0)
    return ax


def plot_voices(chart: BarChart, *, ax: Axes | None = None) -> Axes:
    """Draw the share of words by voice, one bar to 100 % per text.

    Parameters
    ----------
    chart : BarChart
        Parts in per cent; own filled, reported white, quoted hatched, titles grey.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default a new figure 174 mm wide.

    Returns
    -------
    matplotlib.axes.Axes
    """
    bars = chart.bars
    left = 19
    with _style():
        rows = max(2, len(bars))  # below a single bar there is room for the names
        ax = ax or _axes(WIDTH, 12 * rows + 1, left=left, right=0.4, top=0.5, bottom=0.5)
        _blank(ax, 100, rows)
        for y, bar in enumerate(bars):
            fill, words = _colours(len(bars), y)
            _say(ax, 0, y, f"Text {bar.text}", 10.5, words, "bold", right=-left)
            x = 0.0
            for part in bar.parts:
                _voice(ax, part, x, y, fill)
                x += part.share
        _name_parts(ax, bars)
    return ax


def plot_files(chart: BarChart, *, ax: Axes | None = None) -> Axes:
    """Draw each file as a bar of words: kept parts filled, parts taken off hatched, in place.

    Parameters
    ----------
    chart : BarChart
        Parts in words, in the order of the file.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default a new figure 174 mm wide.

    Returns
    -------
    matplotlib.axes.Axes
    """
    bars = chart.bars
    left, right = 19, 62
    longest = max((sum(part.words for part in bar.parts) for bar in bars), default=0) or 1
    with _style():
        ax = ax or _axes(WIDTH, 7.6 * len(bars), left=left, right=right)
        _blank(ax, longest, len(bars))
        for y, bar in enumerate(bars):
            fill, words = _colours(len(bars), y)
            _say(ax, 0, y, f"Text {bar.text}", 10, words, "bold", right=-left)
            x = 0
            for part in bar.parts:
                kept = part.kind == "kept"
                ax.barh(
                    y,
                    part.words,
                    left=x,
                    height=0.5,
                    color=fill if kept else "white",
                    edgecolor=fill if kept else _INK,
                    linewidth=0 if kept else 0.7,
                    hatch=None if kept else "//////",
                )
                x += part.words
            _say(ax, x, y, bar.note, 9.5, _INK, right=2, frame=False, data=True)
    return ax


# ── strokes ──────────────────────────────────────────────────────────────────


def _style() -> AbstractContextManager[None]:
    from matplotlib import rc_context

    return rc_context({"hatch.linewidth": 0.6})


def _axes(wide: float, high: float, left: float = 0, right: float = 0, top: float = 0, bottom: float = 0) -> Axes:
    """Make a figure of a size in millimetres, with one Axes inside its margins."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(wide / 25.4, high / 25.4), facecolor="none")
    box = (left / wide, bottom / high, 1 - (left + right) / wide, 1 - (top + bottom) / high)
    return figure.add_axes(box, facecolor="none")


def _axis(ax: Axes, chart: DotChart, first: float, last: float, *, labels: bool = True) -> None:
    _clear(ax)
    ax.set_xlim(0, chart.limit)
    ax.set_ylim(last, first)
    for tick in chart.ticks:
        zero = tick == 0
        ax.plot(
            [tick, tick], [first, last], color=_INK if zero else _RULE, lw=0.9 if zero else 0.6, zorder=0, clip_on=False
        )
        if labels:
            _say(ax, tick, first, str(tick), 9, _MUTED, ha="center", up=2.4, data=True)


def _blank(ax: Axes, limit: float, bars: int) -> None:
    _clear(ax)
    ax.set_xlim(0, limit)
    ax.set_ylim(bars - 0.5, -0.5)


def _clear(ax: Axes) -> None:
    ax.set_xticks([])
    ax.set_yticks([])
    for spine in ax.spines.values():
        spine.set_visible(False)


def _group_row(ax: Axes, row: Row, y: float, clear: bool) -> None:
    ink = _INK if clear else _MUTED
    _say(ax, 0, y, row.letter, 10, ink, "bold", right=-_LEFT)
    _say(ax, 0, y, row.label, 10.5 if clear else 10, ink, right=5.5 - _LEFT)
    if row.note:
        _say(ax, 0, y, row.note, 9, _MUTED, style="italic", right=2)
    apart = _apart(clear)
    for index, (point, printed) in enumerate(zip(row.points, row.printed, strict=True)):
        if point:
            _cut_dot(ax, point, y + (-apart, apart)[index], index, clear)
        colour = _WORDS[index] if clear else _MUTED
        weight = "bold" if clear else "normal"
        _say(ax, 1, y, printed, 11 if clear else 10, colour, weight, ha="right", right=(11, 23)[index])


def _apart(clear: bool) -> float:
    """How far, in rows, a dot stands from the middle of its row."""
    return 0.19 if clear else 0.17


def _cut_dot(ax: Axes, point: Point, y: float, index: int, clear: bool) -> None:
    limit = ax.get_xlim()[1]
    _dot(ax, point, y, index, clear, 2.4 if clear else 1.7, 1.2 if clear else 1)
    if point.high > limit:
        _say(ax, limit, y, f"{point.high:.0f}", 9, _MUTED, ha="right", right=-2.2, up=1.9, data=True)


def _dot(ax: Axes, point: Point, y: float, index: int, clear: bool, width: float, scale: float) -> None:
    """Draw an interval with its dot; an interval that passes the axis ends in a small arrow."""
    fill = _FILL[index] if clear else _GREY
    limit = ax.get_xlim()[1]
    ax.plot([point.low, min(point.high, limit)], [y, y], color=fill, lw=width, solid_capstyle="butt", zorder=2)
    if point.high > limit:
        ax.plot([limit], [y], ">", ms=4.5, color=fill, mew=0, zorder=3, clip_on=False)
    shape, size = _SHAPES[index]
    ax.plot(
        [point.value],
        [y],
        shape,
        ms=size * scale,
        mfc=fill if clear else "white",
        mec=fill if clear else _FAINT,
        mew=0 if clear else 1.2,
        zorder=4,
        clip_on=False,
    )


def _name_texts(ax: Axes, chart: DotChart, row: Row, y: float, apart: float) -> None:
    """Write each text's name once, behind its first interval, where there is room."""
    room = 14 * chart.limit / (WIDTH - _LEFT - _RIGHT)
    for index, point in enumerate(row.points):
        if point is None:
            continue
        words = f"Text {chart.texts[index]}"
        at = y + (-apart, apart)[index]
        up = (0.7, -0.7)[index]
        if point.high + room < chart.limit:
            _say(ax, point.high, at, words, 10, _WORDS[index], "bold", right=1.6, up=up, data=True)
        elif point.low > room:
            _say(ax, point.low, at, words, 10, _WORDS[index], "bold", ha="right", right=-1.6, up=up, data=True)


def _rule_above(ax: Axes, y: float, clear: bool) -> None:
    wide = WIDTH - _LEFT - _RIGHT
    ax.plot(
        [-_LEFT / wide, 1 + _RIGHT / wide],
        [y, y],
        transform=ax.get_yaxis_transform(),
        color=_INK if clear else _FAINT,
        lw=0.7,
        clip_on=False,
    )


def _panel(ax: Axes, chart: DotChart, row: Row, *, first: bool) -> None:
    count = len(chart.texts)
    _axis(ax, chart, -0.6, count - 0.4, labels=False)
    for tick in {chart.ticks[0], chart.ticks[-1]}:
        _say(ax, tick, -0.6, str(tick), 9, _MUTED, ha="center", up=2, data=True)
    _say(ax, 0, 1, f"{row.letter}  {row.label}", 9.5, _INK, "bold", up=6.4, right=-0.5, frame=True)
    if row.mean is not None:
        ax.plot([row.mean] * 2, [-0.6, count - 0.4], color=_INK, lw=0.8, ls=(0, (2, 2)), zorder=1)
    for y, (text, point, clear) in enumerate(zip(chart.texts, row.points, row.clear, strict=True)):
        if first:
            _say(ax, 0, y, text, 9.5, _INK, "bold", ha="right", right=-3)
        if point is None:
            _say(ax, 0, y, row.note, 9, _MUTED, style="italic", right=1.5)
            continue
        high = min(point.high, chart.limit)
        colour = _INK if clear else _GREY
        ax.plot([point.low, high], [y, y], color=colour, lw=1.6, solid_capstyle="butt", zorder=2)
        ax.plot(
            [point.value],
            [y],
            "o",
            ms=5.6,
            mfc=_INK if clear else "white",
            mec=_INK if clear else _FAINT,
            mew=0 if clear else 1.1,
            zorder=3,
            clip_on=False,
        )


def _colours(texts: int, index: int) -> tuple[str, str]:
    return (_FILL[index], _WORDS[index]) if texts == 2 else (_GREY, _INK)


def _voice(ax: Axes, part: Part, x: float, y: int, fill: str) -> None:
    colour = {"own": fill, "heading": _PALE}.get(part.kind, "white")
    hatch = "//////" if part.kind == "quoted" else None
    if not part.words:
        return
    ax.barh(y, part.share, left=x, height=0.62, color=colour, edgecolor=fill, linewidth=0.9, hatch=hatch)
    if part.share <= 4:
        return
    own = part.kind == "own"
    ink = "white" if own and fill == _FILL[0] else _INK
    ground = _WHITE if hatch else None
    place = x if own else x + part.share / 2
    weight = "bold" if own else "normal"
    _say(
        ax, place, y, part.printed, 10, ink, weight, ha="left" if own else "center", right=2 if own else 0, data=True,
        ground=ground,
    )  # fmt: skip


def _name_parts(ax: Axes, bars: Sequence[Bar]) -> None:
    """Name the parts once, between the first two bars, without letting names touch."""
    edge = 100.0
    for index in reversed(range(len(bars[0].parts))):
        label = bars[0].parts[index].label
        middles = [
            sum(part.share for part in bar.parts[:index]) + bar.parts[index].share / 2
            for bar in bars[:2]
            if bar.parts[index].words
        ]
        if not middles:
            continue
        wide = 1.15 * len(label)
        place = min(sum(middles) / len(middles) + wide / 2, edge)
        if index == 0:
            _say(ax, 0, 0.5, label, 9.5, _MUTED, data=True)
        else:
            _say(ax, place, 0.5, label, 9.5, _MUTED, ha="right", data=True)
        edge = place - wide - 1.5


def _shape(ax: Axes, x: float, y: float, shape: str, colour: str, *, right: float, up: float) -> None:
    ax.plot([x], [y], shape, ms=5.4, color=colour, mew=0, transform=_shift(ax, ax.transAxes, right, up), clip_on=False)


def _say(
    ax: Axes,
    x: float,
    y: float,
    words: str,
    size: float,
    colour: str,
    weight: str = "normal",
    *,
    style: Style = "normal",
    ha: str = "left",
    right: float = 0,
    up: float = 0,
    data: bool = False,
    frame: bool = False,
    ground: dict[str, object] | None = None,
) -> None:
    """Write at a place moved by millimetres; ``x`` is a share of the width unless ``data``."""
    base = ax.transData if data else ax.transAxes if frame else ax.get_yaxis_transform()
    ax.text(
        x,
        y,
        words,
        color=colour,
        fontproperties=_font(weight, style, size),
        ha=ha,
        va="baseline",
        transform=_shift(ax, base, right, up - _HALF),
        parse_math=False,
        clip_on=False,
        bbox=ground,
        zorder=5,
    )


def _shift(ax: Axes, base: Transform, right: float, up: float) -> Transform:
    from matplotlib.transforms import ScaledTranslation

    return base + ScaledTranslation(right / 25.4, up / 25.4, ax.figure.dpi_scale_trans)


def _font(weight: str, style: Style, size: float) -> FontProperties:
    """Source Sans by file, so that nothing is registered; its name goes into SVG."""
    from matplotlib.font_manager import FontProperties

    name = {("bold", "normal"): "SourceSansProBold", ("normal", "italic"): "SourceSansProIt"}
    try:
        from font_source_sans_pro import font_files_ttf
    except ImportError:
        return FontProperties(family=["Source Sans Pro", "DejaVu Sans"], weight=weight, style=style, size=size)
    path = font_files_ttf[name.get((weight, style), "SourceSansPro")]
    return FontProperties(family="Source Sans Pro", weight=weight, style=style, size=size, fname=path)
