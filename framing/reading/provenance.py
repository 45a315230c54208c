"""Where a text says it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from framing.reading.boilerplate import Find, find_boilerplate, part
from framing.reading.cuts import Kept
from framing.reading.languages import language_names
from framing.reading.site_names import find_site_name
from framing.types import Evidence, Provenance, Relation, Removed

STRONGEST_FIRST = (Relation.TRANSLATED, Relation.REPUBLISHED, Relation.WIRE)
CREDITS = ("byline", "agency tag", "contributor credit", "editing credit", "source line", "copyright line")
"""Kinds of lines that say whose work a text is."""

_FULL_STOP = re.compile(r"(?<!\bInc)(?<!\bLtd)(?<!\bCo)(?<!\.[A-Z])\.$")
_CHAIN = re.compile(r"\s+[–—-]+\s+|\s*\|\s*")


def find_provenance(
    text: str,
    *,
    published_by: str | None = None,
    author: str | None = None,
    removed: Iterable[Removed] = (),
    beside: Iterable[Removed] = (),
) -> tuple[Provenance, tuple[Removed, ...]]:
    r"""Find boilerplate and credits in a text.

    Parameters
    ----------
    text : str
        The text as read.
    published_by, author : str, optional
        What is known already, from a page's metadata or a file's front matter.
    removed : iterable of Removed
        Slices known not to be the article: the text is searched as if they were not there.
    beside : iterable of Removed
        Slices known not to be the article among which credits may stand: they are searched.

    Returns
    -------
    provenance : Provenance
        What the text says of itself; ``None`` where it does not say. The relation is the
        strongest that is said (translated, republished, wire); without any it is original
        where a publisher stands beside an author or is itself the origin and no credit
        names another agency, else unknown.
    removed : tuple of Removed
        Sorted, not overlapping; one for each line or slice, one for a whole language menu.

    Examples
    --------
    >>> text = "MOSCOW, 4 February /TASS/. The talks went on.\nCopyright 2026 The Daily Example"
    >>> provenance, removed = find_provenance(text)
    >>> provenance.origin, provenance.published_by, str(provenance.relation)
    ('TASS', 'The Daily Example', 'wire')
    >>> [(r.kind, text[r.start : r.end]) for r in removed]
    [('dateline', 'MOSCOW, 4 February /TASS/. '), ('copyright line', 'Copyright 2026 The Daily Example')]
    """
    cut = tuple(removed)
    kept = Kept(text, cut)
    finds, others = find_boilerplate(kept.text)
    if find := find_site_name(kept.text, finds, published_by):
        finds.append(find)
    provenance = _provenance(finds, published_by, author)
    evidence = tuple(Evidence(*kept.span(e.start, e.end), e.field) for e in provenance.evidence)
    found = [Removed(*kept.span(r.start, r.end), r.kind) for r in [*(find.removed for find in finds), *others]]
    return replace(provenance, evidence=evidence), tuple(_outermost([*found, *cut, *beside]))


def _outermost(slices: Iterable[Removed]) -> Iterator[Removed]:
    """Sort slices and leave out those inside others; of equal ones the first stays."""
    end = 0
    for slice_ in sorted(slices, key=lambda slice_: (slice_.start, -slice_.end)):
        if slice_.start >= end:
            end = slice_.end
            yield slice_


def _provenance(finds: list[Find], published_by: str | None, author: str | None) -> Provenance:
    disclaimers = [find for find in finds if find.removed.kind == "disclaimer"]
    author, agency = _split_author(author)
    witnesses = {
        "published_by": _naming("published_by", disclaimers if published_by else [*disclaimers, *finds]),
        "author": None if author else _naming("author", finds),
        "origin": _naming("origin", sorted(finds, key=_precision, reverse=True)),
    }
    evidence = [_evidence(find, field) for field, find in witnesses.items() if find]
    if find := witnesses["published_by"]:
        published_by = _tidy(find.match["published_by"])
    if find := witnesses["author"]:
        author = _tidy(find.match["author"])
    origin = _readable(_chain(find)) if (find := witnesses["origin"]) else agency
    relation = Relation.UNKNOWN
    if find := _strongest(finds, foreign=not _is_own(origin, published_by)):
        relation = _relation(find)
        evidence.append(Evidence(find.removed.start, find.removed.end, "relation"))
    elif agency and not _is_own(agency, published_by):
        relation = Relation.WIRE
    elif published_by and (author or _is_own(origin, published_by)):
        denied = any(_credits_another(find, published_by) for find in finds)
        relation = Relation.UNKNOWN if denied else Relation.ORIGINAL
    return Provenance(
        published_by=published_by,
        origin=origin,
        relation=relation,
        author=author,
        translated=relation is Relation.TRANSLATED,
        evidence=tuple(sorted(evidence, key=lambda e: (e.start, e.end))),
    )


def _split_author(author: str | None) -> tuple[str | None, str | None]:
    """Part an author's name from the agency behind it: ``"Ada Lund, Reuters"``."""
    match = _agency_at_end().fullmatch(author or "")
    return (_tidy(match["author"]) or None, match["agency"]) if match else (author, None)


