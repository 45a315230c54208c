"""Who stands behind a text, as other people have coded it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """How outlets are grouped where they are shown; independent public media stand by themselves."""

    STATE_CONTROLLED = "state-controlled"
    CAPTURED = "captured"
    INDEPENDENT_PUBLIC = "independent public"
    PRIVATE = "private, non-profit or co-operative"
    REPUBLISHER = "republisher"


@dataclass(frozen=True, slots=True)
class Outlet:
    """One dated coding of an outlet.

    ``code`` is the list's own, ``label`` says it in words. ``role`` tells whether it is
    the publisher of the text or, behind a republisher, its origin; ``matched`` is the
    name or address it was found by. ``later`` is set where the oldest coding at hand is
    younger than the text.
    """

    name: str
    country: str
    owner: str
    code: str
    label: str
    standing: Standing
    as_of: str
    coded_by: str
    confidence: str
    note: str
    matched: str
    role: str = "publisher"
    later: bool = False
