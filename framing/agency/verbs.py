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
    r"(?P<passive>(?:[cu]A{0,3})?(?:[MTHBb]A{0,3}){0,5}[BbiG]A{0,3}[EeZ]|cA{0,3}[EeZ])"
    r"|(?P<active>(?:[MHBcu]A{0,3})(?:[MHBb]A{0,3}){0,5}(?:TA{0,3})?[EeFZvxI])"
    r"|(?P<finite>[FV]|(?:MA{0,3})?[HG](?=A{0,3}[DQnNlJKxXUrh]))"
    r"|(?P<bare>[EeZ])"
    r"|(?P<present>(?<=[nNlQdA])[vxX])"
    r")"
)
"""A verb with its auxiliaries; ``bare`` may be a participle, ``present`` a noun or an infinitive."""
CORE = r"D?(?:\"[EnNlJQ]{1,4}\"(?=[nlNJ])|\"E?)?(?:[nNlQKJxX]|A(?=J)|I(?=[nlN])){0,12}(?:[nNlQxX]|(?<=[DnNJK])I)"
"""A noun phrase up to its head."""
BY = re.compile(rf"[^MHBGFVEeZIvTRWSshkw,;.|\"Y]{{0,9}}?Y(?P<noun>[rUw]|{CORE}(?:(?:,{CORE}){{0,4}}C{CORE}){{0,2}})")

PHRASE_END = frozenset("nNlQIKxXd")
OBJECT_START = frozenset("DNKQrUnlJ")
BEFORE_PARTICIPLE = PHRASE_END | frozenset(',"|Ck')


class Passive(NamedTuple):
    """A passive verb group: its voice, and who acts where it says so."""

    start: int
    end: int
    diathesis: Diathesis
    by: Range | None = None


def find_passives(letters: str, words: Sequence[str]) -> Iterator[Passive]:
    """Yield the passives of a text, given its letters and words."""
    last: Passive | None = None
    for group in GROUP.finditer(letters):
        kind = group.lastgroup
        if kind == "passive":
            last = _passive(letters, words, *group.span())
            yield last
        elif kind == "bare":
            if found := _bare(letters, words, *group.span(), last):
                last = found
                yield last
        elif kind != "present":
            last = None


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


def _passive(letters: str, words: Sequence[str], start: int, end: int) -> Passive:
    """Tell the voice of a form of *be* or *get* with a participle."""
    if by := _agent_by(letters, words, end):
        return Passive(start, end, Diathesis.PASSIVE, by)
    stative = words[end - 1] in listed("unsure") or letters[start] == "c"
    return Passive(start, end, Diathesis.UNSURE if stative else Diathesis.AGENTLESS)


def _bare(letters: str, words: Sequence[str], start: int, end: int, last: Passive | None) -> Passive | None:
    """Return a participle that is a passive by itself: *hosted by Korva*, (*was seized) and searched*."""
    if letters[right_of(letters, end)] in OBJECT_START or words[start] in listed("intransitive"):
        return None
    before = letters[left_of(letters, start) - 1]
    if before not in BEFORE_PARTICIPLE:
        return None
    if by := _agent_by(letters, words, end):
        return Passive(start, end, Diathesis.PASSIVE, by)
    if before in "Ck" and last and BREAK not in letters[last.end : start]:
        return Passive(start, end, Diathesis.AGENTLESS)
    return None


def _agent_by(letters: str, words: Sequence[str], end: int) -> Range | None:
    """Return who acts, behind "by"; no time, measure or means."""
    found = BY.match(letters, end) if letters.find("Y", end, end + 10) >= 0 else None
    if not found:
        return None
    first, last = found.span("noun")
    named = letters[first:last].strip('DQ"AC,')
    if not named or named[0] == "I" or words[last - 1] in listed("means"):
        return None
    return first, last
