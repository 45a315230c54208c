"""Who is heard in a text, in what role, with what verbs, and where the first objection stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from framing.types.article import Span
from framing.types.document import SpeakerType


class Role(StrEnum):
    """What a source is in the text; `OTHER` where the text does not tell."""

    OFFICIAL = "official"
    EXPERT = "expert"
    ORDINARY = "ordinary"
    ORGANISATION = "organisation"
    MEDIA = "media"
    DOCUMENT = "document"
    OTHER = "other"


class CueStance(StrEnum):
    """What a report verb says of the words it reports: nothing, that they may be false, that they hold."""

    NEUTRAL = "neutral"
    DOUBTING = "doubting"
    ENDORSING = "endorsing"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Source:
    """One source with all it is given: where it is named, what it says, in how many words.

    ``name`` is empty for words whose source the text does not name or only a pronoun
    stands for; ``type`` then is ``None``. ``quotes`` take the marks in; ``cues`` are
    those of its attributions, and ``stances`` says of each what the verb adds.
    ``quoted`` and ``reported`` count words.
    """

    name: str
    type: SpeakerType | None
    role: Role
    first: int
    mentions: tuple[Span, ...]
    quotes: tuple[Span, ...]
    cues: tuple[Span, ...]
    stances: tuple[CueStance, ...]
    quoted: int
    reported: int


@dataclass(frozen=True, slots=True)
class Dissent:
    """The first voice against another: its cue or source, by what rule, how far into the text.

    ``position`` is the share of the body's words before it, from 0 to 1.
    """

    span: Span
    rule: str
    position: float


@dataclass(frozen=True, slots=True)
class Sourcing:
    """All sources of a text in order of appearance, and the first dissenting voice."""

    sources: tuple[Source, ...] = ()
    dissent: Dissent | None = None
