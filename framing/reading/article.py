"""From a source to an `Article`: the one door into the room."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from framing.errors import InputError
from framing.reading.cuts import Kept
from framing.reading.decoding import LARGEST_PAGE, decode, is_page
from framing.reading.events import PREFIX, expand, read_event_text
from framing.reading.languages import detect_language, language_name
from framing.reading.markdown import find_marks, read_front_matter
from framing.reading.provenance import find_provenance
from framing.types import Article, Removed

__all__ = ["article_from_text", "check_readable", "expand", "read_article"]

FEWEST_WORDS = 20
"""Words that must be left of an article for it to be read at all."""
LONGEST_WORD = 40
"""Mean characters between blanks from which a text has no spaces."""

_ADDRESS = re.compile(r"(?i)https?://")
_OTHER_ADDRESS = re.compile(r"(?i)[a-z][a-z0-9+.-]{1,20}://")


def read_article(source: str | Path, *, id: str | None = None, fewest: int = FEWEST_WORDS) -> Article:
    r"""Read one article in English.

    Parameters
    ----------
    source : str or Path
        A file of plain text, Markdown or HTML; an address, which is fetched; ``-`` for
        standard input; or ``event:NAME/FILE`` for a text of a built-in event.
    id : str, optional
        The article's name; by default made from the source.
    fewest : int
        As for `check_readable`.

    Returns
    -------
    Article
        With the text as read, boilerplate included and marked as removed, and ``source``
        as it was given: a path is neither made absolute nor shortened, so an absolute one
        names its folders in the results. Line ends are
        ``\n``; a page's text is what it shows, a blank line between blocks. ``extra`` may
        hold ``warnings``, for an address ``retrieved`` (UTC), for an event ``event``,
        ``label``, ``register`` and ``invented``.

    Raises
    ------
    InputError
        Where the source cannot be read, is no text, or cannot be measured.
    OptionError
        Where an event or its text is unknown.
    """
    name = str(source)
    if name.startswith(PREFIX):
        article = _read_event(name, id or name.removeprefix(PREFIX))
    else:
        data, extra = _read_bytes(name)
        text, warnings = decode(data, where=name)
        if warnings:
            extra["warnings"] = warnings
        reader = _read_page if is_page(text) or Path(name).suffix.lower() in (".html", ".htm") else _read_text
        article = reader(text, name, id or _name(name), extra)
        article = replace(article, sha256=hashlib.sha256(data).hexdigest())
    check_readable(article, fewest=fewest)
    return article


def article_from_text(
    text: str,
    *,
    id: str,
    source: str = "",
    title: str | None = None,
    date: str | None = None,
    language: str | None = None,
    outlet: str | None = None,
    author: str | None = None,
    url: str | None = None,
    removed: Iterable[Removed] = (),
    beside: Iterable[Removed] = (),
    extra: Mapping[str, Any] | None = None,
) -> Article:
    r"""Make an article of a text as it is, its boilerplate and provenance found.

    It refuses nothing: `check_readable` does. ``removed`` are slices known not to be the
    article, ``beside`` such slices that may hold its credits; ``language`` is used where
    the text itself does not tell.

    Examples
    --------
    >>> article = article_from_text("By Jane Doe\nThe talks went on.", id="A")
    >>> article.provenance.author, article.removed
    ('Jane Doe', (Removed(start=0, end=11, kind='byline'),))
    """
    provenance, all_removed = find_provenance(text, published_by=outlet, author=author, removed=removed, beside=beside)
    glued = next((text[slice_.start : slice_.end] for slice_ in all_removed if slice_.kind == "site name"), "")
    return Article(
        id=id,
        text=text,
        source=source,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        title=title and title.removesuffix(glued),
        date=date,
        language=detect_language(Kept(text, all_removed).text) or language,
        outlet=outlet,
        url=url,
        provenance=provenance,
        removed=all_removed,
        extra=extra or {},
    )


def check_readable(article: Article, *, fewest: int = FEWEST_WORDS) -> None:
    """Refuse what cannot be measured.

    Parameters
    ----------
    article : Article
        Any.
    fewest : int
        Words it must have. With fewer than 20 its language may be unknown: so few seldom tell.

    Raises
    ------
    InputError
        Where the article is empty, only boilerplate, not in English, without spaces, or
        shorter than ``fewest`` words.
    """
    where = article.source or article.id
    kept = Kept(article.text, article.removed).text
    words = len(kept.split())
    if not article.text.strip():
        raise InputError("the text is empty", where=where, hint="give an article of some 150 words or more")
    if not words:
        kinds = ", ".join(dict.fromkeys(removed.kind for removed in article.removed))
        raise InputError(f"only boilerplate ({kinds}), no article", where=where, hint="give the article's own text")
    foreign = article.language not in ("en", None)
    if len(kept) > LONGEST_WORD * words and not foreign:
        raise InputError("the text has no spaces between words", where=where, hint="give it with its spaces")
    if words < fewest and not (foreign and len(kept) > LONGEST_WORD):
        raise InputError(
            f"too short to measure: {words} word{'s'[: words != 1]}",
            where=where,
            hint=f"at least {fewest}, and 150 for a comparison",
        )
    if foreign or (article.language is None and words >= FEWEST_WORDS):
        found = f"in {language_name(article.language)}" if article.language else "in no language known here"
        raise InputError(f"the text is {found}; counts need English", where=where, hint="give an English article")


def _read_text(text: str, source: str, id: str, extra: dict[str, Any]) -> Article:
    front, removed = read_front_matter(text)
    if Path(source).suffix.lower() in (".md", ".markdown"):
        removed += find_marks(text, removed[-1].end if removed else 0)
        if title := front.get("title"):
            front["title"] = Kept(title, find_marks(title)).text
    return article_from_text(text, id=id, source=source, removed=removed, extra=extra, **front)


def _read_page(text: str, source: str, id: str, extra: dict[str, Any]) -> Article:
    from framing.reading.pages import read_page

    page = read_page(text, where=source, url=source if _ADDRESS.match(source) else None)
    return article_from_text(
        page.text,
        id=id,
        source=source,
        title=page.title,
        date=page.date,
        language=page.language,
        outlet=page.site,
        author=page.author,
        url=page.url,
        removed=page.removed,
        beside=page.beside,
        extra=extra,
    )


def _read_event(source: str, id: str) -> Article:
    data, event, about = read_event_text(source)
    text, _ = decode(data, where=source)
    extra = {"event": event["name"], "invented": bool(event.get("invented"))}
    extra |= {key: about[key] for key in ("label", "register") if key in about}
    article = article_from_text(
        text,
        id=id,
        source=source,
        title=about.get("title"),
        date=about.get("date") or event.get("date"),
        outlet=about.get("outlet"),
        language="en",
        extra=extra,
    )
    return replace(article, sha256=hashlib.sha256(data).hexdigest())


def _read_bytes(source: str) -> tuple[bytes, dict[str, Any]]:
    if source == "-":
        if sys.stdin is None:
            raise InputError("standard input is closed", where=source, hint="pipe an article in, or give a file")
        return sys.stdin.buffer.read(LARGEST_PAGE + 1), {}
    if _ADDRESS.match(source):
        return _fetch(source)
    if _OTHER_ADDRESS.match(source):
        raise InputError(
            "only addresses with http:// or https:// can be read", where=source, hint="save the page and give the file"
        )
    path = Path(source)
    try:
        if path.is_dir():
            raise InputError("this is a folder", where=source, hint="give one file")
        with path.open("rb") as file:
            return file.read(LARGEST_PAGE + 1), {}
    except FileNotFoundError:
        raise InputError("no such file", where=source, hint="check the name and the folder") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(
            f"cannot be read ({reason})", where=source, hint="check the file and its permissions"
        ) from None


def _fetch(address: str) -> tuple[bytes, dict[str, Any]]:
    from datetime import UTC, datetime

    import trafilatura

    from framing.reading.pages import keep_quiet

    keep_quiet()
    response = trafilatura.fetch_response(address, decode=False)
    if response is None or response.status != 200 or not response.data:
        told = f" (status {response.status})" if response is not None else ""
        raise InputError(
            f"the page could not be fetched{told}",
            where=address,
            hint="check the address and the connection, or save the page and give the file",
        )
    return response.data, {"retrieved": datetime.now(UTC).isoformat(timespec="seconds"), "final_url": response.url}


def _name(source: str) -> str:
    if source == "-":
        return "stdin"
    return Path(source.split("?")[0].rstrip("/")).stem or source
