"""Figures as SVG: text stays text, nothing in it changes from run to run."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from framing import plots
from framing.report.tree import Figure

LOWER = (76, 62)
"""Lower heights, in millimetres, for the chart of a first page that is short of room."""
_CHARTS = {
    "groups": plots.plot_groups,
    "panels": plots.plot_panels,
    "strip": plots.plot_strip,
    "voices": plots.plot_voices,
    "files": plots.plot_files,
}


def draw_all(figures: Sequence[Figure]) -> dict[str, bytes]:
    """Draw every figure once, by file name; the first page chooses among heights of its chart."""
    pictures = {f"figure-{figure.name}": draw(figure) for figure in figures}
    for figure in figures:
        if figure.kind == "groups":
            pictures |= {f"figure-{figure.name}-{height}": draw(figure, height=height) for height in LOWER}
    return pictures


def draw(figure: Figure, **size: float) -> bytes:
    """Draw a figure of the report as an SVG picture."""
    from matplotlib import rc_context

    axes = _CHARTS[figure.kind](figure.chart, **size)  # type: ignore[operator]
    out = BytesIO()
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": "framing", "hatch.linewidth": 0.6}):
        axes.figure.savefig(out, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    return out.getvalue()
