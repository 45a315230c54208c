"""Verb groups by their letters, and which of them are passive.

All places are token numbers; what stands before the first token is a break, as ``letters[-1]`` is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from framing.agency.letters import BREAK, listed
from framing.types import Diathesis

Range = tuple[int, int]
"""Tokens, half open."""

GROUP = re.compile(
    r"(?=[BbiGcuMTHFVEeZvxX])(?:"
    r"(?P<passive>(?:[cu]A{0,3})?(?:[MTHBb]A{0,3}){0,5}[BbiGc]A{0,3}[EeZ])"
    r"|(?P<active>(?:[MHBcu]A{0,3})(?:[MHBb]A{0,3}){0,5}(?:TA{0,3})?[EeFZvxI])"
    r"|(?P<finite>[FV]|(?:MA{0,3})?[HG](?=A{0,3}[DQnNlJKxXUrh]))"
    r"|(?P<bare>[EeZ])"
    r"|(?P<present>(?<=[nNlQdA])[vxX])"
    r")"
)
"""A verb with its auxiliaries; ``bare`` may be a participle, ``present`` a noun or an infinitive."""
CORE = r"D?\"?(?:[nNlQKJxX]|A(?=J)|I(?=[nlN])){0,12}(?:[nNlQxX]|(?<=[DnNJK])I)"
"""A noun phrase up to its head."""
BY = re.compile(rf"[^MHBGFVEeZIvTRWSshkw,;.|\"Y]{{0,9}}?Y(?P<noun>[rUw]|{CORE}(?:,{CORE}){{0,4}}(?:C{CORE}){{0,2}})")

PHRASE_END = frozenset("nNlQIKxXd")
OBJECT_START = frozenset("DNKQrUnlJ")


class Verb(NamedTuple):
    """A verb group of some kind (see `GROUP`), and for a passive its voice and who acts."""

    start: int
    end: int
    kind: str
    diathesis: Diathesis = Diathesis.ACTIVE
    by: Range | None = None


def find_verbs(letters: str, words: Sequence[str]) -> Iterator[Verb]:
    """Yield the verb groups of a text, passives told apart."""
    last: Verb | None = None
    for found in GROUP.finditer(letters):
        start, end = found.span()
        verb = Verb(start, end, found.lastgroup or "")
        if verb.kind == "passive":
            last = verb = _passive(letters, words, start, end)
        elif verb.kind == "bare":
            verb = _bare(letters, words, verb, last)
        if verb.kind not in ("bare", "present"):
            last = verb
        yield verb


def left_of(letters: str, at: int) -> int:
    """Return ``at``, moved left over adverbs."""
    while letters[at - 1] == "A":
        at -= 1
    return at


def right_of(letters: str, at: int) -> int:
    """Return ``at``, moved right over adverbs."""
    while letters[at] == "A":
        at += 1
    return at


def _passive(letters: str, words: Sequence[str], start: int, end: int) -> Verb:
    """Tell the voice of a form of *be* or *get* with a participle."""
    if by := _agent_by(letters, words, end):
        return Verb(start, end, "passive", Diathesis.PASSIVE, by)
    stative = words[end - 1] in listed("unsure") or letters[start] == "c"
    return Verb(start, end, "passive", Diathesis.UNSURE if stative else Diathesis.AGENTLESS)


def _bare(letters: str, words: Sequence[str], verb: Verb, last: Verb | None) -> Verb:
    """Tell whether a bare form is a passive: *hosted by Korva*, (*was seized) and searched*."""
    if letters[right_of(letters, verb.end)] in OBJECT_START or words[verb.start] in listed("intransitive"):
        return verb
    before = letters[left_of(letters, verb.start) - 1]
    if before not in PHRASE_END and before not in ',"|Ck':
        return verb
    if by := _agent_by(letters, words, verb.end):
        return Verb(verb.start, verb.end, "passive", Diathesis.PASSIVE, by)
    if before in "Ck" and last and last.diathesis is not Diathesis.ACTIVE and _together(letters, last.end, verb.start):
        return Verb(verb.start, verb.end, "passive", Diathesis.AGENTLESS)
    return verb


def _together(letters: str, first: int, last: int) -> bool:
    """Tell whether two places stand in one sentence."""
    return letters.find(BREAK, first, last) < 0


def _agent_by(letters: str, words: Sequence[str], end: int) -> Range | None:
    """Return who acts, behind "by"; no time, measure or means."""
    found = BY.match(letters, end)
    if not found:
        return None
    first, last = found.span("noun")
    named = letters[first:last].strip('DQ"AC,')
    if not named or named[0] == "I" or words[last - 1] in listed("means"):
        return None
    return first, last
