"""Clauses: a verb group with the subject before it and the object behind it.

All places are token numbers; what stands before the first token is a break, as ``letters[-1]`` is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from framing.agency.letters import BREAK, listed
from framing.agency.verbs import CORE, GROUP, OBJECT_START, PHRASE_END, Passive, Range, find_passives, left_of, right_of
from framing.types import Diathesis

AFTER = re.compile(rf"A{{0,3}}(?P<noun>{CORE}(?:C{CORE}(?!A?[VFMBHcu]))?|[rUD](?![nNl]))")
"""A noun phrase or pronoun where an object stands."""
CORE_BACK = r"\"?(?:[nNlQxX]|I(?=[DnNJK]))(?:[nNlQKJxX]|(?<=J)A|D(?=K)|(?<=[nlNxX])I){0,12}\"?D?"
JOINED_BACK = f"{CORE_BACK}(?:C{CORE_BACK}){{0,2}}"
BEFORE = re.compile(rf"(?:(?:r|{JOINED_BACK})[OPT]A?){{0,4}}(?P<noun>[RUWhw]|{JOINED_BACK})")
"""The same where a subject stands, with the phrases that hang on it, read backwards."""
NEAR = re.compile(rf"[,A]{{0,3}}(?P<noun>[RU]|{JOINED_BACK})")
"""The nearest noun phrase, read backwards."""

FINITE = frozenset("VFMBHcu")
CLAUSE_START = frozenset("SswWh")
REACH = 60
"""No subject is looked for further back than so many tokens."""
FINITE_NEAR = re.compile(r"[^,;.|SsWwhCkRVFMBHcu]{0,40}[VFMBHcu]")
"""A finite verb before the clause can end, in either direction."""
HELPERS = {**dict.fromkeys("vx", "MuT"), **dict.fromkeys("EeF", "Hu"), "Z": "HMuT", "I": "Bbc"}
"""Which auxiliaries go with which form of a verb."""


class Found(NamedTuple):
    """A clause; ``subject`` is the grammatical one, ``other`` the object or who acts in a passive."""

    start: int
    end: int
    diathesis: Diathesis
    subject: Range | None
    other: Range | None

    @property
    def agent(self) -> Range | None:
        """Who acts."""
        return self.subject if self.diathesis is Diathesis.ACTIVE else self.other

    @property
    def patient(self) -> Range | None:
        """Who or what is acted on."""
        return self.other if self.diathesis is Diathesis.ACTIVE else self.subject


class Finder:
    """Finds the clauses of a text."""

    __slots__ = ("back", "found", "letters", "size", "words")

    def __init__(self, letters: str, words: Sequence[str]) -> None:
        self.letters, self.words, self.size = letters, words, len(letters)
        self.back = letters[::-1]
        self.found: list[Found] = []

    def find(self) -> list[Found]:
        """Return the clauses in order; what may be no verb is left out."""
        passives = {passive.start: passive for passive in find_passives(self.letters, self.words)}
        for group in GROUP.finditer(self.letters):
            start, end = group.span()
            clause: Found | None = None
            if start in passives:
                clause = self.passive(passives[start])
            elif group.lastgroup == "present":
                clause = self.present(start, end)
            elif self.is_finite(start, end, group.lastgroup):
                clause = self.active(start, end)
            if clause:
                self.found.append(clause)
        return self.found

    def previous(self, at: int) -> Found | None:
        """Return the clause found last, if it is in the sentence of ``at``."""
        if self.found and self.letters.find(BREAK, self.found[-1].end, at) < 0:
            return self.found[-1]
        return None

    # ── kinds of verb group ──

    def passive(self, verb: Passive) -> Found:
        """Find the subject of a passive."""
        subject = self.subject(verb.start)
        if verb.end - verb.start == 1 and self.letters[left_of(self.letters, verb.start) - 1] not in "Ck":
            subject = self.near(verb.start)
        return Found(verb.start, verb.end, verb.diathesis, subject, verb.by)

    def is_finite(self, start: int, end: int, kind: str | None) -> bool:
        """Tell whether a group that is no passive is a finite verb."""
        head = self.letters[end - 1]
        if kind == "bare":
            return head == "E" and self.is_past(start, end)
        return kind == "finite" or self.letters[left_of(self.letters, end - 1) - 1] in HELPERS[head]

    def active(self, start: int, end: int) -> Found:
        """Find subject and object of a finite verb."""
        if inverted := self.inverted(start, end):
            return Found(start, end, Diathesis.ACTIVE, inverted, None)
        subject = self.subject(start)
        free = subject and self.letters[subject[0] - 1] == "w"  # "what it calls progress" is what it calls so
        other = None if free else self.object(start, end) or self.relative_object(subject, start, end)
        return Found(start, end, Diathesis.ACTIVE, subject, other)

    def present(self, start: int, end: int) -> Found | None:
        """Find the arguments of a form that agrees with its subject, if it is a verb at all."""
        letter, behind = self.letters[start], self.letters[right_of(self.letters, end)]
        if letter != "v" and behind not in "DrKUPnlJNQ":
            return None
        subject = self.subject(start)
        if not subject or (self.found and self.found[-1].other == subject):
            return None
        phrase = self.letters[slice(*subject)]
        plural = phrase[-1] in "lQ" or "C" in phrase
        if letter == "v":
            sure = plural
        elif letter == "x":
            sure = plural and (behind in "DrKU" or (behind == "P" and not self.has_finite(start)))
        else:
            modest = phrase[0] in "DKN" and behind != "P" and not self.has_finite(start)
            sure = not plural and (behind in "DrKU" or modest)
        return Found(start, end, Diathesis.ACTIVE, subject, self.object(start, end)) if sure else None

    def has_finite(self, at: int) -> bool:
        """Tell whether a finite verb is certain in the clause around ``at``."""
        return self.finite_follows(at + 1) or FINITE_NEAR.match(self.back, self.size - at) is not None

    def finite_follows(self, at: int) -> bool:
        """Tell whether a finite verb follows before the clause can end."""
        return FINITE_NEAR.match(self.letters, at) is not None

    def is_past(self, start: int, end: int) -> bool:
        """Tell whether a form that is no passive is a past tense, as its neighbours tell."""
        letters, left, previous = self.letters, left_of(self.letters, start), self.previous(start)
        before, takes_object = letters[left - 1], letters[right_of(letters, end)] in OBJECT_START
        if before in "RUWhw":
            return True
        if before in PHRASE_END:
            subject = self.before(left)
            if takes_object or not subject:
                return takes_object and self.words[start] not in listed("naming")
            return letters[subject[0] - 1] in CLAUSE_START or not self.finite_follows(end)
        if before in "Ck":  # not in "repeated or aggravated offences"
            return previous is not None and (letters[left - 2] not in "EJ" or previous.end == left - 1)
        if before in ',"':
            goes_on = takes_object and previous and previous.diathesis is Diathesis.ACTIVE
            return bool(goes_on or self.inverted(start, end) or self.over_aside(left))
        return False

    # ── subjects ──

    def subject(self, start: int) -> Range | None:
        """Return the phrase that a verb group agrees with."""
        letters = self.letters
        if letters[start] in "cu":
            return start, start + 1
        left = left_of(letters, start)
        before = letters[left - 1]
        previous = self.previous(start)
        if before in "Ck" and previous:
            return previous.subject
        if before in ',"':
            return self.over_aside(left) or (previous.subject if previous and before == "," else None)
        if before in PHRASE_END or before in "RUWhw":
            phrase = self.before(left)
            if phrase and (letters[phrase[0]] == "W" or (letters[phrase[0]] == "h" and self.is_relative(phrase[0]))):
                return self.near(phrase[0]) or phrase
            if phrase:
                return phrase
        return self.over_relative(left) if previous else None

    def before(self, at: int) -> Range | None:
        """Return the phrase that ends at ``at``, no part of an adjunct ("in May prices")."""
        found = BEFORE.match(self.back, self.size - at)
        if not found:
            return None
        first, last = self.size - found.end("noun"), self.size - found.start("noun")
        hangs = self.letters[first - 1] in "POTYvI" and not (self.found and self.found[-1].end == first)
        if hangs and self.letters[first] not in "RUWhw":
            joint = self.letters.rfind("C", first, last)
            return (joint + 1, last) if joint >= 0 else None
        return first, last

    def near(self, at: int) -> Range | None:
        """Return the noun phrase nearest before ``at``."""
        found = NEAR.match(self.back, self.size - at)
        return (self.size - found.end("noun"), self.size - found.start("noun")) if found else None

    def is_relative(self, at: int) -> bool:
        """Tell whether "that" follows a noun."""
        return self.letters[at - 1] in PHRASE_END

    def over_aside(self, at: int) -> Range | None:
        """Return the phrase before a parenthesis that ends just before ``at``."""
        letters = self.letters
        opening = letters.rfind(BREAK, 0, at) + 1
        comma = letters.rfind(",", max(opening, at - REACH), max(at - 1, 0))
        while comma > 0:
            begin = comma + 1 + (letters[comma + 1] == '"')
            phrase = self.before(comma) if letters[begin] in "WDNQEeIPRSsnJlKA" else None
            if phrase and letters[slice(*phrase)].strip("DQ"):
                return phrase
            comma = letters.rfind(",", max(opening, at - REACH), comma)
        return None

    def over_relative(self, at: int) -> Range | None:
        """Return the phrase before a relative clause that ends at ``at``."""
        previous = self.found[-1]
        place = previous.start - 1
        while self.letters[place] not in ",;.|Sk" and at - place < REACH:
            letter = self.letters[place]
            if letter == "W" or (letter == "h" and self.is_relative(place)):
                return self.near(place)
            place -= 1
        return self.before(previous.subject[0]) if previous.end == at and previous.subject else None

    # ── objects ──

    def inverted(self, start: int, end: int) -> Range | None:
        """Return the subject behind a verb of speech (",” said X")."""
        if self.letters[start - 1] not in ',"' or self.words[start] not in listed("inverting"):
            return None
        found = AFTER.match(self.letters, end)
        return found.span("noun") if found else None

    def object(self, start: int, end: int) -> Range | None:
        """Return the phrase behind a verb, unless it is the subject of the next."""
        letters, word = self.letters, self.words[end - 1]
        if word in listed("intransitive") or not (found := AFTER.match(letters, end)):
            return None
        first, last = found.span("noun")
        if letters[first] == "D" and last - first == 1 and self.words[first] != "her":
            return None
        follows = letters[right_of(letters, last)]
        if follows == "d" and not letters[first:last].strip("Q"):
            return None
        if follows in FINITE or (follows == "E" and word in listed("inverting")):
            return (first, last) if letters[left_of(letters, start) - 1] in "Whw" else None
        return first, last

    def relative_object(self, subject: Range | None, start: int, end: int) -> Range | None:
        """Return what "which" or "that" before the subject stands for ("a law that parliament passed")."""
        letters = self.letters
        if not subject or subject[1] != left_of(letters, start) or self.words[end - 1] in listed("intransitive"):
            return None
        at = subject[0] - 1
        stranded = letters[end] in "PO" and letters[end + 1] not in OBJECT_START and letters[end + 1] != "d"
        relative = letters[at] == "W" or (letters[at] == "h" and self.is_relative(at))
        return self.near(at) if relative and not stranded and letters[end] not in 'hSTwW"' else None
