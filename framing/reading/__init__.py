"""Files, pages, addresses, standard input and built-in events, read as articles."""

from framing.reading.article import article_from_text, check_readable, expand, read_article
from framing.reading.events import list_events

__all__ = ["article_from_text", "check_readable", "expand", "list_events", "read_article"]
