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
    """Somebody named in the outlet's own words, by the fullest ``name``, and what these words do with it.

    ``agent_of`` and ``patient_of`` are verbs done by it and to it, ``possessor_of`` what it
    is said to own, ``described_by`` what it is said to be.
    """

    name: str
    mentions: tuple[Span, ...]
    agent_of: tuple[Span, ...] = ()
    patient_of: tuple[Span, ...] = ()
    possessor_of: tuple[Span, ...] = ()
    described_by: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Agency:
    """Who acts in an article: its clauses, in order, and its main actors, most mentioned first."""

    clauses: tuple[Clause, ...] = ()
    actors: tuple[Actor, ...] = ()
