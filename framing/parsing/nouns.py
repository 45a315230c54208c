"""Cues that are no verbs: according to, nouns ("the claim that"), adjectives ("is confident that")."""

from __future__ import annotations

from framing.parsing.clauses import CLAUSE, INFINITIVE, PHRASE, content_before, content_end
from framing.parsing.passage import Found, Passage, Range
from framing.parsing.phrases import main_subject, source_after, source_before
from framing.parsing.vocabulary import (
    ABBREVIATION,
    ADVERB,
    AUX,
    BE,
    CONJUNCTION,
    CONTRACTION,
    DATE,
    DETERMINER,
    ED,
    FINITE,
    HAVE,
    LY,
    MARK,
    MODAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    Cue,
    words,
)

COPULAS = words("made make makes feel feels felt remain remains")
BEFORE_ADJECTIVE = COPULAS | words("very so more less not deeply it as seems sounded")
AFTER_ADJECTIVE = words("that about of whether if how what with by on")
CLAUSAL = words("that whether if how what")
FOLLOW_UP = words("who which but a an the")
EXPRESSED = words("expressed expresses express expressing voiced voices voicing")
UNOWNED = words("for that about of to over")


def according_to(p: Passage, at: int, lo: int, hi: int, free: int) -> Found | None:
    """According to X, … or …, according to X."""
    if p.low[at + 1 : at + 2] != ["to"] or at + 2 >= hi:
        return None
    source = source_after(p, at + 2, hi)
    if source is None:
        return None
    if all(p.bits[k] & (ADVERB | CONJUNCTION | MARK) for k in range(lo, at)):
        comma = next((k for k in range(at + 3, min(hi, at + 22)) if p.low[k] == "," and not p.quoted[k]), None)
        source = source if comma is None else (at + 2, comma)
        start = source[1] + (comma is not None)
        contents = [(start, content_end(p, start, hi))] if start < hi else []
    else:
        before = content_before(p, max(lo, free), at)
        contents = [before] if before else []
        start = source[1] + 1
        if (
            p.low[source[1] : start] == [","]
            and start + 1 < hi
            and p.low[start] not in FOLLOW_UP
            and not p.bits[start] & ED
        ):
            contents.append((start, content_end(p, start, hi)))
    return Found((at, at + 2), source, contents, "according")


def by_adjective(p: Passage, at: int, lo: int, hi: int, last: Range | None) -> Found | None:
    """X is confident that …."""
    low, bits = p.low, p.bits
    if low[at] == "clear" and not any(
        word in ("made", "make", "makes", "making") for word in low[max(lo, at - 2) : at]
    ):
        return None
    k, copula = at - 1, False
    while k > lo and at - k < 5 and (bits[k] & (ADVERB | LY | AUX | CONTRACTION) or low[k] in BEFORE_ADJECTIVE):
        copula |= bool(bits[k] & (BE | CONTRACTION)) or low[k] in COPULAS
        k -= 1
        if bits[k + 1] & CONTRACTION:
            break
    after = low[at + 1] if at + 1 < hi else ""
    if not copula or after not in AFTER_ADJECTIVE:
        return None
    group = k + 1
    source = (group, group + 1) if bits[group] & CONTRACTION else source_before(p, group, lo)
    clausal = after in CLAUSAL
    start = at + (1 if clausal else 2)
    if start >= hi:
        return None
    content = (start, content_end(p, start, hi, CLAUSE if clausal else PHRASE))
    return Found((group, at + 1 if clausal else start), source or last, [content], "adjective")


def by_noun(p: Passage, at: int, lo: int, hi: int, cue: Cue, wide: bool) -> Found | None:
    """X's claim that …."""
    opener = at + 1 + (at + 1 < hi and p.bits[at + 1] & DATE > 0)
    after = p.low[opener] if opener < hi else ""
    if after not in cue.prepositions or (not wide and after != "that"):
        return None
    source = _owner(p, at, lo)
    if source is None:
        if not wide and "alone" not in cue.flags:
            return None
        strong = after == "that" or "strong" in cue.flags
        if not strong and not ("ownerless" in cue.flags and after in UNOWNED):
            return None
        if not strong and cue.lemma in ("plan", "threat", "hope") and after != "to":
            return None
    start = opener if after in ("that", "to") else opener + 1
    if start >= hi:
        return None
    kind = CLAUSE if after == "that" else INFINITIVE if after == "to" else PHRASE
    end = content_end(p, start, hi, kind)
    if after == "that" and start + 1 < hi and p.quoted[start + 1]:
        end = min(end, p.pair_at(start + 1).last)
    if kind != CLAUSE:
        end = next((k for k in range(start + 1, end) if _main_verb(p, k)), end)
    return Found((at, start), source, [(start, end)], "noun")


def _main_verb(p: Passage, k: int) -> bool:
    """Tell whether the sentence goes on at ``k``, after the noun's content."""
    if p.quoted[k]:
        return False
    if p.low[k] == ",":
        return True
    if not p.bits[k] & (BE | HAVE | MODAL | FINITE):
        return False
    return p.low[k - 1] not in ("that", "who", "which", "to") and not p.bits[k - 1] & PRONOUN


def _owner(p: Passage, at: int, lo: int) -> Range | None:
    """Return the possessor before a noun: his claim, Mr. Smith's latest claim."""
    for k in range(at - 1, max(lo - 1, at - 5), -1):
        word, bits = p.low[k], p.bits[k]
        if p.quoted[k]:
            return None
        if bits & POSSESSIVE:
            return k, k + 1
        if word in EXPRESSED:
            return source_before(p, k, lo) or main_subject(p, lo, k)
        if (word.endswith("'s") and not bits & CONTRACTION) or (word == "'" and k > lo):
            first = k
            while first > lo and (
                (p.capital[first - 1] and not p.bits[first - 1] & (DETERMINER | CONJUNCTION)) or _dotted(p, first)
            ):
                first -= 1
            if first > lo and p.bits[first - 1] & DETERMINER:
                first -= 1
            return first, k + 1
        if bits & (PREPOSITION | MARK | FINITE):
            return None
    return None


def _dotted(p: Passage, k: int) -> bool:
    return k >= 2 and p.low[k - 1] == "." and bool(p.bits[k - 2] & ABBREVIATION)
