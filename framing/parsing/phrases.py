"""Noun phrases beside a cue: who speaks, and to whom."""

from __future__ import annotations

from typing import Final

from framing.parsing.passage import Passage, Range
from framing.parsing.vocabulary import (
    ABBREVIATION,
    ADVERB,
    AUX,
    BE,
    CONJUNCTION,
    CONTRACTION,
    DATE,
    DETERMINER,
    DO,
    ED,
    FINITE,
    FINITE_CUE,
    HAVE,
    ING,
    INSTITUTION,
    IRREGULAR,
    LY,
    MARK,
    MODAL,
    NOUN,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    SUBORDINATOR,
    TIME,
    listed,
    words,
)

LONGEST = 26
DASHES = frozenset("—–-")
QUANTIFIERS = words("many some others both few one critics everyone")
JOINERS = frozenset(("and", "or", "&"))
APPOSED = words(
    "a an the who director head chief professor chairman chairwoman president secretary editor senior founder "
    "co-founder executive author deputy managing former one whose"
)
"""Words that may follow the comma after a name: the rest says who it is."""
PLACED = words("at in with to by")
STOP_AFTER = words(
    "in on at during after before when as while because that if to with but by about through via referring adding "
    "whether than following"
)
FINITE_VERB: Final = FINITE | MODAL | BE | DO | HAVE
VERBAL: Final = FINITE | IRREGULAR | FINITE_CUE | ED
CLAUSE: Final = SUBORDINATOR | CONJUNCTION
TOLD = words("that whether to not")
OBJECT_PRONOUNS = words("him her them us me you himself herself themselves everyone it")


def source_before(p: Passage, at: int, lo: int) -> Range | None:
    """Return the phrase that ends just before ``at``, over an appositive or adverb between commas."""
    if at <= lo:
        return None
    low = p.low
    last = low[at - 1]
    if last == "that" and at - 1 > lo and (noted := source_before(p, at - 1, lo)):  # "a note that said"
        return noted[0], at
    if last not in DASHES and last not in (",", ")"):
        return phrase_before(p, at, lo)
    opening = "(" if last == ")" else last
    k = at - 2
    while k > lo and low[k] != opening and at - k < 32:
        k -= 1
    if k <= lo or low[k] != opening or p.quoted[k] or (last == "," and any(p.quoted[k:at])):
        return None
    phrase = phrase_before(p, k, lo)
    if phrase and phrase[1] - phrase[0] == 1 and _adds_to_name(low[phrase[0]]) and low[phrase[0] - 1] == ",":
        phrase = phrase_before(p, phrase[0] - 1, lo)  # "Ann Lee, 58, who lives there, says"
    if phrase is None:
        return None
    aside = p.bits[k + 1 : at - 1]
    adverbial = len(aside) <= 3 and all(bits & (ADVERB | LY | TIME | PREPOSITION | POSSESSIVE) for bits in aside)
    return phrase if last == "," and adverbial else (phrase[0], at - (last == ","))


def _adds_to_name(word: str) -> bool:
    """Tell whether this is an age or a party and state, like 58 or D-Iowa."""
    return word.isdigit() or word[:2] in ("d-", "r-", "i-")


def phrase_before(p: Passage, end: int, lo: int) -> Range | None:
    """Return the noun phrase that ends at ``end``, back to where its clause begins."""
    if end <= lo:
        return None
    bits, low = p.bits[end - 1], p.low[end - 1]
    if bits & CONTRACTION or (bits & PRONOUN and low not in QUANTIFIERS):
        return end - 1, end
    begin = _begin_of_phrase(p, end, lo)
    if end - begin == 1 and p.low[begin] in QUANTIFIERS:
        return begin, end
    while end > begin and p.bits[end - 1] & (ADVERB | LY | TIME) and not p.bits[end - 1] & DATE:
        end -= 1
    who = _relative_before(p, begin, lo) if begin < end else None
    if who is not None and (person := source_before(p, who, lo)):  # "officials who spoke with us say"
        return person[0], end
    return _trim(p, begin, end)


