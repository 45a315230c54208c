"""The main actors of a text: who is named most, and what the text has them do and suffer."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from framing.agency.clauses import Found
from framing.agency.letters import listed
from framing.agency.verbs import CORE, Range
from framing.types import VOICES, Document, Voice

MOST = 8
"""Actors that are kept."""
LEAST = 2
"""Mentions that make an actor."""
LONGEST = 8
"""Words of a name."""
NAME = re.compile(r"N*+K|N++(?![nlxXJ])|D(?:[nNJ]{0,6}+K|[nNJ]{0,6}+l?+(?<!D)(?![nNlxXJ]))")
POSSESSED = re.compile(CORE)
COPULA = re.compile(rf"A*(?:[MH]A*)*[Bb]A*(?P<said>J(?![nlNxXI])|(?!Q+[^nlNJ]){CORE})")
OWN = VOICES.index(Voice.OWN)

Form = tuple[str, ...]


class Mention(NamedTuple):
    """Where an actor is named: its article or title begins at ``begin``, the name is ``first:last``."""

    begin: int
    first: int
    last: int
    form: Form


@dataclass
class Part:
    """What an actor does, suffers, has and is, as ranges of tokens."""

    mentions: list[Mention] = field(default_factory=list)
    agent_of: list[Range] = field(default_factory=list)
    patient_of: list[Range] = field(default_factory=list)
    possessor_of: list[Range] = field(default_factory=list)
    described_by: list[Range] = field(default_factory=list)


def find_actors(document: Document, letters: str, clauses: Iterable[Found]) -> list[Part]:
    """Return the actors most mentioned in the outlet's own words, most mentioned first."""
    mentions = list(find_mentions(document, letters))
    names = merge({mention.form for mention in mentions})
    parts: defaultdict[Form, Part] = defaultdict(Part)
    for mention in mentions:
        parts[names[mention.form]].mentions.append(mention)
    named = [part for part in parts.values() if len(part.mentions) >= LEAST]
    main = sorted(named, key=lambda part: -len(part.mentions))[:MOST]
    at = {mention.last: part for part in main for mention in part.mentions}
    for clause in clauses:
        if document.voices[clause.end - 1] == OWN:
            verb = clause.end - 1, clause.end
            for head in heads_of(letters, clause.agent) & at.keys():
                at[head].agent_of.append(verb)
            for head in heads_of(letters, clause.patient) & at.keys():
                at[head].patient_of.append(verb)
    for part in main:
        for mention in part.mentions:
            if letters[mention.last - 1] == "K":
                if owned := POSSESSED.match(letters, mention.last):
                    part.possessor_of.append(owned.span())
            elif letters[mention.begin - 1] not in "OP" and (called := COPULA.match(letters, mention.last)):
                part.described_by.append(called.span("said"))
    return main


def find_mentions(document: Document, letters: str) -> Iterator[Mention]:
    """Yield names, and institutions that act ("the ministry"), in the outlet's own words."""
    words, capital, bodies = document.tokens.low, document.tokens.capital, listed("institution")
    openings = {sentence.first for sentence in document.sentences}
    sure = {_stem(words[k]) for k in range(len(words)) if capital[k] and letters[k] in "NK" and k not in openings}
    common = {words[k] for k in range(len(words)) if not capital[k]}
    for found in NAME.finditer(letters):
        begin, last = found.span()
        first, body = begin + (letters[begin] == "D"), _stem(words[last - 1]) in bodies
        if document.voices[begin] != OWN or not (all(capital[first:last]) or (first > begin and body)):
            continue
        titles = [k for k in range(first, last - 1) if words[k] in listed("title") and not body]
        first = titles[-1] + 1 if titles else first
        form = tuple(filter(None, map(_stem, words[first:last])))
        doubtful = len(form) == 1 and not body and (form[0] not in sure or form[0] in common)
        if 0 < len(form) <= LONGEST and not doubtful:
            yield Mention(begin, first, last, form)


def merge(forms: Iterable[Form]) -> dict[Form, Form]:
    """Map each form of a name to the fullest one it surely stands for.

    A form stands for a longer one if that is the only one that ends with it, begins with it
    (one word) or has its letters for initials.

    Examples
    --------
    >>> full = merge([("ana", "hollis"), ("hollis",), ("un",), ("united", "nations")])
    >>> full[("hollis",)], full[("un",)]
    (('ana', 'hollis'), ('united', 'nations'))
    """
    full: dict[Form, Form] = {}
    longer: defaultdict[Form, set[Form]] = defaultdict(set)
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        fuller = longer[form]
        full[form] = whole = next(iter(fuller)) if len(fuller) == 1 else form
        if len(form) > 1:
            initials = "".join(word[0] for word in form)
            for short in (*(form[k:] for k in range(1, len(form))), form[:1], (initials,)):
                longer[short].add(whole)
    return full


def heads_of(letters: str, phrase: Range | None) -> set[int]:
    """Return where the joined phrases of a noun phrase end."""
    if phrase is None:
        return set()
    first, last = phrase
    return {last, *(k for k in range(first, last) if letters[k] == "C")}


def _stem(word: str) -> str:
    return word.removesuffix("'s").replace(".", "")
