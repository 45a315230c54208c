"""Charts: one function each, data first, ``ax=None`` by keyword, the Axes back.

A chart never shows, saves or words anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from framing.plots.nouns import Bar, BarChart, DotChart, Part, Point, Row
from framing.plots.strokes import (
    FAINT,
    FILL,
    GREY,
    INK,
    LEFT,
    MUTED,
    PALE,
    RIGHT,
    ROW,
    STRIP,
    WHITE,
    WIDTH,
    WORDS,
    axes,
    axis,
    badge,
    blank,
    colours,
    dot,
    say,
    style,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes


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
    with style():
        ax = ax or axes(WIDTH, height + 7, left=LEFT, right=RIGHT, top=6.5, bottom=0.5)
        axis(ax, chart, -0.5, units - 0.5)
        for index, (place, text) in enumerate(zip((11, 23), chart.texts, strict=True)):
            badge(ax, index, right=place - 5, up=2.6)
            say(ax, 1, 1, text, 10, WORDS[index], "bold", ha="right", right=place, up=2.6, frame=True)
        y = 0.0
        labelled = False
        for block in chart.blocks:
            _rule_above(ax, y - 0.5, block.clear)
            say(ax, 0, y, block.title, 10, INK if block.clear else MUTED, "bold", right=-LEFT)
            if y == 0:
                note = f"{chart.value_note}; {chart.interval_note}"
                say(ax, 1, y, note, 9, MUTED, ha="right", ground=WHITE)
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
    with style():
        ax = ax or axes(STRIP, ROW * len(rows), left=2, right=1.5)
        axis(ax, chart, -0.5, len(rows) - 0.5, labels=False)
        for y, row in enumerate(rows):
            for index, point in enumerate(row.points):
                if point:
                    dot(ax, point, y + (-0.17, 0.17)[index], index, row.clear[index], 1.5, 0.8)
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
    across = 3 if len(chart.rows) % 3 == 0 else 4
    gap, left, head = 4.4, 6.0, 11.0
    count = len(chart.texts)
    wide = (WIDTH - left - gap * across) / across
    high = 4.4 * count + 2
    down = -(-len(chart.rows) // across)
    total = down * (high + head)
    with style():
        ax = ax or axes(WIDTH, total)
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
    with style():
        rows = max(2, len(bars))  # below a single bar there is room for the names
        ax = ax or axes(WIDTH, 12 * rows + 1, left=left, right=0.4, top=0.5, bottom=0.5)
        blank(ax, 100, rows)
        for y, bar in enumerate(bars):
            fill, words = colours(len(bars), y)
            say(ax, 0, y, f"Text {bar.text}", 10.5, words, "bold", right=-left)
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
    with style():
        ax = ax or axes(WIDTH, 7.6 * len(bars), left=left, right=right)
        blank(ax, longest, len(bars))
        for y, bar in enumerate(bars):
            fill, words = colours(len(bars), y)
            say(ax, 0, y, f"Text {bar.text}", 10, words, "bold", right=-left)
            x = 0
            for part in bar.parts:
                kept = part.kind == "kept"
                ax.barh(
                    y,
                    part.words,
                    left=x,
                    height=0.5,
                    color=fill if kept else "white",
                    edgecolor=fill if kept else INK,
                    linewidth=0 if kept else 0.7,
                    hatch=None if kept else "//////",
                )
                x += part.words
            say(ax, x, y, bar.note, 9.5, INK, right=2, frame=False, data=True)
    return ax


def _group_row(ax: Axes, row: Row, y: float, clear: bool) -> None:
    ink = INK if clear else MUTED
    say(ax, 0, y, row.letter, 10, ink, "bold", right=-LEFT)
    say(ax, 0, y, row.label, 10.5 if clear else 10, ink, right=5.5 - LEFT)
    if row.note:
        say(ax, 0, y, row.note, 9, MUTED, style="italic", right=2)
    apart = _apart(clear)
    for index, (point, printed) in enumerate(zip(row.points, row.printed, strict=True)):
        if point:
            _cut_dot(ax, point, y + (-apart, apart)[index], index, clear)
        colour = WORDS[index] if clear else MUTED
        weight = "bold" if clear else "normal"
        say(ax, 1, y, printed, 11 if clear else 10, colour, weight, ha="right", right=(11, 23)[index])


def _apart(clear: bool) -> float:
    """How far, in rows, a dot stands from the middle of its row."""
    return 0.19 if clear else 0.17


def _cut_dot(ax: Axes, point: Point, y: float, index: int, clear: bool) -> None:
    limit = ax.get_xlim()[1]
    dot(ax, point, y, index, clear, 2.4 if clear else 1.7, 1.2 if clear else 1)
    if point.high > limit:
        say(ax, limit, y, f"{point.high:.0f}", 9, MUTED, ha="right", right=-2.2, up=1.9, data=True)


def _name_texts(ax: Axes, chart: DotChart, row: Row, y: float, apart: float) -> None:
    """Write each text's name once, behind its first interval, where there is room."""
    room = 14 * chart.limit / (WIDTH - LEFT - RIGHT)
    for index, point in enumerate(row.points):
        if point is None:
            continue
        words = f"Text {chart.texts[index]}"
        at = y + (-apart, apart)[index]
        up = (0.7, -0.7)[index]
        if point.high + room < chart.limit:
            say(ax, point.high, at, words, 10, WORDS[index], "bold", right=1.6, up=up, data=True)
        elif point.low > room:
            say(ax, point.low, at, words, 10, WORDS[index], "bold", ha="right", right=-1.6, up=up, data=True)