def _relative_before(p: Passage, at: int, lo: int) -> int | None:
    """Return the "who" or "that" before a verb at ``at`` or just before it, and its auxiliaries."""
    k = at if p.bits[at] & VERBAL and not p.capital[at] else at - 1
    if k <= lo or not p.bits[k] & VERBAL or p.capital[k]:
        return None
    while k > lo and p.bits[k - 1] & AUX:
        k -= 1
    return k - 1 if k - 1 > lo and p.low[k - 1] in ("who", "that") else None


def _begin_of_phrase(p: Passage, end: int, lo: int) -> int:
    low, bits, capital = p.low, p.bits, p.capital
    k = end
    while k > lo and end - k < LONGEST:
        word, kind = low[k - 1], bits[k - 1]
        if p.quoted[k - 1]:
            pair = p.pair_at(k - 1)  # a short one may belong to a name: "The Fix"
            if pair.last - pair.first > 5 or pair.first <= lo or k == end:
                return k
            k = pair.first
        elif word == "." and k - 2 >= lo and (bits[k - 2] & ABBREVIATION or len(low[k - 2]) == 1):
            k -= 1
        elif word == ")":
            opening = next((m for m in range(k - 2, max(lo, k - 8) - 1, -1) if low[m] == "("), None)
            if opening is None or (k < end and p.capital[k] and bits[k] & DETERMINER):
                return k
            k = opening
        elif word == ",":
            listed = k < end and k - 2 >= lo and capital[k - 2] and capital[k] and "and" in low[k:end]
            if not listed or bits[k] & (DETERMINER | PRONOUN):
                return k
            k -= 1
        elif word in JOINERS:
            if not (k - 2 >= lo and k < end and _joins(p, k, end)):
                return k
            k -= 1
        elif (
            (kind & MARK and word not in ("'", "$", "€", "£", "%", "/"))
            or kind & FINITE_VERB
            or kind & CLAUSE
            or (kind & PRONOUN and not kind & POSSESSIVE)
            or (kind & FINITE_CUE and not capital[k - 1] and k < end and _finite(p, k))
        ):
            return k
        else:
            k -= 1
    return k


def _joins(p: Passage, k: int, end: int) -> bool:
    """Tell whether the conjunction before ``k`` joins two names or two plurals, not two clauses."""
    left, right = k - 2, k
    if p.capital[left] and p.capital[right]:
        return not p.bits[left] & DATE and not p.bits[right] & PRONOUN
    if p.low[right] == "elsewhere":
        return True
    end -= p.low[end - 1] == "alike"
    plurals = p.low[left].endswith("s") and p.low[end - 1].endswith("s")
    return plurals and not p.capital[left] and not p.capital[right] and not p.bits[left] & FINITE_CUE


def _finite(p: Passage, k: int) -> bool:
    """Tell whether the cue verb before ``k``, met inside a phrase, is a finite verb."""
    if p.low[k - 1].endswith("s"):
        return not p.bits[k - 2] & DETERMINER if k >= 2 else True
    return bool(p.bits[k] & DETERMINER or p.capital[k])


def _trim(p: Passage, k: int, end: int) -> Range | None:
    """Drop adverbs, dates and prepositional phrases from a phrase's front."""
    while k < end:
        word, bits = p.low[k], p.bits[k]
        if word == "(":
            k = next((m + 1 for m in range(k, end) if p.low[m] == ")"), k + 1)
        elif (
            bits & CONJUNCTION
            or (bits & ADVERB and word not in ("both", "all"))
            or (bits & LY and p.capital[k])
            or bits & MARK
        ):
            k += 1
        elif bits & PREPOSITION and word != "of":
            k += 1
            if k < end and p.bits[k] & TIME:
                while k < end and (p.bits[k] & TIME or p.low[k][0].isdigit()):
                    k += 1
                continue
            begun = k + (k < end and p.bits[k] & DETERMINER > 0)
            k = next((m for m in range(begun, end) if p.bits[m] & DETERMINER), k)
        else:
            break
    if k >= end or (p.bits[k] & SUBORDINATOR and p.low[k] != "that"):
        return None
    if end - k == 1 and p.low[k] in ("the", "a", "an"):
        return None
    linked = PREPOSITION | CONJUNCTION | MARK | DETERMINER | SUBORDINATOR
    for m in range(end - 1, k, -1):  # "at the ceremony the minister": the last of two phrases side by side
        if p.bits[m] & DETERMINER and not p.bits[m] & POSSESSIVE and not p.bits[m - 1] & linked:
            return m, end
    return k, end


