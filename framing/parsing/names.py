"""The people a text names, and which of them a pronoun stands for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import compress
from typing import Final

from framing.parsing.passage import Passage
from framing.parsing.phrases import APPOSED
from framing.parsing.vocabulary import (
    ADVERB,
    CONJUNCTION,
    CONTRACTION,
    DATE,
    DETERMINER,
    ED,
    FINITE,
    FINITE_CUE,
    INSTITUTION,
    IRREGULAR,
    MARK,
    PREPOSITION,
    PRONOUN,
    SUBORDINATOR,
    TITLE,
    words,
)
from framing.types import SpeakerType

NO_NAME: Final = DETERMINER | PREPOSITION | CONJUNCTION | SUBORDINATOR | ADVERB | DATE | PRONOUN | CONTRACTION | MARK
ACTING: Final = FINITE | FINITE_CUE | IRREGULAR | ED
OFFICE: Final = TITLE | INSTITUTION
LONGEST_NAME = 5
PARTICLE_REACH = 3
PARTICLES = words("al bin bint ibn da de del der di do dos du el la le ter ul van von y zu")
REACH = 4
"""A pronoun's person is looked for in its own sentence and in three before it."""

WINDOW = 150
"""No further than so many tokens, however long the sentence."""
PERSONAL = {"he": "he", "his": "he", "him": "he", "she": "she", "her": "she"}
ADDRESS = {
    **dict.fromkeys(("mr", "sir", "king", "prince", "spokesman", "chairman", "congressman"), "he"),
    **dict.fromkeys(("mrs", "ms", "miss", "lady", "queen", "princess", "spokeswoman", "chairwoman"), "she"),
}

Person = tuple[str, SpeakerType]


