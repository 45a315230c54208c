"""Who a source is: named, unnamed or an institution, and the fullest safe name for it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import compress

from framing.parsing.passage import Passage, Range
from framing.parsing.vocabulary import (
    ADVERB,
    CONJUNCTION,
    CONTRACTION,
    DATE,
    DETERMINER,
    EVIDENCE,
    INSTITUTION,
    MARK,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    SUBORDINATOR,
    listed,
)
from framing.types import Speaker, SpeakerType

PERSONAL = {"he": "he", "his": "he", "she": "she", "her": "she"}
LONGEST_NAME = 4
NO_NAME = DETERMINER | PREPOSITION | CONJUNCTION | SUBORDINATOR | ADVERB | DATE | PRONOUN | CONTRACTION | MARK


class Speakers:
    """Makes `Speaker` values in the order of the text, with the names met so far."""

    def __init__(self, p: Passage) -> None:
        self.p = p
        self.full: dict[str, str] = {}
        self.pronouns: dict[str, str] = {}
        self.last: tuple[int, str] | None = None
        mentions = self._collect_names()
        self.mentions = [(place, whole) for place, name in mentions if (whole := self.full.get(name))]
        self.places = [place for place, _ in self.mentions]

    def _collect_names(self) -> list[tuple[int, str]]:
        """Remember the full names, by first and by last name; return where the text names anybody."""
        p, mentions = self.p, []
        first = last = -1
        capitals = [k for k in compress(range(p.size), p.capital) if not p.bits[k] & NO_NAME]
        for k in [*capitals, p.size + 1]:
            if k != last and first >= 0:
                begin = self._after_title(first, last)
                if 2 <= last - begin <= LONGEST_NAME:
                    whole = self._text(begin, last)
                    for part in (p.low[begin], self._surname(last)):
                        self.full[part] = whole if self.full.get(part, whole) == whole else ""
                if begin < last:
                    mentions.append((begin, self._surname(last)))
            if k != last:
                first = k
            last = k + 1
        return mentions

    def _after_title(self, first: int, last: int) -> int:
        """Where in a run of capitals the name begins: after the last title, office or institution."""
        k, titles = last, listed("title")
        while k > first and not (self.p.bits[k - 1] & INSTITUTION or self.p.low[k - 1] in titles):
            k -= 1
        return k

    def _surname(self, last: int) -> str:
        return self.p.low[last - 1].removesuffix("'s")

    def _text(self, first: int, last: int) -> str:
        text = self.p.words.text[self.p.words.start[first] : self.p.words.end[last - 1]]
        return " ".join(text.removesuffix("'s").removesuffix("’s").split())

    def make(self, source: Range) -> Speaker:
        """Return the speaker that the tokens of ``source`` name."""
        p = self.p
        start, end = p.words.start[source[0]], p.words.end[source[1] - 1]
        if p.low[source[1] - 1].endswith("'s") and not p.bits[source[1] - 1] & CONTRACTION:
            end -= 2
        text = p.words.text[start:end]
        word = p.low[source[1] - 1].split("'")[0]
        if source[1] - source[0] == 1 and p.bits[source[0]] & (PRONOUN | POSSESSIVE):
            return self._of_pronoun(Speaker(text, start, end, _pronoun_type(word), text), source[0], word)
        kind, head = self._type_and_head(source)
        if kind is not SpeakerType.NAMED:
            return Speaker(text, start, end, kind, _plain(text))
        begin = self._after_title(*head)
        name = self._text(begin, head[1]) if begin < head[1] else _plain(text)
        if head[1] - begin == 1:
            name = self.full.get(self._surname(head[1])) or name
        self.last = source[0], name
        return Speaker(text, start, end, kind, name)

    def _of_pronoun(self, speaker: Speaker, at: int, word: str) -> Speaker:
        """He and she are the last named speaker, if nobody else was named since."""
        pronoun = PERSONAL.get(word)
        if pronoun is None or self.last is None or self.last[0] > at:
            return speaker
        place, name = self.last
        between = self.mentions[bisect_right(self.places, place) : bisect_left(self.places, at)]
        if any(other != name for _, other in between) or self.pronouns.setdefault(name, pronoun) != pronoun:
            return speaker
        self.last = at, name
        return Speaker(speaker.text, speaker.start, speaker.end, SpeakerType.NAMED, name)

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
        begin = head
        while begin > first and p.capital[begin - 1] and not p.bits[begin - 1] & NO_NAME:
            begin -= 1
        bits, unnamed = p.bits[head], p.low[head] in listed("unnamed")
        if not unnamed and not bits & EVIDENCE and not p.capital[head] and (name := self._name_at_end(first, last)):
            return SpeakerType.NAMED, name
        group = begin == first and head == first and self._is_group(first, last)
        if not p.capital[head] or group or ((unnamed or bits & EVIDENCE) and head == first):
            if unnamed:
                return SpeakerType.UNNAMED, (head, end)
            institution = bits & (INSTITUTION | EVIDENCE)
            return (SpeakerType.INSTITUTION if institution else SpeakerType.UNNAMED), (head, end)
        word = p.words.text[p.words.start[head] : p.words.end[head]]
        acronym = word.isupper() and len(word) > 1
        the = first > source[0] and p.low[source[0]] == "the" and listed("title").isdisjoint(p.low[first:end])
        part = self._after_title(begin, end) == head and any(p.bits[k] & INSTITUTION for k in range(begin, head))
        if bits & INSTITUTION or acronym or part or (the and begin == first):
            return SpeakerType.INSTITUTION, (begin, end)
        return SpeakerType.NAMED, (begin, end)

    def _name_at_end(self, first: int, last: int) -> Range | None:
        """Return the full name that ends a source such as "the head of the bank, Ann Lee"."""
        p = self.p
        begin = last
        while begin > first and p.low[begin - 1][0].isalpha() and not p.bits[begin - 1] & NO_NAME:
            word = p.words.text[p.words.start[begin - 1] : p.words.end[begin - 1]]
            if word == word.lower():
                break
            begin -= 1
        begin = self._after_title(begin, last)
        return (begin, last) if 2 <= last - begin <= LONGEST_NAME else None

    def _is_group(self, first: int, last: int) -> bool:
        """Tell whether a lone capitalised word is a plural, like "Organisers of the march" or "Syrians"."""
        word = self.p.low[first]
        return word.endswith("s") and not word.endswith(("ss", "'s")) and word not in self.full


def _pronoun_type(word: str) -> SpeakerType:
    if word in ("it", "which"):
        return SpeakerType.INSTITUTION
    return SpeakerType.NAMED if word in PERSONAL or word == "i" else SpeakerType.UNNAMED


def _plain(text: str) -> str:
    """Return the words on one line, without a leading article."""
    words = text.split()
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() in ("the", "a", "an") else words)
