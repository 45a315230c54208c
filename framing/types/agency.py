"""What agency finding makes: who acts on whom, clause by clause and actor by actor."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from framing.types.article import Span
from framing.types.document import Voice


class Diathesis(StrEnum):
    """How a verb stands to its subject; ``agentless`` is a passive that does not say who acts."""

    ACTIVE = "active"
    PASSIVE = "passive"
    AGENTLESS = "agentless"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb with its auxiliaries (``group``), who does it and to whom it is done.

    ``agent`` and ``patient`` are noun phrases up to their head noun, ``None`` where the
    clause does not say or it cannot be told. ``voice`` tells whose words the verb is.
    """

    group: Span
    verb: Span
    diathesis: Diathesis
    agent: Span | None
    patient: Span | None
    voice: Voice
    sentence: int


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody the outlet's own words name: verbs done by and to, things owned, words for.

    All are slices of the text, in its order; ``name`` is the fullest form.
    """

    name: str
    mentions: tuple[Span, ...]
    agent_of: tuple[Span, ...] = ()
    patient_of: tuple[Span, ...] = ()
    possessor_of: tuple[Span, ...] = ()
    described_by: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Agency:
    """Who acts in an article: its clauses, its nouns that stand for acts, its main actors."""

    clauses: tuple[Clause, ...] = ()
    nominalisations: tuple[Span, ...] = ()
    actors: tuple[Actor, ...] = ()
