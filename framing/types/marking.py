"""What is looked for and what is found: lexicons, markers, hits."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from framing.types.document import Voice


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a lexicon: a word or phrase, where it counts and where it does not."""

    pattern: str
    case: str = "any"
    exclude: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """What a lexicon measures, how it was made and how far to trust it."""

    name: str
    version: str
    language: str
    construct: str
    unit: str
    direction: str
    made: str
    sources: tuple[str, ...]
    licence: str
    misses: tuple[str, ...]
    cautions: tuple[str, ...]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Entries and their card; ``sha256`` is of the entries' table."""

    name: str
    card: Card = field(hash=False)
    entries: tuple[Entry, ...] = field(hash=False)
    sha256: str


class Match(NamedTuple):
    """A lexicon entry found in a document; ``token`` is the first token it covers."""

    lexicon: str
    entry: str
    start: int
    end: int
    token: int


@dataclass(frozen=True, slots=True)
class Group:
    """A family of markers; ``words`` is its name in running text."""

    name: str
    letter: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Marker:
    """One thing that is counted: what it stands for, in what unit, on what evidence."""

    name: str
    label: str
    group: str
    construct: str
    unit: str
    direction: str
    source: str
    misses: str


class Hit(NamedTuple):
    """One occurrence of a marker; ``match`` is ``text[start:end]``, ``sentence`` an index."""

    marker: str
    entry: str
    match: str
    start: int
    end: int
    voice: Voice
    sentence: int