def source_after(p: Passage, at: int, hi: int) -> Range | None:
    """Return the noun phrase that begins at ``at``, with what is said about the person ("said X, an analyst at Y")."""
    if at >= hi:
        return None
    low, bits, capital = p.low, p.bits, p.capital
    if bits[at] & PRONOUN:
        return at, at + 1
    k = at
    while k < hi and k - at < 30:
        word, kind = low[k], bits[k]
        if p.quoted[k]:
            pair = p.pair_at(k)
            if pair.last - pair.first > 6 or k == at:
                break
            k = pair.last
        elif word == "." and k > at and (bits[k - 1] & ABBREVIATION or len(low[k - 1]) == 1) and k + 1 < hi:
            k += 1
        elif word == "(":
            closing = next((m for m in range(k, min(hi, k + 8)) if low[m] == ")"), None)
            if closing is None:
                break
            k = closing + 1
        elif word == ",":
            if k + 1 >= hi or low[k + 1] not in APPOSED:
                break
            k += 1
            while k < hi and k - at < 40 and low[k] not in (",", ".", ";", ":") and not p.quoted[k]:
                k += 1
        elif kind & MARK and word not in ("'", "$", "€", "£", "/"):
            break
        elif word in STOP_AFTER or kind & (DATE | FINITE | BE | HAVE | DO | MODAL) or (kind & ADVERB and k > at):
            if not _named_place(p, at, k, hi):
                break
            k += 1
        elif (
            (word == "and" and not (k + 1 < hi and (capital[k + 1] or bits[k + 1] & DETERMINER)))
            or (k > at and ((kind & PRONOUN and not kind & POSSESSIVE) or (kind & FINITE_CUE and not capital[k])))
            or (k > at and word in ("last", "late", "early", "earlier"))
        ):
            break
        else:
            k += 1
    return (at, min(k, hi)) if k > at else None


def _named_place(p: Passage, at: int, k: int, hi: int) -> bool:
    """Tell whether a preposition at ``k`` goes on with a name that belongs to the phrase ("an analyst at SWP")."""
    if k == at or k + 1 >= hi or not p.capital[k + 1] or p.bits[k + 1] & DATE:
        return False
    if p.low[k] == "on":
        return bool(p.capital[k - 1] and p.bits[k - 1] & INSTITUTION)
    return p.low[k] in PLACED and p.low[at] != "the" and not p.capital[k - 1]


def main_subject(p: Passage, lo: int, at: int) -> Range | None:
    """Return the subject of the sentence from ``lo``, for a cue at ``at`` that has none beside it."""
    low, bits = p.low, p.bits
    k = lo
    while k < at and bits[k] & (CONJUNCTION | ADVERB | MARK):
        k += 1
    if k < at and (bits[k] & (PREPOSITION | ING) or low[k] in ("when", "while", "after", "as", "if", "asked")):
        comma = next((m for m in range(k, min(at, k + 25)) if low[m] == ","), None)
        k = k if comma is None else comma + 1
    if k < at and low[k] in ("which", "who"):
        k = next((m + 1 for m in range(k, min(at, k + 25)) if low[m] == ","), at)
    if k >= at:
        return None
    if bits[k] & PRONOUN and not bits[k] & POSSESSIVE:
        return k, k + 1
    end = k
    while end < at and end - k < 14:
        kind = bits[end]
        lower = not p.capital[end]
        attributive = end > k and bits[end - 1] & DETERMINER
        verb = kind & (FINITE | AUX) or (lower and kind & (FINITE_CUE | ED) and not attributive)
        if (end > k and (verb or kind & SUBORDINATOR)) or (kind & MARK and low[end] not in (".", "'")):
            break
        end += 1
    if end + 2 < at and low[end] == "," and p.capital[end + 1]:  # "A minister, Ann Lee, added"
        comma = next((m for m in range(end + 1, min(at, end + 12)) if low[m] == ","), None)
        end = end if comma is None else comma
    while end > k and bits[end - 1] & (ADVERB | LY):
        end -= 1
    return _trim(p, k, end)


