"""Sources of a role as matches, so that they are counted like any other marker."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from framing.sourcing.roles import role_of_phrase, split, words_of
from framing.types import Document, Match, Role, Source, Sourcing, Span, SpeakerType

MARKERS = {
    Role.OFFICIAL: "official_sources",
    Role.EXPERT: "expert_sources",
    Role.ORDINARY: "ordinary_sources",
    Role.DOCUMENT: "document_sources",
}
UNNAMED = "unnamed"
"""Entry of a source without a name; the lexicon of unnamed sources has others."""

LONGEST = 9
"""Words of the longest phrase for a source; what is longer was misread."""

_KNOWN = re.compile(
    r"(?i:the|this|that|his|her|its|their|our|my|both|all|everyone)\b|[^,]*,\s[A-Z]|[A-Z]\S+\s[A-Z]\S+\s(?:a|an|the)\b"
)
_NAMED_BEFORE = re.compile(r"[A-Z]\w+,\s\Z")


def match_roles(document: Document, sourcing: Sourcing) -> list[Match]:
    """Return the places where a source of a counted role is named; ``entry`` is the role.

    A source without a name that the text brings in ("a guard", "two officials") is an
    unnamed source as well, if its role is told; not where it takes up a known one ("the
    president", "her lawyers") or stands beside a name ("a guard, Ann Lee").
    """
    starts = document.tokens.start
    return [
        Match(marker, entry, span.start, span.end, bisect_left(starts, span.start))
        for source in sourcing.sources
        for span in source.mentions
        if _is_phrase(document.clean[span.start : span.end])
        for marker, entry in _markers(document, source, span)
    ]


def _markers(document: Document, source: Source, span: Span) -> Iterator[tuple[str, str]]:
    if (
        source.role is Role.ORDINARY
        and role_of_phrase(split(document.clean[span.start : span.end])) is not Role.ORDINARY
    ):
        return
    if source.role in MARKERS:
        yield MARKERS[source.role], source.role.value
    told = source.role not in (Role.OTHER, Role.DOCUMENT)
    if told and source.type is SpeakerType.UNNAMED and not _is_known(document.clean, span):
        yield "unnamed_sources", UNNAMED


def _is_phrase(words: str) -> bool:
    """Whether words can be a noun phrase: no pronoun, and short."""
    return words.lower() not in words_of("pronoun") and len(words.split()) <= LONGEST


def _is_known(text: str, span: Span) -> bool:
    before = text[max(0, span.start - 40) : span.start]
    return bool(_KNOWN.match(text, span.start, span.end) or _NAMED_BEFORE.search(before))
