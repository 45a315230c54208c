"""A cue verb where it stands: whether it is a verb at all, and what belongs to it."""

from __future__ import annotations

from framing.parsing.clauses import skip_adverbs
from framing.parsing.passage import Passage
from framing.parsing.vocabulary import (
    ADVERB,
    AUX,
    BE,
    CONTRACTION,
    DETERMINER,
    DO,
    FINITE,
    FINITE_CUE,
    HAVE,
    LY,
    MARK,
    MODAL,
    NOUN,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    TIME,
    Cue,
    words,
)

PLURAL_DETERMINERS = words("that all both some many most few several")
BEFORE_NOUN = words(
    "multiple several various local new recent own strong public latest last first such other more broad harsh key "
    "no only for news opening closing"
)
BEFORE_PLURAL = words("two three four many some new recent political public his her")
SINGULAR_IN_S = words("this news is his always press politics congress")
BEFORE_VERB = words("people who and or that which police others also")
QUANTITIES = words("many some most")
ARTICLES = words("a an the this another latest")
NOMINAL = words("the a an this that no any")
COMPARING = words("as than like since before after to")
PARTICIPLES = words("written spoken seen known shown forgotten sworn sung chosen foreseen drawn taken given")


class Candidate:
    """A cue verb at ``at`` in the window ``lo:hi``: its group begins at ``group``, its complement at ``after``."""

    __slots__ = (
        "after",
        "at",
        "cue",
        "group",
        "hi",
        "infinitive",
        "lo",
        "next",
        "passive",
        "progressive",
    )

    def __init__(self, p: Passage, at: int, lo: int, hi: int, cue: Cue) -> None:
        self.at, self.lo, self.hi, self.cue = at, lo, hi, cue
        self.progressive, self.group = _verb_group(p, at, lo)
        self.infinitive = self.group < at and "to" in p.low[self.group : at]
        self.passive = self.progressive and cue.form == "past"
        self.move_to(p, skip_adverbs(p, at + 1, hi))

    def move_to(self, p: Passage, after: int) -> None:
        """Look for the complement from ``after`` on."""
        self.after = after
        self.next = p.low[after] if after < self.hi else "."


def _verb_group(p: Passage, at: int, lo: int) -> tuple[bool, int]:
    """Tell whether a form of "be" stands before a verb, and where its auxiliaries and adverbs begin."""
    k, seen = at, False
    while k > lo and at - k < 7 and not p.quoted[k - 1]:
        bits = p.bits[k - 1]
        if bits & CONTRACTION:
            return seen or bits & BE > 0, k
        if (
            not bits & (AUX | LY)
            and not (bits & ADVERB and not bits & TIME)
            and p.low[k - 1] not in ("later", "earlier")
        ):
            break
        seen = seen or bits & BE > 0
        k -= 1
    if k == lo:
        while k < at and p.bits[k] & ADVERB:
            k += 1
    return seen, k


def is_noun(p: Passage, at: int, lo: int, hi: int, cue: Cue) -> bool | None:
    """Is a word that can be noun or verb a noun here? ``None`` if it cannot be told and is better left alone."""
    before = p.low[at - 1] if at > lo else ""
    bits = p.bits[at - 1] if at > lo else 0
    if _after_modifier(before, bits) or (not bits & PRONOUN and _before_verb(p, at + 1, hi)):
        return True
    if cue.form == "base" and before in ("and", "but", "not", ",") and p.low[at + 1 : at + 2] == ["that"]:
        return False
    if cue.form == "base":
        return _base_is_noun(p, at, lo, before, bits)
    if cue.form == "third":
        if at == lo:
            return at + 1 < hi and p.bits[at + 1] & PREPOSITION > 0
        plural = not p.capital[at - 1] and before.endswith("s") and before not in SINGULAR_IN_S
        return plural or bits & PREPOSITION > 0 or before in BEFORE_PLURAL
    return False


def _before_verb(p: Passage, at: int, hi: int) -> bool:
    """Tell whether a finite verb follows, so that the word before it is its subject ("new reports show")."""
    k = skip_adverbs(p, at, hi)
    verbal = FINITE_CUE | FINITE | BE | HAVE | MODAL
    return k < hi and not p.quoted[k] and bool(p.bits[k] & verbal) and not p.bits[k] & NOUN


def _after_modifier(before: str, bits: int) -> bool:
    if bits & DETERMINER:
        return before not in PLURAL_DETERMINERS
    if (before.endswith("'s") and not bits & CONTRACTION) or before.endswith("s'") or before == "'":
        return True
    if before[:1].isdigit():
        return True
    return (bits & PREPOSITION > 0 and before != "to" and not bits & TIME) or before in BEFORE_NOUN


def _base_is_noun(p: Passage, at: int, lo: int, before: str, bits: int) -> bool | None:
    verbal = bits & (PRONOUN | ADVERB | AUX | CONTRACTION | LY)
    window = range(max(lo, at - 3), at - 1)
    modified = at - 2 >= lo and not verbal and not p.capital[at - 1] and not before.endswith("s")
    if modified and any(p.low[k] in ARTICLES or _is_possessive(p, k) for k in window):
        return True
    if p.low[at] in ("report", "poll", "study") and any(p.low[k] in ("a", "an", "the", "this") for k in window):
        return True
    quantity = before in QUANTITIES and p.capital[at - 1]
    quantity |= before in BEFORE_VERB
    subject = before.endswith("s") or quantity or verbal & (PRONOUN | ADVERB | CONTRACTION | LY)
    if subject or bits & (MODAL | DO) or before in ("to", "not", "n't") or at == lo:
        return False
    if p.capital[at - 1] and "and" in p.low[max(lo, at - 6) : at]:
        return False
    return True if p.bits[at] & NOUN else None


def _is_possessive(p: Passage, k: int) -> bool:
    return p.low[k].endswith("'s") and not p.bits[k] & CONTRACTION


def is_gerund_noun(p: Passage, at: int, lo: int) -> bool:
    """Tell whether a form in -ing is a noun: the saying, a somber warning."""
    if p.low[at - 1] in NOMINAL:
        return True
    plain = p.bits[at] & NOUN and not p.bits[at - 1] & (PREPOSITION | ADVERB | MARK | PRONOUN)
    return bool(plain) and at - 2 >= lo and p.low[at - 2] in ARTICLES


def is_attributive(p: Passage, at: int) -> bool:
    """Tell whether a participle stands before its noun: the alleged fraud, of proposed cuts."""
    before, bits = p.low[at - 1], p.bits[at - 1]
    if before in ARTICLES or bits & POSSESSIVE or _is_possessive(p, at - 1):
        return True
    return bool(bits & PREPOSITION) and before not in COMPARING


def is_bare_participle(p: Passage, at: int, lo: int) -> bool:
    """Tell whether a form like "written" stands without "has" or "is" before it."""
    if p.low[at] not in PARTICIPLES:
        return False
    return not any(p.bits[k] & (HAVE | BE | CONTRACTION) for k in range(max(lo, at - 4), at))
