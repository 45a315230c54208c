"""House style of the charts: colours, shapes, axes, words."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from framing.plots.nouns import DotChart, Point

if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    from matplotlib.axes import Axes
    from matplotlib.font_manager import FontProperties
    from matplotlib.transforms import Transform

    Style: TypeAlias = Literal["normal", "italic"]

WIDTH = 174
"""Width of a full chart in millimetres; the same on A4 and Letter."""
STRIP = 39
"""Width of the chart inside a table."""
ROW = 5.4
"""Height of its rows."""

INK, MUTED, FAINT, RULE, GREY, PALE = "#1A1A1A", "#595959", "#767676", "#D9D9D6", "#8A8A87", "#EDEDEA"
FILL = ("#00204D", "#C67D00")
WORDS = ("#00204D", "#8A5600")
WHITE = {"facecolor": "white", "edgecolor": "none", "pad": 1}
SHAPES = (("o", 6.6), ("D", 5.9))
LEFT, RIGHT = 50, 26
HALF = 1.15
"""From the middle of a row down to its baseline, in millimetres, whatever the size of type."""


def style() -> AbstractContextManager[None]:
    """Set what only matplotlib's settings can set, for the time of a chart."""
    from matplotlib import rc_context

    return rc_context({"hatch.linewidth": 0.6})


def axes(wide: float, high: float, left: float = 0, right: float = 0, top: float = 0, bottom: float = 0) -> Axes:
    """Make a figure of a size in millimetres, with one Axes inside its margins."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(wide / 25.4, high / 25.4), facecolor="none")
    box = (left / wide, bottom / high, 1 - (left + right) / wide, 1 - (top + bottom) / high)
    return figure.add_axes(box, facecolor="none")


def axis(ax: Axes, chart: DotChart, first: float, last: float, *, labels: bool = True) -> None:
    """Draw the grid of a chart from row ``first`` to ``last``, its ticks on top."""
    clear(ax)
    ax.set_xlim(0, chart.limit)
    ax.set_ylim(last, first)
    for tick in chart.ticks:
        zero = tick == 0
        ax.plot(
            [tick, tick], [first, last], color=INK if zero else RULE, lw=0.9 if zero else 0.6, zorder=0, clip_on=False
        )
        if labels:
            say(ax, tick, first, str(tick), 9, MUTED, ha="center", up=2.4, data=True)


def blank(ax: Axes, limit: float, bars: int) -> None:
    """Make room for bars up to ``limit``, without an axis."""
    clear(ax)
    ax.set_xlim(0, limit)
    ax.set_ylim(bars - 0.5, -0.5)


def clear(ax: Axes) -> None:
    """Take ticks and frame away."""
    ax.set_xticks([])
    ax.set_yticks([])
    for spine in ax.spines.values():
        spine.set_visible(False)


def badge(ax: Axes, index: int, *, right: float, up: float) -> None:
    """Set a text's shape in its colour, by millimetres from the upper right corner."""
    place = shift(ax, ax.transAxes, right, up)
    ax.plot([1], [1], SHAPES[index][0], ms=5.4, color=FILL[index], mew=0, transform=place, clip_on=False)


def say(
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
        fontproperties=font(weight, style, size),
        ha=ha,
        va="baseline",
        transform=shift(ax, base, right, up - HALF),
        parse_math=False,
        clip_on=False,
        bbox=ground,
        zorder=5,
    )


def shift(ax: Axes, base: Transform, right: float, up: float) -> Transform:
    """Move a transform by millimetres."""
    from matplotlib.transforms import ScaledTranslation

    return base + ScaledTranslation(right / 25.4, up / 25.4, ax.figure.dpi_scale_trans)


def font(weight: str, style: Style, size: float) -> FontProperties:
    """Return Source Sans by file, so that nothing is registered; its name goes into SVG."""
    from matplotlib.font_manager import FontProperties

    name = {("bold", "normal"): "SourceSansProBold", ("normal", "italic"): "SourceSansProIt"}
    try:
        from font_source_sans_pro import font_files_ttf
    except ImportError:
        return FontProperties(family=["Source Sans Pro", "DejaVu Sans"], weight=weight, style=style, size=size)
    path = font_files_ttf[name.get((weight, style), "SourceSansPro")]
    return FontProperties(family="Source Sans Pro", weight=weight, style=style, size=size, fname=path)


def dot(ax: Axes, point: Point, y: float, index: int, clear: bool, width: float, scale: float) -> None:
    """Draw an interval with its dot; an interval that passes the axis ends in a small arrow."""
    fill = FILL[index] if clear else GREY
    limit = ax.get_xlim()[1]
    ax.plot([point.low, min(point.high, limit)], [y, y], color=fill, lw=width, solid_capstyle="butt", zorder=2)
    if point.high > limit:
        ax.plot([limit], [y], ">", ms=4.5, color=fill, mew=0, zorder=3, clip_on=False)
    shape, size = SHAPES[index]
    ax.plot(
        [point.value],
        [y],
        shape,
        ms=size * scale,
        mfc=fill if clear else "white",
        mec=fill if clear else FAINT,
        mew=0 if clear else 1.2,
        zorder=4,
        clip_on=False,
    )


def colours(texts: int, index: int) -> tuple[str, str]:
    """Return the colours of a text's bars and words; only two texts are told apart by colour."""
    return (FILL[index], WORDS[index]) if texts == 2 else (GREY, INK)
