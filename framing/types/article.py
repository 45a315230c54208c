"""What reading makes: an article as it was read, and where it says it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Relation(StrEnum):
    """How the publisher of a text stands to its origin."""

    ORIGINAL = "original"
    WIRE = "wire"
    REPUBLISHED = "republished"
    TRANSLATED = "translated"
    ADAPTED = "adapted"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Span:
    """A slice of an article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Removed:
    """A slice that is not the article, and why: ``kind`` is a short plain phrase."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The slice of text that a field of `Provenance` was read from."""

    start: int
    end: int
    field: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a text says it comes from; ``None`` where it does not say."""

    published_by: str | None = None
    origin: str | None = None
    relation: Relation = Relation.UNKNOWN
    author: str | None = None
    translated: bool = False
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One text as read, boilerplate included, with what was found to be boilerplate.

    ``source`` is the path, address or ``event:NAME/FILE`` it came from; ``sha256`` is
    of the bytes read. ``removed`` is sorted and does not overlap.
    """

    id: str
    text: str
    source: str = ""
    sha256: str = ""
    title: str | None = None
    date: str | None = None
    language: str | None = None
    outlet: str | None = None
    url: str | None = None
    provenance: Provenance = Provenance()
    removed: tuple[Removed, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)
