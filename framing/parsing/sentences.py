"""Sentences: full stops that end something."""

from __future__ import annotations

from framing.parsing.tokens import Words
from framing.parsing.vocabulary import (
    ABBREVIATION,
    ADVERB,
    DATE,
    ENDERS,
    FINITE_CUE,
    NOUN,
    PREPOSITION,
    listed,
    word_bits,
)
from framing.types import Paragraph, Sentence

CLOSERS = frozenset("”\"'’)]»")
LONG = 70
"""Past so many tokens a full stop is suspected to be lost before a capitalised function word."""


def find_sentences(words: Words, paragraphs: list[Paragraph], stops: list[int], quoted: list[int]) -> list[Sentence]:
    """Split paragraphs into sentences at some of the ``stops``; ``quoted`` numbers the quotation of each token.

    A full stop ends a sentence unless an abbreviation, an initial or a lower-case word
    says otherwise; closing marks go with the sentence they close. After ``U.S.`` a
    capitalised function word begins a new one.
    """
    low, start, end = words.low, words.start, words.end
    sentences: list[Sentence] = []
    at = 0
    for number, p in enumerate(paragraphs):
        cuts = []
        while at < len(stops) and stops[at] < p.last:
            k = stops[at]
            at += 1
            after = k + 1
            while after < p.last and low[after] in CLOSERS and start[after] == end[after - 1]:
                if quoted[after] and quoted[after] != quoted[k]:  # it opens the next quotation
                    break
                after += 1
            if after < p.last and _ends(words, k, after, quoted):
                cuts.append(after)
        first = p.first
        for cut in [*cuts, p.last]:
            parts = _split_long(words, first, cut, quoted) if cut - first > LONG else [(first, cut)]
            sentences += [Sentence(start[a], end[b - 1], a, b, number) for a, b in parts]
            first = cut
    return sentences


def _ends(words: Words, k: int, after: int, quoted: list[int]) -> bool:
    """Tell whether the stop at ``k`` ends a sentence, the next one beginning at ``after``."""
    low, stop = words.low, words.low[k]
    following = low[after]
    if following in ENDERS:
        return False
    bits = word_bits()
    raised = words.capital[after]
    if after > k + 1 and raised and quoted[k] and not quoted[after] and _is_said(words, after, quoted, stop != "."):
        return False
    if stop not in ENDERS:  # an acronym
        return bool(raised and following in listed("starter"))
    if words.is_word[after] and not raised and following[0].isalpha():
        return False
    if stop == "." and after == k + 1 and k:
        before = low[k - 1]
        if bits[before.rpartition("-")[2] or before] & ABBREVIATION or (len(before) == 1 and words.capital[k - 1]):
            return False
        if low[k - 1] == "." and quoted[k] and quoted[k] == quoted[after]:
            return False
    glued = words.start[after] == words.end[after - 1]
    return not glued or bool(raised) or not words.is_word[after]


def _is_said(words: Words, at: int, quoted: list[int], freely: bool) -> bool:
    """Tell whether only "X said" follows a quotation; ``freely`` with a phrase behind it."""
    bits, low = word_bits(), words.low
    for k in range(at + 1, min(at + 8, len(low) - 1)):
        kinds = bits[low[k]]
        if kinds & FINITE_CUE and not kinds & NOUN:
            on = low[k + 1] == "," or bits[low[k + 1]] & (PREPOSITION | DATE) > 0
            return low[k + 1] == "." or (freely and on and not quoted[k + 2])
        if not (words.capital[k] or kinds & ADVERB or (low[k] == "." and bits[low[k - 1]] & ABBREVIATION)):
            return False
    return False


def _split_long(words: Words, first: int, last: int, quoted: list[int]) -> list[tuple[int, int]]:
    """Cut an overlong sentence where a full stop was probably lost, and at bullets."""
    starters, parts, begun = listed("starter"), [], first
    for k in range(first + 4, last - 3):
        lost = (
            words.capital[k]
            and words.low[k] in starters
            and not quoted[k]
            and words.is_word[k - 1]
            and not words.capital[k - 1]
            and words.is_word[k + 1]
            and not words.capital[k + 1]
        )
        if (lost or words.low[k] == "•") and k - begun >= 4:
            parts.append((begun, k))
            begun = k
    return [*parts, (begun, last)]
