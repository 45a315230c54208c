"""Charts and what they show; a chart takes data and Axes, never shows and never saves."""

from framing.plots.charts import plot_files, plot_groups, plot_panels, plot_strip, plot_voices
from framing.plots.nouns import Bar, BarChart, Block, DotChart, Part, Point, Row

__all__ = [
    "Bar",
    "BarChart",
    "Block",
    "DotChart",
    "Part",
    "Point",
    "Row",
    "plot_files",
    "plot_groups",
    "plot_panels",
    "plot_strip",
    "plot_voices",
]
