"""Who a source is: named, unnamed or an institution, and the fullest safe name for it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

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
    PREPOSITION,
    PRONOUN,
    SUBORDINATOR,
    TITLE,
    UNNAMED,
)
from framing.types import Speaker, SpeakerType

PERSONAL = frozenset(("he", "she"))
LONGEST_NAME = 4
NO_NAME = DETERMINER | PREPOSITION | CONJUNCTION | SUBORDINATOR | ADVERB | DATE | PRONOUN | CONTRACTION | MARK


class Speakers:
    """Makes `Speaker` values in the order of the text, with the names met so far."""

    def __init__(self, p: Passage) -> None:
        self.p = p
        self.full: dict[str, set[str]] = {}
        self.mentions: list[tuple[int, str]] = []
        self.pronouns: dict[str, str] = {}
        self.last: tuple[int, str] | None = None
        self._collect_names()
        self.places = [place for place, _ in self.mentions]

    def _collect_names(self) -> None:
        """Full names are runs of two to four capitalised words, less titles and offices before them."""
        runs: list[Range] = []
        k = self.p.capital.find(1)
        while k >= 0:
            end = k
            while end < self.p.size and self.p.capital[end] and not self.p.bits[end] & NO_NAME:
                end += 1
            if end > k:
                runs.append((k, end))
            k = self.p.capital.find(1, max(end, k + 1))
        short: list[tuple[int, str]] = []
        for first, end in runs:
            name = self._bare_name(first, end)
            if 2 <= len(name) <= LONGEST_NAME:
                whole = " ".join(name)
                self.mentions.append((first, whole))
                for part in (name[0], name[-1]):
                    self.full.setdefault(part, set()).add(whole)
            elif name:
                short.append((first, name[-1]))
        self.mentions += [(place, whole) for place, part in short if (whole := self._full_name(part)) != part]
        self.mentions.sort()

    def _bare_name(self, first: int, end: int) -> list[str]:
        """The words of a run of capitals after its last title or institution, possessive endings dropped."""
        bits = self.p.bits
        begin = next((k + 1 for k in range(end - 1, first - 1, -1) if bits[k] & (TITLE | INSTITUTION)), first)
        words = [
            self.p.words.text[self.p.words.start[k] : self.p.words.end[k]]
            for k in range(begin, min(end, begin + LONGEST_NAME + 1))
        ]
        return [word.removesuffix("'s").removesuffix("’s") for word in words]

    def _full_name(self, part: str) -> str:
        """The one full name that a first or last name stands for in this text, else the name itself."""
        known = self.full.get(part, ())
        return next(iter(known)) if len(known) == 1 else part

    def make(self, source: Range) -> Speaker:
        """The speaker that the tokens of ``source`` name."""
        p = self.p
        start, end = p.words.start[source[0]], p.words.end[source[1] - 1]
        if p.low[source[1] - 1].endswith("'s") and not p.bits[source[1] - 1] & CONTRACTION:
            end -= 2
        text = p.words.text[start:end]
        word = p.low[source[1] - 1].split("'")[0]
        if source[1] - source[0] == 1 and p.bits[source[0]] & PRONOUN:
            return self._of_pronoun(Speaker(text, start, end, _pronoun_type(word), text), source[0], word)
        kind, head = self._type_and_head(source)
        if kind is not SpeakerType.NAMED:
            return Speaker(text, start, end, kind, _plain(text))
        name = self._bare_name(*head)
        whole = self._full_name(name[0]) if len(name) == 1 else " ".join(name)
        self.last = source[0], whole
        return Speaker(text, start, end, kind, whole or _plain(text))

    def _of_pronoun(self, speaker: Speaker, at: int, word: str) -> Speaker:
        """He and she are the last named speaker, if nobody else was named since."""
        if word not in PERSONAL or self.last is None or self.last[0] > at:
            return speaker
        place, name = self.last
        between = self.mentions[bisect_right(self.places, place) : bisect_left(self.places, at)]
        if any(other != name for _, other in between) or self.pronouns.setdefault(name, word) != word:
            return speaker
        self.last = at, name
        return Speaker(speaker.text, speaker.start, speaker.end, SpeakerType.NAMED, name)

    def _type_and_head(self, source: Range) -> tuple[SpeakerType, Range]:
        """The type of a source, and the name at the end of its head phrase."""
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
        bits = p.bits[head]
        if not p.capital[head] or (bits & (UNNAMED | EVIDENCE) and head == first):
            if bits & UNNAMED:
                return SpeakerType.UNNAMED, (head, end)
            institution = bits & (INSTITUTION | EVIDENCE)
            return (SpeakerType.INSTITUTION if institution else SpeakerType.UNNAMED), (head, end)
        word = p.words.text[p.words.start[head] : p.words.end[head]]
        acronym = word.isupper() and len(word) > 1
        the = first > source[0] and p.low[source[0]] == "the" and not any(p.bits[k] & TITLE for k in range(first, end))
        part = any(p.bits[k] & INSTITUTION for k in range(begin, head)) and len(self._bare_name(begin, end)) == 1
        if bits & INSTITUTION or acronym or part or (the and begin == first):
            return SpeakerType.INSTITUTION, (begin, end)
        return SpeakerType.NAMED, (begin, end)


def _pronoun_type(word: str) -> SpeakerType:
    if word in ("it", "which"):
        return SpeakerType.INSTITUTION
    return SpeakerType.NAMED if word in ("he", "she", "i") else SpeakerType.UNNAMED


def _plain(text: str) -> str:
    """The words on one line, without a leading article."""
    words = text.split()
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() in ("the", "a", "an") else words)
