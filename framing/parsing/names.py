"""The people a text names, and which of them a pronoun stands for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import compress
from typing import Final

from framing.parsing.passage import Passage
from framing.parsing.vocabulary import (
    ADVERB,
    CONJUNCTION,
    CONTRACTION,
    DATE,
    DETERMINER,
    FINITE_CUE,
    INSTITUTION,
    MARK,
    PREPOSITION,
    PRONOUN,
    SUBORDINATOR,
    TITLE,
)
from framing.types import SpeakerType

NO_NAME: Final = DETERMINER | PREPOSITION | CONJUNCTION | SUBORDINATOR | ADVERB | DATE | PRONOUN | CONTRACTION | MARK
OFFICE: Final = TITLE | INSTITUTION
LONGEST_NAME = 4
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
        self.mentions: list[tuple[int, str]] = []
        self.heard: tuple[int, Person] | None = None
        for first, begin, surname in self._runs():
            if office := self._office_before(begin):
                name = self.full.get(surname) or surname
                self.holders[office] = name if self.holders.get(office, name) == name else ""
            if (whole := self.full.get(surname)) and not p.quoted[first]:
                self.mentions.append((first, whole))
                address = p.low[begin - (2 if p.low[begin - 1] == "." else 1)] if begin else ""
                if address in ADDRESS:
                    self.genders.setdefault(whole, ADDRESS[address])

    def _runs(self) -> list[tuple[int, int, str]]:
        """Remember the full names by first and by last name; return each run of capitals, its name and surname."""
        p, runs = self.p, []
        starts = set(p.firsts)  # no name runs on from a heading or a sentence into the next
        first = last = -1
        capitals = [k for k in compress(range(p.size), p.capital) if not p.bits[k] & NO_NAME]
        capitals = [k for k in capitals if not (p.bits[k] & FINITE_CUE and k in starts)]  # "Said Lee"
        for k in [*capitals, p.size + 1]:
            if k == last and k not in starts and not p.low[k - 1].endswith("'s"):
                last += 1
                continue
            begin = self.after_title(first, last)
            if begin < last:
                surname = self.surname(last)
                runs.append((first, begin, surname))
                if 2 <= last - begin <= LONGEST_NAME:
                    whole = self.text(begin, last)
                    for part in (p.low[begin], surname):
                        self.full[part] = whole if self.full.get(part, whole) == whole else ""
            first, last = k, k + 1
        return runs

    def after_title(self, first: int, last: int) -> int:
        """Find where in a run of capitals the name begins: after the last title, office or institution."""
        bits, k = self.p.bits, last
        while k > first and not bits[k - 1] & OFFICE:
            k -= 1
        return k

    def _office_before(self, begin: int) -> tuple[str, ...]:
        """Return the words of office right before a name, like "prime", "minister"."""
        k = begin
        while k and self.p.bits[k - 1] & TITLE:
            k -= 1
        return tuple(self.p.low[k:begin])

    def holder(self, first: int, last: int) -> str:
        """Return the only person whom the text names with just this office, for "the president"."""
        name = self.holders.get(tuple(self.p.low[first:last]), "")
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
            if names:
                return self._hear(at, (next(iter(names)), SpeakerType.NAMED), gender)
        return None

    def _fits(self, name: str, gender: str) -> bool:
        return self.genders.get(name, gender) == gender

    def _hear(self, at: int, person: Person, gender: str) -> Person:
        self.genders[person[0]] = gender
        self.heard = at, person
        return person
