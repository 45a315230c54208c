"""What quotation marks do, and whose words stand between them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from framing.parsing.marks import Pair
from framing.parsing.passage import Found, Passage
from framing.parsing.vocabulary import (
    BE,
    CONJUNCTION,
    DETERMINER,
    DO,
    FINITE,
    FINITE_CUE,
    HAVE,
    IRREGULAR,
    MARK,
    MODAL,
    PREPOSITION,
    listed,
    words,
)
from framing.types import QuoteKind

SPOKEN = frozenset((QuoteKind.DIRECT, QuoteKind.PARTIAL))
MANY_WORDS = 7
FEW_WORDS = 3
CARRIED = 3
"""A quotation that opens a sentence has the speaker of the one before, if that is so near."""

LOOSE = words("thing that bare told question topic noun passive infinitive seeming adjective")
"""Rules that do not make every marked word in their content a quotation."""
FAR = 12
NEAR = 2
BESIDE = words("inverted parenthesis colon headline turn")
SO_CALLED = words("so-called self-styled self-proclaimed")
LONGEST_TITLE = 14


@dataclass(slots=True)
class Quoted:
    """A quotation with its use and, if known, the attribution that it belongs to."""

    pair: Pair
    kind: QuoteKind
    found: Found | None


def classify_quotations(p: Passage, found: list[Found]) -> list[Quoted]:
    """Say of every outer quotation what it is and to which attribution it belongs."""
    owners = _owners(p, found)
    by_cue = sorted((item for item in found if item.source), key=lambda item: item.cue)
    starts = [item.cue[0] for item in by_cue]
    quotations: list[Quoted] = []
    last: Found | None = None
    since = CARRIED + 1
    for number, pair in enumerate(p.pairs):
        since += 1
        first, end = _inner(p, pair)
        words = p.is_word.count(1, first, end)
        if not words:
            continue
        lo, _ = p.sentence_around(pair.first)
        owner = owners.get(number)
        called = pair.first > 0 and p.low[pair.first - 1] in SO_CALLED
        if called or (owner and words <= 2 and owner.rule in LOOSE and pair.first > owner.cue[1] + FAR):
            owner = None
        opens = _opens(p, pair, lo)
        utterance = _is_utterance(p, pair, first)
        speech = words >= MANY_WORDS or _is_sentence(p, pair, first, end, words) or (opens and utterance)
        if owner is None and speech and last is not None and since <= CARRIED and opens:
            owner = last
            last.contents.append((pair.first, pair.last))
        if owner is not None:
            last, since = owner, 0
        elif not called and not speech and not _is_title(p, first, end):
            k = bisect_right(starts, lo - 1)
            owner = by_cue[k] if k < len(by_cue) and starts[k] < pair.first else None
        kind = QuoteKind.SCARE if called else _kind(p, pair, first, end, words, speech, owner)
        if kind is QuoteKind.SCARE and not called:
            kind = _mentioned_or_said(p, pair, lo) or kind
        quotations.append(Quoted(pair, kind, owner))
    _inherit_in_headings(p, quotations)
    return quotations


def _owners(p: Passage, found: list[Found]) -> dict[int, Found]:
    """Return the first attribution whose content holds a quotation, by the quotation's number."""
    owners: dict[int, Found] = {}
    for item in found:
        for first, last in item.contents:
            k = first
            while k < last:
                if p.quoted[k]:
                    owners.setdefault(p.quoted[k] - 1, item)
                    k = max(k + 1, p.pair_at(k).last)
                else:
                    k += 1
    return owners


def _inner(p: Passage, pair: Pair) -> tuple[int, int]:
    """Return the tokens between the marks."""
    first, end = pair.first, pair.last
    while first < end and p.bits[first] & MARK and p.low[first] not in ("$", "€", "£", "@", "#"):
        first += 1
    return first, end


def _is_sentence(p: Passage, pair: Pair, first: int, end: int, words: int) -> bool:
    """Tell whether some words begin with a capital and end with a stop."""
    closing = p.words.text[max(pair.start, pair.end - 2) : pair.end - 1]
    return words > FEW_WORDS and bool(p.capital[first]) and (not pair.closed or closing in ".!?,…—")


