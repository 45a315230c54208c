"""Figures as SVG: text stays text, nothing in it changes from run to run."""

from __future__ import annotations

from io import BytesIO

from framing import plots
from framing.report.tree import Figure

_CHARTS = {
    "groups": plots.plot_groups,
    "panels": plots.plot_panels,
    "strip": plots.plot_strip,
    "voices": plots.plot_voices,
    "files": plots.plot_files,
}


def draw(figure: Figure) -> bytes:
    """Draw a figure of the report as an SVG picture."""
    from matplotlib import rc_context

    axes = _CHARTS[figure.kind](figure.chart)  # type: ignore[operator]
    out = BytesIO()
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": "framing", "hatch.linewidth": 0.6}):
        axes.figure.savefig(out, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    return out.getvalue()
