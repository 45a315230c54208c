"""Two outlets tell the same event; what differs in how they tell it?

>>> import framing
>>> a, b = (framing.read_article(source) for source in framing.expand("event:xi-putin-call")[:2])
>>> comparison = framing.compare([a, b])
>>> len(comparison.profiles)
2
"""

from framing.errors import FramingError

__version__ = "0.1.0"

from framing.analysis import analyze, compare
from framing.reading import article_from_text, expand, list_events, read_article
from framing.report import render, write_report

__all__ = [
    "FramingError",
    "__version__",
    "analyze",
    "article_from_text",
    "compare",
    "expand",
    "list_events",
    "read_article",
    "render",
    "write_report",
]
