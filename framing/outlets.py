"""Who stands behind a name or an address: a dated class, coded by others, never guessed.

The table is ``framing/data/outlets.tsv``; a copy of it with your own rows is read by path.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from framing.errors import InputError
from framing.types import Article, Outlet, Standing

COLUMNS = ("outlet", "aliases", "domains", "country", "owner", "class", "as_of", "coded_by", "confidence", "note")

CLASSES = {
    "SC": ("state-controlled media", Standing.STATE_CONTROLLED),
    "CaPu": ("captured public or state-managed media", Standing.CAPTURED),
    "CaPr": ("captured private media", Standing.CAPTURED),
    "IP": ("independent public media", Standing.INDEPENDENT_PUBLIC),
    "ISF": ("independent state-funded media", Standing.INDEPENDENT_PUBLIC),
    "ISM": ("independent state-managed media", Standing.INDEPENDENT_PUBLIC),
    "ISFM": ("independent state-funded and state-managed media", Standing.INDEPENDENT_PUBLIC),
    "commercial": ("commercial media", Standing.PRIVATE),
    "nonprofit": ("media of a non-profit, foundation or trust", Standing.PRIVATE),
    "cooperative": ("co-operative of media", Standing.PRIVATE),
    "statutory": ("news agency with independence by statute", Standing.PRIVATE),
    "republisher": ("republisher or aggregator", Standing.REPUBLISHER),
}
"""What a class means, and with which others it may be shown. Capitals are State Media Monitor's codes."""

_SHIPPED = Path("outlets.tsv")
_NO_NAME = re.compile(r"[^\w]+")


class _Table(NamedTuple):
    by_name: dict[str, list[Outlet]]
    by_domain: dict[str, list[Outlet]]


def find_outlet(name_or_address: str, *, date: str | None = None, table: str | Path | None = None) -> Outlet | None:
    """Find how an outlet was coded at a date.

    Parameters
    ----------
    name_or_address : str
        A name ("Xinhua", "The Guardian"), a domain or a whole address. Of an address the
        longest known domain at its end counts, so subdomains are found too.
    date : str, optional
        ISO date of the article: the latest coding up to it counts. Without it, the latest.
    table : str or Path, optional
        A table of yours in place of the shipped one.

    Returns
    -------
    Outlet or None
        ``None`` if the table does not have it, or has the name twice.

    Raises
    ------
    InputError
        If ``table`` cannot be read, lacks a column or has an unknown class.

    Examples
    --------
    >>> find_outlet("https://edition.voanews.com/a/1.html", date="2023-05-01").code
    'ISFM'
    >>> find_outlet("VOA", date="2026-05-01").code, find_outlet("The Daily Planet")
    ('SC', None)
    """
    known = _read(Path(table) if table else _SHIPPED)
    rows = known.by_domain.get(_domain(name_or_address, known)) or known.by_name.get(_key(name_or_address), [])
    if not rows or len({row.name for row in rows}) > 1:
        return None
    rows = sorted(rows, key=lambda row: row.as_of)
    before = [row for row in rows if date is None or row.as_of <= date[: len(row.as_of)]]
    chosen = before[-1] if before else rows[0]
    return replace(chosen, matched=name_or_address, later=not before)


def outlet_of(article: Article, *, table: str | Path | None = None) -> Outlet | None:
    """Find who stands behind an article, by what it says of itself and where it was read.

    The publisher counts; behind a republisher, or where the publisher is unknown, the
    origin that the article names. Wording is never looked at.
    """
    provenance = article.provenance
    address = article.url or (article.source if "://" in article.source else None)
    publisher = _first((address, provenance.published_by, article.outlet), article.date, table)
    if publisher and publisher.standing is not Standing.REPUBLISHER:
        return publisher
    origin = _first((provenance.origin,), article.date, table)
    return replace(origin, role="origin") if origin else publisher


def _first(names: Sequence[str | None], date: str | None, table: str | Path | None) -> Outlet | None:
    found = (find_outlet(name, date=date, table=table) for name in names if name)
    return next((outlet for outlet in found if outlet), None)


def _key(name: str) -> str:
    return _NO_NAME.sub(" ", name.casefold()).removeprefix("the ").strip()


def _domain(address: str, known: _Table) -> str:
    """Return the longest known domain that an address ends in; empty if it is none."""
    host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    if "." not in host or " " in address.strip():
        return ""
    labels = host.split(".")
    return next((end for k in range(len(labels)) if (end := ".".join(labels[k:])) in known.by_domain), "")


@lru_cache(maxsize=4)
def _read(path: Path) -> _Table:
    where = str(path)
    try:
        shipped = files("framing.data").joinpath("outlets.tsv")
        text = (shipped if path == _SHIPPED else path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read ({error})", where=where, hint="give a table like outlets.tsv") from error
    header, *lines = text.splitlines()
    if tuple(header.split("\t")) != COLUMNS:
        raise InputError("has other columns", where=where, hint=f"allowed, tab-separated: {', '.join(COLUMNS)}")
    table = _Table(defaultdict(list), defaultdict(list))
    for number, line in enumerate(lines, 2):
        if not line.strip():
            continue
        cells = line.split("\t")
        if len(cells) != len(COLUMNS) or cells[5] not in CLASSES:
            hint = f"{len(COLUMNS)} cells, the class one of {', '.join(CLASSES)}"
            raise InputError("is no outlet", where=f"{where}, line {number}", hint=hint)
        name, aliases, domains, country, owner, code, as_of, coded_by, confidence, note = cells
        label, standing = CLASSES[code]
        outlet = Outlet(name, country, owner, code, label, standing, as_of, coded_by, confidence, note, matched="")
        for key in dict.fromkeys(_key(alias) for alias in (name, *aliases.split("|")) if alias):
            table.by_name[key].append(outlet)
        for domain in filter(None, domains.split("|")):
            table.by_domain[domain].append(outlet)
    return table
