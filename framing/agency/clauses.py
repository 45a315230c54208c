"""The clauses of one sentence: verb group, voice, subject before it, object or by-phrase behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from framing.agency.letters import listed
from framing.types import Diathesis

ACTIVE, PASSIVE, AGENTLESS, UNSURE = Diathesis

Range = tuple[int, int]
"""Tokens, half open."""

GROUP = re.compile(
    r"(?P<passive>[cu]?A*(?:[MTHBb]A*)*[BbiGc]A*[EeZ])"
    r"|(?P<active>(?:[MHBbcu]A*)+(?:TA*)?[EeFZvxI])"
    r"|(?P<finite>[FV]|(?:MA*)?[HG](?=A*[DQnNlJKxXUrh]))"
    r"|(?P<bare>[EeZ])"
    r"|(?P<present>(?<=[nNlQd])A*[vxX])"
)
"""A verb with its auxiliaries; ``bare`` may also be a participle, ``present`` a noun or infinitive."""
CORE = r"D?\"?(?:[nNlQKJxX]|A(?=J)|I(?=[nlN]))*(?:[nNlQxX]|(?<=[DnNJK])I)"
AFTER = re.compile(rf"A*(?P<noun>{CORE}(?:C{CORE}(?!A*[VFMBHcu]))?|[rUD](?![nNl]))")
"""A noun phrase or pronoun where an object stands."""
CORE_BACK = r"\"?(?:[nNlQxX]|I(?=[DnNJK]))(?:[nNlQKJxX]|(?<=J)A|D(?=K)|(?<=[nlNxX])I)*\"?D?"
BEFORE = re.compile(
    rf"A*(?:(?:r|{CORE_BACK}(?:C{CORE_BACK})*)[OP]A*)*(?P<noun>[RUWhw]|{CORE_BACK}(?:C{CORE_BACK})*)"
)
"""The same where a subject stands, with the phrases that hang on it, read backwards."""
NEAR = re.compile(rf"[,A]*(?P<noun>[RU]|{CORE_BACK}(?:C{CORE_BACK})*)")
"""The nearest noun phrase, read backwards."""
BY = re.compile(rf"[^MHBGFVEeZIvTRWSshkw,;\"Y]{{0,9}}?Y(?P<noun>[rU]|{CORE}(?:,{CORE})*(?:C{CORE})*)")

PHRASE_END = frozenset("nNlQIKxXd")
OBJECT_START = frozenset("DNKQrUnlJ")
SEGMENT_END = frozenset(",;SsWwhCkR")
CLAUSE_START = frozenset("SswWh")


class Found(NamedTuple):
    """A clause; ``subject`` is the grammatical one, ``other`` the object or who acts in a passive."""

    group: Range
    diathesis: Diathesis
    subject: Range | None
    other: Range | None

    @property
    def agent(self) -> Range | None:
        return self.subject if self.diathesis is ACTIVE else self.other

    @property
    def patient(self) -> Range | None:
        return self.other if self.diathesis is ACTIVE else self.subject


class Finder:
    """Finds the clauses of a sentence, given the letters and the words of its tokens."""

    __slots__ = ("back", "found", "groups", "letters", "low", "size")

    def __init__(self, letters: str, low: tuple[str, ...]) -> None:
        self.letters, self.low, self.size = letters, low, len(letters)
        self.back = letters[::-1]
        self.groups = list(GROUP.finditer(letters))
        self.found: list[Found] = []

    def find(self) -> list[Found]:
        """Return the clauses in order."""
        for group in self.groups:
            start, end = group.span()
            kind = group.lastgroup
            if kind == "passive":
                clause = self.passive(start, end)
            elif kind == "bare":
                clause = self.bare(start, end)
            elif kind == "present":
                clause = self.present(end - 1, end)
            elif kind == "finite" or self.is_active(start, end):
                clause = self.active(start, end)
            else:
                continue
            if clause:
                self.found.append(clause)
        return self.found

    # ── kinds of verb group ──

    def passive(self, start: int, end: int) -> Found:
        """A form of be or get with a participle."""
        by = self.agent_by(end)
        word, helper = self.low[end - 1], self.letters[start : end - 1].rstrip("A")[-1]
        sure = helper != "c" and word not in listed("unsure")
        return Found((start, end), PASSIVE if by else AGENTLESS if sure else UNSURE, self.subject(start), by)

    def is_active(self, start: int, end: int) -> bool:
        """Tell whether an auxiliary goes with the form of the verb behind it."""
        helper, head = self.letters[start : end - 1].rstrip("A")[-1], self.letters[end - 1]
        if head == "I":
            return helper in "Bbc"
        return helper in "MuT" if head in "vx" else helper in "HMuT" if head == "Z" else helper in "Hu"

    def active(self, start: int, end: int) -> Found:
        """A finite verb."""
        if inverted := self.inverted(start, end):
            return Found((start, end), ACTIVE, inverted, None)
        subject = self.subject(start)
        return Found((start, end), ACTIVE, subject, self.object(start, end) or self.relative_object(subject, start, end))

    def bare(self, start: int, end: int) -> Found | None:
        """A form that is a past tense or a participle, as its neighbours tell."""
        letter, left = self.letters[start], self.left_of(start)
        before = self.letters[left - 1] if left else ","
        takes_object = self.letters[end:].lstrip("A")[:1] in OBJECT_START
        previous = self.found[-1] if self.found else None
        by = None if takes_object or self.low[start] in listed("intransitive") else self.agent_by(end)
        if by and (before in PHRASE_END or before in ',"'):
            return Found((start, end), PASSIVE, self.near(left), by)
        if before in "Ck" and previous:
            if by or (previous.diathesis is not ACTIVE and not takes_object):
                return Found((start, end), PASSIVE if by else AGENTLESS, previous.subject, by)
            return self.active(start, end) if letter == "E" else None
        if letter != "E":
            return None
        if before in "RUWhw" or (before in PHRASE_END and (takes_object or self.is_past(left, end))):
            return self.active(start, end)
        if before in ',"' and left:
            listed_on = takes_object and previous and previous.diathesis is ACTIVE
            if listed_on or self.inverted(start, end) or self.over_aside(left):
                return self.active(start, end)
        return None

    def present(self, start: int, end: int) -> Found | None:
        """A form that agrees with its subject, if it is a verb at all."""
        letter, left = self.letters[start], self.left_of(start)
        subject, behind = self.subject(left), self.letters[end:].lstrip("A")[:1]
        if not subject or self.found and self.found[-1].other == subject:
            return None
        phrase = self.letters[slice(*subject)]
        plural = phrase[-1] in "lQ" or "C" in phrase
        if letter == "v":
            sure = plural
        elif letter == "x":
            sure = plural and (behind in "DrKU" or (behind == "P" and not self.has_finite(start)))
        else:
            sure = not plural and (behind in "DrKU" or behind in "nlJNQ") and not self.has_finite(start)
        return Found((start, end), ACTIVE, subject, self.object(start, end)) if sure and behind else None

    def has_finite(self, at: int) -> bool:
        """Tell whether another verb group is certain in the clause around ``at``."""
        for group in self.groups:
            if group.lastgroup in ("passive", "active", "finite"):
                lo, hi = sorted((at, group.start()))
                if not any(letter in SEGMENT_END for letter in self.letters[lo:hi]):
                    return True
        return False

    def is_past(self, left: int, end: int) -> bool:
        """Tell whether a bare form behind a noun is a finite verb."""
        subject = self.before(left)
        begun = subject and subject[0] and self.letters[subject[0] - 1] in CLAUSE_START
        return bool(begun) or not self.finite_follows(end)

    def finite_follows(self, end: int) -> bool:
        """Tell whether another verb group follows before the clause can end: this one is a participle then."""
        for group in self.groups:
            if group.start() >= end and group.lastgroup not in ("bare", "present"):
                return not any(letter in SEGMENT_END for letter in self.letters[end : group.start()])
        return False

    # ── subjects ──

    def left_of(self, start: int) -> int:
        """Return ``start``, moved left over adverbs."""
        return len(self.letters[:start].rstrip("A"))

    def subject(self, start: int) -> Range | None:
        """Return the phrase that a verb group agrees with."""
        letters = self.letters
        if letters[start] in "cu":
            return start, start + 1
        left = self.left_of(start)
        if not left:
            return None
        before = letters[left - 1]
        previous = self.found[-1] if self.found else None
        if before in "Ck" and previous:
            return previous.subject
        if before in ',"':
            return self.over_aside(left) or (previous.subject if previous and before == "," else None)
        if before in PHRASE_END or before in "RUWhw":
            phrase = self.before(left)
            if phrase and letters[phrase[0]] in "Wh" and (letters[phrase[0]] == "W" or self.is_relative(phrase[0])):
                return self.near(phrase[0]) or phrase
            if phrase:
                return phrase
        return self.over_relative(left)

    def before(self, at: int) -> Range | None:
        """Return the phrase that ends at ``at``, no part of an adjunct ("in May prices")."""
        found = BEFORE.match(self.back, self.size - at)
        if not found:
            return None
        first, last = self.size - found.end("noun"), self.size - found.start("noun")
        if first and self.letters[first - 1] in "POYvI" and self.letters[first] not in "RUWhw":
            joint = self.letters.rfind("C", first, last)
            return (joint + 1, last) if joint >= 0 else None
        return first, last

    def near(self, at: int) -> Range | None:
        """Return the noun phrase nearest before ``at``."""
        found = NEAR.match(self.back, self.size - at)
        return (self.size - found.end("noun"), self.size - found.start("noun")) if found else None

    def is_relative(self, at: int) -> bool:
        """Tell whether "that" follows a noun."""
        return at > 0 and self.letters[at - 1] in PHRASE_END

    def over_aside(self, at: int) -> Range | None:
        """Return the phrase before a parenthesis that ends just before ``at``."""
        comma = self.letters.rfind(",", 0, at - 1)
        while comma > 0:
            if self.letters[comma + 1 :].lstrip('"')[:1] in "WDNQEeIPSsnJlKA" and (phrase := self.before(comma)):
                return phrase
            comma = self.letters.rfind(",", 0, comma)
        return None

    def over_relative(self, at: int) -> Range | None:
        """Return the phrase before a relative clause that ends at ``at``."""
        previous = self.found[-1] if self.found else None
        if not previous:
            return None
        for place in range(previous.group[0] - 1, -1, -1):
            letter = self.letters[place]
            if letter == "W" or (letter == "h" and self.is_relative(place)):
                return self.near(place)
            if letter in ",;Sk":
                return None
        if previous.group[1] == at and previous.subject:
            return self.before(previous.subject[0])
        return None

    # ── objects and agents ──

    def inverted(self, start: int, end: int) -> Range | None:
        """Return the subject behind a verb of speech (",” said X")."""
        if not start or self.letters[start - 1] not in ',"' or self.low[start] not in listed("inverting"):
            return None
        found = AFTER.match(self.letters, end)
        return found.span("noun") if found else None

    def object(self, start: int, end: int) -> Range | None:
        """Return the phrase behind a verb, unless it is the subject of the next."""
        word = self.low[end - 1]
        if word in listed("intransitive"):
            return None
        found = AFTER.match(self.letters, end)
        if not found:
            return None
        first, last = found.span("noun")
        if self.letters[first] == "D" and last - first == 1 and self.low[first] != "her":
            return None
        follows = self.letters[last:].lstrip("A")[:1]
        if follows == "d" and not self.letters[first:last].strip("Q"):
            return None
        finite = "VFMBHcuE" if word in listed("inverting") else "VFMBHcu"
        relative = self.letters[: self.left_of(start)][-1:] in ("W", "h", "w")
        return None if follows and follows in finite and not relative else (first, last)

    def relative_object(self, subject: Range | None, start: int, end: int) -> Range | None:
        """Return what "which" or "that" before the subject stands for ("a law that parliament passed")."""
        if not subject or not subject[0] or subject[1] != self.left_of(start):
            return None
        if self.low[end - 1] in listed("intransitive") or self.letters[end : end + 1] in ("h", '"', "P,"):
            return None
        at = subject[0] - 1
        if self.letters[at] == "W" or (self.letters[at] == "h" and self.is_relative(at)):
            return self.near(at)
        return None

    def agent_by(self, end: int) -> Range | None:
        """Return who acts, behind "by"; no time, measure or means."""
        found = BY.match(self.letters, end)
        if not found:
            return None
        first, last = found.span("noun")
        named = self.letters[first:last].strip("DhQ\"AC,")
        if not named or named[0] == "I" or self.low[last - 1] in listed("means"):
            return None
        return first, last


def clauses_of(letters: list[str], words: Iterator[tuple[str, ...]]) -> Iterator[list[Found]]:
    """Yield the clauses of each sentence."""
    for line, low in zip(letters, words, strict=True):
        yield Finder(line, low).find()