def end_of_addressee(p: Passage, at: int, hi: int) -> int:
    """Where the person told, asked or urged ends; ``at`` itself if there is none."""
    if at >= hi or p.quoted[at] or p.bits[at] & MARK:
        return at
    low, bits, capital = p.low, p.bits, p.capital
    k, addressees = at, listed("addressee")
    if low[at] in OBJECT_PRONOUNS:
        return at + 1
    if bits[at] & DETERMINER:
        k += 1
        barred = MARK | PREPOSITION | SUBORDINATOR | DETERMINER | PRONOUN | AUX | BE | HAVE | DO | MODAL | DATE
        while k < hi and not p.quoted[k] and not bits[k] & barred and k - at <= 6:
            k += 1
    elif capital[at]:
        while k < hi and not p.quoted[k] and _in_name(p, k, hi):
            k += 1
        while k < hi and not capital[k] and low[k] in addressees and low[k] not in OBJECT_PRONOUNS:
            k += 1
            while k < hi and capital[k] and not bits[k] & (DATE | PRONOUN):
                k += 1
    elif low[at] in addressees or _is_plural_before_content(p, at, hi):
        k += low[at] not in addressees
        while k < hi and low[k] in addressees and low[k] not in OBJECT_PRONOUNS:
            k += 1
    return k


def _is_plural_before_content(p: Passage, k: int, hi: int) -> bool:
    """Tell whether "parents to", "cheering crowds that": some people stand before what they are told."""
    k += p.bits[k] & (ING | ED) > 0
    return k + 1 < hi and p.low[k].endswith("s") and (p.low[k] in listed("addressee") or p.low[k + 1] in TOLD)


def _in_name(p: Passage, k: int, hi: int) -> bool:
    if p.capital[k]:
        return not p.bits[k] & (PRONOUN | DATE | DETERMINER)
    if p.low[k] in ("of", "and", "the"):
        return k + 1 < hi and bool(p.capital[k + 1])
    return p.low[k] == "." and p.bits[k - 1] & ABBREVIATION > 0


def end_of_adjunct(p: Passage, at: int, hi: int) -> int:
    """Skip phrases of time and place between a cue and its content ("on Tuesday", "in a statement")."""
    low, bits = p.low, p.bits
    k = at
    for _ in range(6):
        if k >= hi or p.quoted[k]:
            break
        if bits[k] & DATE or (bits[k] & TIME and k + 1 < hi and bits[k + 1] & TIME):
            while k < hi and (
                bits[k] & TIME
                or low[k][0].isdigit()
                or (k + 1 < hi and low[k] in ("of", "in", "the") and bits[k + 1] & TIME)
            ):
                k += 1
        elif low[k] in LOOSE:
            k += 1
        elif low[k] in ADJUNCT_OPENERS:
            end = _end_of_prepositional(p, k, hi)
            if end == k + 1:
                break
            k = end
            if k < hi and low[k] == ",":
                break
        else:
            break
    return k


LOOSE = words("more later recently earlier afterwards afterward then again himself herself there publicly")
ADJUNCT_OPENERS = words(
    "while when in on at during after to from via through of before by with about following for under upon"
)
ADJUNCT_BREAKS = words("on in at during after to from via with by about")
CONTENT_OPENERS = words("that whether he she they it there we i")


def _end_of_prepositional(p: Passage, at: int, hi: int) -> int:
    low, bits = p.low, p.bits
    k = at + 1
    while (
        k < hi
        and k - at < 16
        and not p.quoted[k]
        and low[k] not in (",", ":", ";", ".", "?")
        and low[k] not in CONTENT_OPENERS
    ):
        detached = bits[k] & DETERMINER and not bits[k - 1] & (PREPOSITION | CONJUNCTION)
        if k > at + 1 and (detached or low[k] in ADJUNCT_BREAKS or (bits[k] & FINITE_CUE and not bits[k] & NOUN)):
            break
        k += 1
    if k < hi and low[k] == "." and bits[k - 1] & ABBREVIATION:
        k += 1
    return k
