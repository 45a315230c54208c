"""Who a source is: named, unnamed or an institution, and the fullest safe name for it."""

from __future__ import annotations

import re

from framing.parsing.names import LONGEST_NAME, NO_NAME, PERSONAL, Names, Person
from framing.parsing.passage import Passage, Range
from framing.parsing.phrases import phrase_before
from framing.parsing.vocabulary import (
    CONTRACTION,
    DETERMINER,
    ING,
    INSTITUTION,
    MARK,
    PERSON,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    SUBORDINATOR,
    TITLE,
    listed,
)
from framing.types import Speaker, SpeakerType

_WHO = re.compile(r",? who\b|, which\b|, whose\b")


SINGLE = frozenset(("a", "an", "the", "one", "another", "his", "her", "this", "that"))


class Speakers:
    """Makes `Speaker` values; to be asked in the order of the text."""

    def __init__(self, p: Passage) -> None:
        self.p = p
        self.names = Names(p)

    def make(self, source: Range) -> Speaker:
        """Return the speaker that the tokens of ``source`` name."""
        p, names = self.p, self.names
        first, last = source
        last -= last > first + 1 and p.low[last - 1] == "that"
        source = first, last
        start, end = p.words.start[first], p.words.end[last - 1]
        if p.low[last - 1].endswith("'s") and not p.bits[last - 1] & CONTRACTION:
            end -= 2
        text = p.words.text[start:end]
        word = p.low[first].split("'")[0]
        if (last - first == 1 and p.bits[first] & (PRONOUN | POSSESSIVE | CONTRACTION)) or word == "him":
            name, kind = self._behind_pronoun(first, word) or (text, _pronoun_type(word))
            return Speaker(text, start, end, kind, name)
        kind, head = self._type_and_head(source)
        if p.low[first] == "the" and (holder := names.holder(first + 1, last)):
            kind, name = SpeakerType.NAMED, holder
        elif p.low[first] == "the" and last - first == 2 and (body := names.bodies.get(p.low[first + 1])):
            name = body
        elif p.low[first] == "the" and self._is_one_person(source) and (person := names.person_heard(first)):
            name, kind = person
        elif kind is SpeakerType.NAMED:
            begin = names.after_title(*head)
            name = names.text(begin, head[1]) if begin < head[1] else names.holder(*head) or _plain(text)
            if head[1] - begin == 1:
                name = names.full.get(names.surname(head[1])) or name
        else:
            name = _plain(text)
        if kind is SpeakerType.INSTITUTION:
            names.body = first, (name, kind)
        elif kind is SpeakerType.NAMED or self._is_single(source):
            names.heard = first, (name, kind)
            if kind is SpeakerType.NAMED:
                names.persons.add(name)
        return Speaker(text, start, end, kind, name)

    def _behind_pronoun(self, at: int, word: str) -> Person | None:
        """Return the person for he and she, and for "who" the one named just before."""
        if word in PERSONAL:
            return self.names.person_of(word, at)
        if word == "it":
            return self.names.body_heard(at)
        if word != "who":
            return None
        lo, _ = self.p.sentence_around(at)
        named = phrase_before(self.p, at - (at > lo and self.p.low[at - 1] == ","), lo)
        if named is None or not (self.p.capital[named[0]] or self.p.bits[named[0]] & DETERMINER):
            return None
        speaker = self.make(named)
        return speaker.name, speaker.type

    def _type_and_head(self, source: Range) -> tuple[SpeakerType, Range]:
        """Return the type of a source, and the name at the end of its head phrase."""
        p = self.p
        first, last = source
        while first < last - 1 and p.bits[first] & DETERMINER:
            first += 1
        end = next(
            (k for k in range(first + 1, last) if p.bits[k] & (PREPOSITION | SUBORDINATOR) or p.low[k] in (",", "(")),
            last,
        )
        while end > first + 1 and p.bits[end - 1] & MARK:
            end -= 1
        head = end - 1
        begin = self.names.begin(end, first) if p.capital[head] else head
        bits, unnamed, evidence = p.bits[head], p.low[head] in listed("unnamed"), p.low[head] in listed("evidence")
        lower = not p.capital[head] or p.bits[head] & TITLE
        if lower and not evidence and (name := self._name_behind(first, end, last, unnamed)):
            return SpeakerType.NAMED, name
        group = begin == first and head == first and self._is_group(first, last)
        if not p.capital[head] or group or ((unnamed or evidence) and head == first):
            if unnamed:
                return SpeakerType.UNNAMED, (head, end)
            institution = bits & INSTITUTION or evidence
            return (SpeakerType.INSTITUTION if institution else SpeakerType.UNNAMED), (head, end)
        word = p.words.text[p.words.start[head] : p.words.end[head]]
        shouted = begin < head and p.words.text[p.words.start[head - 1] : p.words.end[head - 1]].isupper()
        acronym = len(word) > 1 and word[0].isupper() and word[-1].isupper() and not shouted
        the = first > source[0] and p.low[source[0]] == "the" and not any(bits & TITLE for bits in p.bits[first:end])
        part = self.names.after_title(begin, end) == head and any(p.bits[k] & INSTITUTION for k in range(begin, head))
        alone = the and (begin == first or (begin == head and p.low[head] not in self.names.full))
        if bits & INSTITUTION or evidence or acronym or part or alone:
            return SpeakerType.INSTITUTION, (begin, end)
        return SpeakerType.NAMED, (begin, end)

    def _name_behind(self, first: int, end: int, last: int, unnamed: bool) -> Range | None:
        """Return the name behind a trade or office: "a farmer, Ann Lee of Paris", "the head of the bank, Ann Lee"."""
        p = self.p
        if end + 1 < last and p.low[end] == "," and p.capital[end + 1] and not p.low[end - 1].endswith("s"):
            stop = next((k for k in range(end + 2, last) if p.bits[k] & NO_NAME and p.low[k] != "."), last)
            if 2 <= stop - end - 1 <= LONGEST_NAME:
                return end + 1, stop
        return None if unnamed else self._name_at_end(first, last)

    def _name_at_end(self, first: int, last: int) -> Range | None:
        """Return the full name that ends a source such as "the head of the bank, Ann Lee"."""
        p = self.p
        begin = last
        while begin > first and p.low[begin - 1][0].isalpha() and not p.bits[begin - 1] & NO_NAME:
            word = p.words.text[p.words.start[begin - 1] : p.words.end[begin - 1]]
            if word == word.lower():
                break
            begin -= 1
        begin = self.names.after_title(begin, last)
        if p.low[begin - 1] == "the":  # "the commander of the Southern Forces"
            return None
        return (begin, last) if 2 <= last - begin <= LONGEST_NAME else None

    def _is_single(self, source: Range) -> bool:
        """Tell whether an unnamed source is one person: a farmer, the official from Paris."""
        p, (first, last) = self.p, source
        end = next((k for k in range(first + 1, last) if p.bits[k] & PREPOSITION or p.low[k] == ","), last)
        head = p.low[end - 1]
        if p.low[first] not in SINGLE or head.endswith("s") or p.bits[end - 1] & ING:
            return False
        return p.low[first] != "the" or head + "s" in listed("unnamed") or p.bits[end - 1] & (TITLE | PERSON) > 0

    def _is_one_person(self, source: Range) -> bool:
        """Tell whether this is just "the official" or "the Syrian diplomat"."""
        head = self.p.low[source[1] - 1]
        if self.p.capital[source[1] - 1]:
            return False
        return head + "s" in listed("unnamed") and source[1] - source[0] <= 4

    def _is_group(self, first: int, last: int) -> bool:
        """Tell whether a lone capitalised word is a plural, like "Organisers of the march" or "Syrians"."""
        word = self.p.low[first]
        if self.p.words.text[self.p.words.start[first] : self.p.words.end[first]].isupper():
            return False
        return word.endswith("s") and not word.endswith(("ss", "'s")) and word not in self.names.full


def _pronoun_type(word: str) -> SpeakerType:
    if word in ("it", "which"):
        return SpeakerType.INSTITUTION
    return SpeakerType.NAMED if word in PERSONAL or word == "i" else SpeakerType.UNNAMED


def _plain(text: str) -> str:
    """Return the words on one line, without a leading article or a clause with "who" behind them."""
    words = _WHO.split(text)[0].split()
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() in ("the", "a", "an") else words)