def _credits_another(find: Find, published_by: str) -> bool:
    """Say whether a credit names an agency that is not the publisher, or a source by its address."""
    if find.removed.kind not in CREDITS:
        return False
    named = (name.removeprefix("The ") for name in _agency().findall(find.match.group()))
    return find.removed.kind == "source line" or not all(_is_own(name, published_by) for name in named)


def _naming(field: str, finds: list[Find]) -> Find | None:
    return next((find for find in finds if find.match.groupdict().get(field)), None)


def _evidence(find: Find, field: str) -> Evidence:
    start = find.match.start(field)
    return Evidence(start, start + len(_tidy(find.match[field])), field)


def _is_own(origin: str | None, published_by: str | None) -> bool:
    """Say whether the origin is the publisher, who may be known by a longer name: "OPA", "Press Agency (OPA)"."""
    return bool(origin and published_by and re.search(rf"\b{re.escape(origin)}\b", published_by))


def _strongest(finds: list[Find], *, foreign: bool) -> Find | None:
    """Return the find of the strongest relation; a text that is not of ``foreign`` origin can only be translated."""
    possible = STRONGEST_FIRST if foreign else (Relation.TRANSLATED,)
    said = [find for find in finds if _relation(find) in possible]
    return min(said, key=lambda find: possible.index(_relation(find)), default=None)


def _relation(find: Find) -> Relation:
    """Return what a find says of the text; a ``Source:`` line that names an agency is a wire credit."""
    relation = Relation(find.relation or Relation.UNKNOWN)
    if relation is Relation.REPUBLISHED and len(chain := _chain(find)) == 1 and re.fullmatch(part("agency"), chain[0]):
        return Relation.WIRE
    return relation


def _precision(find: Find) -> tuple[int, bool, int]:
    """Order sources: longer chains are more specific, ``Source:`` lines say more than datelines, later ones more."""
    return len(_chain(find)), find.relation == Relation.REPUBLISHED, find.removed.start


def _chain(find: Find) -> list[str]:
    """List the distinct names of a ``Source: A – B`` line, notes such as "in Russian" left out."""
    said = find.match.groupdict().get("origin") or ""
    names = (_language_note().sub("", _tidy(name)) for name in _CHAIN.split(said))
    return list(dict.fromkeys(filter(None, names)))


def _readable(chain: list[str]) -> str:
    """Put the most specific name first: ``"State News (Ruritania)"``."""
    return f"{chain[-1]} ({', '.join(chain[:-1])})" if chain[:-1] else chain[-1]


def _tidy(name: str) -> str:
    return _FULL_STOP.sub("", name.rstrip(" ,;:|–—-"))


@cache
def _language_note() -> re.Pattern[str]:
    return re.compile(f" in (?:{'|'.join(language_names())})$")


@cache
def _agency() -> re.Pattern[str]:
    return re.compile(rf"\b{part('agency')}\b")


@cache
def _agency_at_end() -> re.Pattern[str]:
    return re.compile(rf"(?P<author>|.*[,;/|(–—-] ?(?:and |for )?)(?:[Tt]he )?(?P<agency>{part('agency')})\)?")
