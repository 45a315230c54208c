"""Two outlets tell the same event: what differs in how they tell it.

>>> import framing
>>> a, b = (framing.read_article(source) for source in framing.expand("event:xi-putin-call")[:2])
>>> comparison = framing.compare([a, b])
>>> len(comparison.profiles)
2
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from framing.analysis import analyze, compare
    from framing.errors import FramingError
    from framing.lexicon import load_user_lexicon
    from framing.reading import article_from_text, expand, list_events, read_article
    from framing.report import render, write_report
    from framing.vectorizer import MarkerVectorizer

__version__ = "0.1.0"

__all__ = [
    "FramingError",
    "MarkerVectorizer",
    "analyze",
    "article_from_text",
    "compare",
    "expand",
    "list_events",
    "load_user_lexicon",
    "read_article",
    "render",
    "write_report",
]

_ROOMS = ("errors", "lexicon", "reading", "analysis", "report", "vectorizer")


def __getattr__(name: str) -> Any:
    """Open a room when one of its names is first asked for: the command line starts at once."""
    if name in __all__:
        for room in _ROOMS:
            found = getattr(import_module(f"framing.{room}"), name, None)
            if found is not None:
                return found
    raise AttributeError(f"module 'framing' has no attribute {name!r}")
