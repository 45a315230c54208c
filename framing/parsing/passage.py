"""The working state of a parse: words, their classes, quotations and sentences, all by token number."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from framing.parsing.marks import Pair
from framing.parsing.sentences import find_sentences
from framing.parsing.tokens import Words
from framing.parsing.vocabulary import CUE, END, word_bits
from framing.types import Paragraph

Range = tuple[int, int]
"""Tokens, half open."""


class Passage:
    """A text seen token by token.

    ``quoted`` numbers the outer quotation of each token from 1 (0 for none) and has one
    more 0 at its end; ``pairs`` are these quotations; ``cues`` are the cue words outside them.
    """

    __slots__ = (
        "bits",
        "capital",
        "cues",
        "firsts",
        "is_word",
        "low",
        "pairs",
        "paragraphs",
        "quoted",
        "sentences",
        "size",
        "words",
    )

    def __init__(self, words: Words, paragraphs: list[Paragraph], pairs: list[Pair]) -> None:
        self.words, self.paragraphs, self.size = words, paragraphs, len(words)
        self.low, self.capital, self.is_word = words.low, words.capital, words.is_word
        self.bits = list(map(word_bits().__getitem__, words.low))
        self.quoted = [0] * (self.size + 1)
        self.pairs = [pair for pair in pairs if not pair.depth]
        for number, pair in enumerate(self.pairs, 1):
            pair.first, pair.last = bisect_left(words.start, pair.start), bisect_left(words.start, pair.end)
            self.quoted[pair.first : pair.last] = [number] * (pair.last - pair.first)
        wanted = CUE | END
        listed = [k for k, bits in enumerate(self.bits) if bits & wanted]
        self.cues = [k for k in listed if self.bits[k] & CUE and not self.quoted[k]]
        stops = [k for k in listed if self.bits[k] & END]
        self.sentences = find_sentences(words, paragraphs, stops, self.quoted)
        self.firsts = [sentence.first for sentence in self.sentences]

    def pair_at(self, k: int) -> Pair:
        """Return the quotation around token ``k``, which must be quoted."""
        return self.pairs[self.quoted[k] - 1]

    def sentence_around(self, k: int) -> Range:
        """Return the tokens of the sentence that token ``k`` is in."""
        sentence = self.sentences[bisect_right(self.firsts, k) - 1]
        return sentence.first, sentence.last


class Found:
    """An attribution being built; its parts are ranges of tokens."""

    __slots__ = ("contents", "cue", "rule", "source")

    def __init__(self, cue: Range, source: Range | None, contents: list[Range], rule: str) -> None:
        self.cue, self.source, self.contents, self.rule = cue, source, contents, rule