def _rule_above(ax: Axes, y: float, clear: bool) -> None:
    wide = WIDTH - LEFT - RIGHT
    ax.plot(
        [-LEFT / wide, 1 + RIGHT / wide],
        [y, y],
        transform=ax.get_yaxis_transform(),
        color=INK if clear else FAINT,
        lw=0.7,
        clip_on=False,
    )


def _panel(ax: Axes, chart: DotChart, row: Row, *, first: bool) -> None:
    count = len(chart.texts)
    axis(ax, chart, -0.6, count - 0.4, labels=False)
    for tick in {chart.ticks[0], chart.ticks[-1]}:
        say(ax, tick, -0.6, str(tick), 9, MUTED, ha="center", up=2, data=True)
    say(ax, 0, 1, f"{row.letter}  {row.label}", 9.5, INK, "bold", up=6.4, right=-0.5, frame=True)
    if row.mean is not None:
        ax.plot([row.mean] * 2, [-0.6, count - 0.4], color=INK, lw=0.8, ls=(0, (2, 2)), zorder=1)
    for y, (text, point, clear) in enumerate(zip(chart.texts, row.points, row.clear, strict=True)):
        if first:
            say(ax, 0, y, text, 9.5, INK, "bold", ha="right", right=-3)
        if point is None:
            say(ax, 0, y, row.note, 9, MUTED, style="italic", right=1.5)
            continue
        high = min(point.high, chart.limit)
        colour = INK if clear else GREY
        ax.plot([point.low, high], [y, y], color=colour, lw=1.6, solid_capstyle="butt", zorder=2)
        ax.plot(
            [point.value],
            [y],
            "o",
            ms=5.6,
            mfc=INK if clear else "white",
            mec=INK if clear else FAINT,
            mew=0 if clear else 1.1,
            zorder=3,
            clip_on=False,
        )


def _voice(ax: Axes, part: Part, x: float, y: int, fill: str) -> None:
    colour = {"own": fill, "heading": PALE}.get(part.kind, "white")
    hatch = "//////" if part.kind == "quoted" else None
    if not part.words:
        return
    ax.barh(y, part.share, left=x, height=0.62, color=colour, edgecolor=fill, linewidth=0.9, hatch=hatch)
    if part.share <= 4:
        return
    own = part.kind == "own"
    ink = "white" if own and fill == FILL[0] else INK
    ground = WHITE if hatch else None
    place = x if own else x + part.share / 2
    weight = "bold" if own else "normal"
    say(
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
            say(ax, 0, 0.5, label, 9.5, MUTED, data=True)
        else:
            say(ax, place, 0.5, label, 9.5, MUTED, ha="right", data=True)
        edge = place - wide - 1.5