def _is_utterance(p: Passage, pair: Pair, first: int) -> bool:
    """Tell whether even a few words, like "We won.", stand as a sentence of their own."""
    before = p.low[pair.first - 1] if pair.first else "."
    closing = p.words.text[pair.end - 2 : pair.end - 1]
    return bool(p.capital[first]) and closing in ".,!?…" and before in (",", ":", ".")


def _is_title(p: Passage, first: int, end: int) -> bool:
    """Tell whether every word of weight is capitalised."""
    small = PREPOSITION | DETERMINER | CONJUNCTION
    return all(p.capital[k] or p.bits[k] & small or p.low[k][0].isdigit() for k in range(first, end) if p.is_word[k])


def _opens(p: Passage, pair: Pair, lo: int) -> bool:
    return pair.first == lo or p.low[pair.first - 1] in (".", ":")


def _kind(p: Passage, pair: Pair, first: int, end: int, words: int, speech: bool, owner: Found | None) -> QuoteKind:
    if words <= LONGEST_TITLE and _is_title(p, first, end):
        beside = owner is not None and pair.first <= owner.cue[1] + 1 and owner.rule not in LOOSE
        if not beside and (owner is None or owner.rule not in BESIDE):
            return QuoteKind.TITLE
    if not p.capital[first]:
        whole = pair.first == 0 or p.low[pair.first - 1] in (":", ".") or words >= LONGEST_TITLE
        return _phrase(words, owner, whole and _has_verb(p, first, end))
    if speech:
        return QuoteKind.DIRECT
    return _phrase(words, owner, (words > FEW_WORDS and _has_verb(p, first, end)) or _is_utterance(p, pair, first))


def _mentioned_or_said(p: Passage, pair: Pair, lo: int) -> QuoteKind | None:
    """Tell words that are named as words, or said by somebody whom no rule found, from scare quotes."""
    before = [word for word in p.low[max(lo, pair.first - NEAR) : pair.first] if word not in ("the", "a", "an")]
    after = p.bits[pair.last : pair.last + 2]
    if before[-1:] == ["as"] and "by" in p.low[max(lo, pair.first - FAR) : pair.first]:
        return QuoteKind.PARTIAL
    if any(bits & FINITE_CUE for bits in after) and not any(bits & (BE | HAVE | MODAL | DO) for bits in after):
        return QuoteKind.PARTIAL
    return QuoteKind.TITLE if listed("mention").intersection(before[-1:]) else None


def _phrase(words: int, owner: Found | None, clause: bool) -> QuoteKind:
    """Return the kind of a few words: direct if they are a clause, else by whether somebody speaks."""
    if clause:
        return QuoteKind.DIRECT
    return QuoteKind.PARTIAL if owner is not None or words > FEW_WORDS else QuoteKind.SCARE


def _has_verb(p: Passage, first: int, end: int) -> bool:
    """Tell whether there is a finite verb that is not part of a relative clause."""
    verbs = FINITE | IRREGULAR | BE | HAVE | MODAL | DO
    return any(p.bits[k] & verbs and p.low[k - 1] not in ("that", "which", "who", "to") for k in range(first + 1, end))


def _inherit_in_headings(p: Passage, quotations: list[Quoted]) -> None:
    """Give a heading that quotes to the speaker of the same words in the body."""
    headings = [part.heading for part in p.paragraphs]
    starts = [part.first for part in p.paragraphs]
    inside = [headings[bisect_right(starts, item.pair.first) - 1] for item in quotations]
    if not any(inside):
        return
    body = [
        (item, _content_words(p, item.pair))
        for item, head in zip(quotations, inside, strict=True)
        if item.found and not head
    ]
    for item, head in zip(quotations, inside, strict=True):
        if not head or item.found is not None:
            continue
        words = _content_words(p, item.pair)
        for spoken, others in body[:200]:
            if _in_order(words, others):
                item.found, item.kind = spoken.found, spoken.kind
                break


def _content_words(p: Passage, pair: Pair) -> list[str]:
    return [p.low[k] for k in range(pair.first, pair.last) if p.is_word[k] and not p.bits[k] & DETERMINER]


def _in_order(words: list[str], others: list[str]) -> bool:
    """Tell whether all words occur among the others in the same order."""
    rest = iter(others)
    return all(word in rest for word in words)
