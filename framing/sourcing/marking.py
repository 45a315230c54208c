"""Sources of a role as matches, so that they are counted like any other marker."""

from __future__ import annotations

from bisect import bisect_left

from framing.types import Document, Match, Role, Sourcing

MARKERS = {
    Role.OFFICIAL: "official_sources",
    Role.EXPERT: "expert_sources",
    Role.ORDINARY: "ordinary_sources",
    Role.DOCUMENT: "document_sources",
}


def match_roles(document: Document, sourcing: Sourcing) -> list[Match]:
    """Return the places where a source of a counted role is named; ``entry`` is the role."""
    starts = document.tokens.start
    return [
        Match(MARKERS[source.role], source.role.value, span.start, span.end, bisect_left(starts, span.start))
        for source in sourcing.sources
        if source.role in MARKERS
        for span in source.mentions
    ]
