"""Charts: on zero, in order, without words that touch, and without side effects."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from itertools import combinations
from typing import Any

import matplotlib as mpl
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from framing.plots import (
    Bar,
    BarChart,
    Block,
    DotChart,
    Part,
    Point,
    Row,
    plot_files,
    plot_groups,
    plot_panels,
    plot_strip,
    plot_voices,
    strokes,
)


def row(letter: str, *points: Point | None, clear: bool = True, note: str = "") -> Row:
    printed = tuple(f"{point.value:.0f}" if point else "" for point in points)
    return Row(letter, letter, f"Group {letter}", points, printed, (clear,) * len(points), note, mean=9)


A, B, WIDE = Point(29, 18, 44), Point(6, 1, 21), Point(30, 2, 120)
TWO = DotChart(
    ("A", "B"),
    (
        Block("More in Text A", (row("F", A, B), row("W", WIDE, B))),
        Block(
            "No clear difference", (row("S", B, B, clear=False), row("E", Point(0, 0, 5), B, clear=False)), clear=False
        ),
        Block("Too little text", (row("T", None, None, clear=False, note="too few hits"),), clear=False),
    ),
    (0, 20, 40, 60),
    62,
    "dot: hits per 1,000 words",
    "line: 95 % interval",
)
MANY = DotChart(
    ("A", "B", "C"), (Block("", tuple(row(x, A, None, B, note="too few hits") for x in "SEWLJTFN")),), (0, 20, 40), 42
)


def parts(*words: int) -> tuple[Part, ...]:
    kinds = ("own", "reported", "quoted", "heading")
    labels = ("writer’s own voice", "reported", "quoted", "titles")
    whole = sum(words)
    return tuple(
        Part(kind, label, count, 100 * count / whole, f"{100 * count / whole:.0f} %")
        for kind, label, count in zip(kinds, labels, words, strict=True)
    )


VOICES = BarChart((Bar("A", parts(900, 60, 10, 0)), Bar("B", parts(340, 66, 49, 26))), shares=True)
FILES = BarChart(
    (
        Bar("A", (Part("removed", "", 35, 4, ""), Part("kept", "", 770, 96, "")), "35 of 805 words taken off, 4 lines"),
        Bar("B", (Part("kept", "", 483, 100, ""),), "483 words, nothing taken off"),
    ),
    shares=False,
)
CHARTS: list[tuple[Callable[..., Any], Any]] = [
    (plot_groups, TWO),
    (plot_strip, TWO),
    (plot_panels, MANY),
    (plot_voices, VOICES),
    (plot_files, FILES),
]
each = pytest.mark.parametrize(("plot", "chart"), CHARTS, ids=lambda value: getattr(value, "__name__", ""))


def svg(figure: Figure) -> bytes:
    out = BytesIO()
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "framing"}):
        figure.savefig(out, format="svg", metadata={"Date": None})
    return out.getvalue()


@each
def test_the_same_picture_twice(plot: Callable[..., Any], chart: Any) -> None:
    first = svg(plot(chart).figure)
    assert first == svg(plot(chart).figure)
    assert b"DejaVu" not in first


@each
def test_it_draws_where_it_is_told_and_leaves_no_trace(plot: Callable[..., Any], chart: Any) -> None:
    before = dict(mpl.rcParams)
    ax = Figure().add_subplot()
    assert plot(chart, ax=ax) is ax
    assert dict(mpl.rcParams) == before


@each
def test_words_do_not_touch_nor_leave_the_picture(plot: Callable[..., Any], chart: Any) -> None:
    figure = plot(chart).figure
    renderer = FigureCanvasAgg(figure).get_renderer()
    texts = [text for ax in figure.findobj(mpl.axes.Axes) for text in ax.texts if text.get_text()]
    boxes = [(text.get_text(), text.get_window_extent(renderer)) for text in dict.fromkeys(texts)]
    for words, box in boxes:
        assert box.x0 >= -1, words
        assert box.x1 <= figure.bbox.x1 + 1, words
    for (one, first), (other, second) in combinations(boxes, 2):
        shared = (
            min(first.x1, second.x1) - max(first.x0, second.x0),
            min(first.y1, second.y1) - max(first.y0, second.y0),
        )
        assert shared[0] <= 0.5 or shared[1] <= 2.5, (one, other)


@each
def test_no_words_are_small(plot: Callable[..., Any], chart: Any) -> None:
    sizes = [text.get_fontsize() for ax in plot(chart).figure.findobj(mpl.axes.Axes) for text in ax.texts]
    assert min(sizes, default=9) >= 9


def test_the_axis_starts_at_zero_and_cuts_what_passes_it() -> None:
    ax = plot_groups(TWO)
    assert ax.get_xlim() == (0, 62)
    assert "120" in {text.get_text() for text in ax.texts}
    ends = [max(line.get_xdata()) for line in ax.lines if line.get_marker() == "None" and line.get_lw() > 2]
    assert max(ends) == 62


def test_dots_stand_at_their_values() -> None:
    dots = [(line.get_marker(), line.get_xdata()[0]) for line in plot_strip(TWO).lines if line.get_marker() in "oD"]
    assert dots == [("o", 29), ("D", 6), ("o", 30), ("D", 6), ("o", 6), ("D", 6), ("o", 0), ("D", 6)]


def luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_two_texts_survive_grey_printing() -> None:
    assert contrast(*strokes.FILL) >= 3
    assert all(contrast(colour, "#FFFFFF") >= 3 for colour in (*strokes.FILL, strokes.GREY, strokes.FAINT))
    assert all(contrast(colour, "#FFFFFF") >= 4.5 for colour in (*strokes.WORDS, strokes.MUTED, strokes.INK))