class Names:
    """Full names, where the text names somebody, and whom it heard last."""

    def __init__(self, p: Passage) -> None:
        self.p = p
        self.full: dict[str, str] = {}
        self.holders: dict[tuple[str, ...], str] = {}
        self.genders: dict[str, str] = {}
        self.bodies: dict[str, str] = {}
        self.persons: set[str] = set()
        self.mentions: list[tuple[int, str]] = []
        self.heard: tuple[int, Person] | None = None
        self.body: tuple[int, Person] | None = None
        for first, begin, last, surname in self._runs():
            if begin == last:
                if last - first > 1:
                    self._add_body(first, last)
                continue
            office: tuple[str, ...] = ()
            if begin and p.bits[begin - 1] & TITLE:
                office = self._office_before(begin)
                self._add_holder(office, begin - len(office) - 1, self.full.get(surname) or surname)
            elif last < p.size and p.low[last] == "," and (office := self._office_after(last + 1)):
                self._add_holder(office, -1, self.full.get(surname) or surname)
            if (whole := self.full.get(surname)) and not p.quoted[first]:
                self.mentions.append((first, whole))
                if whole not in self.persons and (first < begin or office or self._is_person(begin, last)):
                    self.persons.add(whole)
                address = p.low[begin - (2 if p.low[begin - 1] == "." else 1)] if begin else ""
                if address in ADDRESS:
                    self.genders.setdefault(whole, ADDRESS[address])

    def _add_body(self, first: int, last: int) -> None:
        """Remember the Foreign Ministry as the only "ministry", until another comes."""
        if not self.p.bits[last - 1] & INSTITUTION:
            return
        kind, name = self.p.low[last - 1], self.text(first, last)
        self.bodies[kind] = name if self.bodies.get(kind, name) == name else ""

    def _is_person(self, begin: int, last: int) -> bool:
        """Tell whether a name is a person's: the surname alone, or with a verb, ", a farmer," or an age behind it."""
        p = self.p
        if last - begin == 1:
            return not begin or p.low[begin - 1] != "the"
        if last < p.size and p.bits[last] & ACTING and not p.capital[last]:
            return True
        after = p.low[last + 1] if last + 1 < p.size and p.low[last] == "," and not p.capital[last + 1] else ""
        return after in APPOSED or after.isdigit()

    def _runs(self) -> list[tuple[int, int, int, str]]:
        """Remember the full names by first and last name; return each run of capitals: its name, end and surname."""
        p, runs = self.p, []
        starts = set(p.firsts)  # no name runs on from a heading or a sentence into the next
        first = last = -PARTICLE_REACH
        bits = p.bits
        capitals = [
            k
            for k in compress(range(p.size), p.capital)
            if not bits[k] & NO_NAME and not (bits[k] & FINITE_CUE and k in starts)  # "Said Lee"
        ]
        for k in [*capitals, p.size + PARTICLE_REACH]:
            near = k == last or (k < last + PARTICLE_REACH and self._goes_on(last, k))
            if near and k not in starts and not p.low[last - 1].endswith("'s"):
                last = k + 1
                continue
            begin = self.after_title(first, last)
            if 0 <= first < last:
                surname = self.surname(last)
                runs.append((first, begin, last, surname))
                if 2 <= last - begin <= LONGEST_NAME:
                    whole = self.text(begin, last)
                    for part in (p.low[begin], surname):
                        self.full[part] = whole if self.full.get(part, whole) == whole else ""
            first, last = k, k + 1
        return runs

    def _goes_on(self, last: int, k: int) -> bool:
        """Tell whether a name that reached ``last`` goes on at ``k``: J. Lee, bin Lee."""
        low = self.p.low
        return (k == last + 1 and low[last] == "." and len(low[last - 1]) == 1) or PARTICLES.issuperset(low[last:k])

    def begin(self, end: int, first: int) -> int:
        """Find where the name that ends at ``end`` begins, not before ``first``."""
        p, k = self.p, end
        while k > first:
            before = k - 1
            while k < end and before > first and k - before < PARTICLE_REACH and not p.capital[before]:
                before -= 1
            if p.low[before].endswith("'s") and k < end:
                break
            if not p.capital[before] or p.bits[before] & NO_NAME or not (k == end or self._goes_on(before + 1, k)):
                break
            k = before
        return k

    def after_title(self, first: int, last: int) -> int:
        """Find where in a run of capitals the name begins: after the last title, office or institution."""
        bits, k = self.p.bits, last
        while k > first and not bits[k - 1] & OFFICE:
            k -= 1
        return k

    def _add_holder(self, office: tuple[str, ...], before: int, name: str) -> None:
        """Remember who is the president, and who the Turkish president: the plain one has no such word before it."""
        p = self.p
        plain = before < 0 or not p.capital[before] or p.bits[before] & NO_NAME
        for key in (office if plain else (p.low[before], *office), ("any", *office)):
            self.holders[key] = name if self.holders.get(key, name) == name else ""

    def _office_before(self, begin: int) -> tuple[str, ...]:
        """Return the words of office right before a name, like "prime", "minister"."""
        k = begin
        while k and self.p.bits[k - 1] & TITLE:
            k -= 1
        return tuple(self.p.low[k:begin])

    def _office_after(self, at: int) -> tuple[str, ...]:
        """Return the words of office from ``at`` on, as in "Ann Lee, the prime minister,"."""
        p = self.p
        first = at + (at < p.size and p.bits[at] & DETERMINER > 0)
        k = first
        while k < min(p.size, first + 4) and not p.bits[k] & (MARK | PREPOSITION):
            k += 1
        return tuple(p.low[first:k]) if k > first and p.bits[k - 1] & TITLE else ()

    def holder(self, first: int, last: int) -> str:
        """Return the only person whom the text names with just this office, for "the president"."""
        office = tuple(self.p.low[first:last])
        name = self.holders.get(office, self.holders.get(("any", *office), ""))
        return name if " " in name else ""

    def surname(self, last: int) -> str:
        """Return the last word of a name that ends at ``last``, lower-cased."""
        return self.p.low[last - 1].removesuffix("'s")

    def text(self, first: int, last: int) -> str:
        """Return a name as written, on one line."""
        text = self.p.words.text[self.p.words.start[first] : self.p.words.end[last - 1]]
        return " ".join(text.removesuffix("'s").removesuffix("’s").split())

    def person_of(self, word: str, at: int) -> Person | None:
        """Return whom "he" or "she" at token ``at`` stands for, if that is safe to say.

        That is the only person named before it in its own sentence, else the last one
        heard, else the first one named, in the nearest sentence before that has any.
        """
        gender = PERSONAL[word]
        sentence = bisect_right(self.p.firsts, at) - 1
        for number in range(sentence, max(-1, sentence - REACH), -1):
            hi = min(at, self.p.sentences[number].last)
            lo = max(self.p.firsts[number], hi - WINDOW)
            if self.heard and lo <= self.heard[0] < hi and self._fits(self.heard[1][0], gender):
                return self._hear(at, self.heard[1], gender)
            named = self.mentions[bisect_left(self.mentions, (lo, "")) : bisect_left(self.mentions, (hi, ""))]
            named = [(place, name) for place, name in named if self._fits(name, gender)]
            subjects = [name for place, name in named if not self.p.bits[place - 1] & PREPOSITION or place == lo]
            names = dict.fromkeys(subjects or [name for _, name in named])
            if len(names) > 1 and number == sentence:
                return None
            if person := next((name for name in names if name in self.persons), None):
                return self._hear(at, (person, SpeakerType.NAMED), gender)
        return None

    def body_heard(self, at: int) -> Person | None:
        """Return whom "it" stands for: the institution heard last, if nobody was heard since, in a sentence nearby."""
        if self.body is None or (self.heard is not None and self.heard[0] > self.body[0]):
            return None
        if not self._is_near(self.body[0], at):
            return None
        self.body = at, self.body[1]
        return self.body[1]

    def person_heard(self, at: int) -> Person | None:
        """Return whom "the official" stands for: the person heard last, in a sentence nearby."""
        if self.heard is None or not self._is_near(self.heard[0], at):
            return None
        self.heard = at, self.heard[1]
        return self.heard[1]

    def _is_near(self, place: int, at: int) -> bool:
        sentence = bisect_right(self.p.firsts, at) - 1
        return place >= self.p.firsts[max(0, sentence - REACH)]

    def _fits(self, name: str, gender: str) -> bool:
        return self.genders.get(name, gender) == gender

    def _hear(self, at: int, person: Person, gender: str) -> Person:
        self.genders[person[0]] = gender
        self.heard = at, person
        return person
