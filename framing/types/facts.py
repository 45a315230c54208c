"""What can be checked in two texts: figures and dates, and whether both give them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from framing.types.article import Span


class FactKind(StrEnum):
    """What a fact is."""

    SENTENCE = "sentence"
    DATE = "date"
    MONEY = "money"
    PERCENT = "percent"
    DURATION = "duration"
    NUMBER = "number"
    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    NAME = "name"


class Status(StrEnum):
    """Where a fact stands. Not found in a text is no more than that."""

    BOTH = "both"
    BOTH_DIFFERENTLY = "both_differently"
    ONLY_IN_ONE = "only_in_one"


@dataclass(frozen=True, slots=True)
class Cell:
    """A fact in one article: the words first used, all places, and who is said to say so there."""

    article: str
    text: str
    spans: tuple[Span, ...]
    said_by: str | None = None


@dataclass(frozen=True, slots=True)
class Alignment:
    """One fact over all articles; ``score`` tells from 0 to 1 how sure it is that it is one."""

    kind: FactKind
    status: Status
    value: str
    cells: tuple[Cell, ...]
    score: float
