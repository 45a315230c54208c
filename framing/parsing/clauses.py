"""Where reported content begins and ends."""

from __future__ import annotations

from typing import Final

from framing.parsing.passage import Passage, Range
from framing.parsing.phrases import DASHES
from framing.parsing.vocabulary import (
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
    IRREGULAR,
    LY,
    MARK,
    MODAL,
    NOUN,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    TIME,
    VERB,
    cue_words,
    listed,
    words,
)

CLAUSE, PHRASE, INFINITIVE = "clause", "phrase", "infinitive"
"""What kind of content is looked for."""

VERBAL: Final = FINITE | IRREGULAR | BE | HAVE | MODAL | DO | ED | FINITE_CUE | CONTRACTION
SAME_SUBJECT: Final = FINITE | IRREGULAR | BE | HAVE | MODAL
"""After ", and" such a verb goes on with the subject of the cue, not of the content."""
NONE: frozenset[str] = frozenset()
FINAL = frozenset(".!?…")
CONTRAST = words("but while whereas though although")
PHRASE_BREAKS = words(
    "a an as with in after when where because including despite even if before until since following during at on"
)
TIME_CLAUSE = words("when while after before because since until though although whereas if during")
RELATIVE = words("that which who what how whether if where when why whose because as than while whom and or but")
OPENERS = words("when while after although though because before since until if once whereas asked pressed in by")
"""Words that open a clause before the main one; "as" does not, for "As X said, …"."""
SITUATION = words("on in at as with this last")
AFTER_AND = words("also then later has had repeatedly")
NOT_FINITE = words("be been being having 's")
INTRODUCING = words(
    "when while as after although though if because meanwhile but asked speaking earlier last citing responding since "
    "once where"
)


def frames_of(p: Passage, k: int) -> frozenset[str]:
    """Return the frames of the verb at ``k``, none if it is no cue."""
    if not p.bits[k] & VERB:
        return NONE
    cue = cue_words()[p.low[k]].verb
    return cue.frames if cue else NONE


def is_speech(p: Passage, k: int) -> bool:
    """Tell whether ``k`` is a finite verb that can govern a quotation or a clause, and no noun."""
    return bool(p.bits[k] & FINITE_CUE) and not p.bits[k] & NOUN and bool(frames_of(p, k) & {"quote", "clause"})


def content_end(p: Passage, at: int, hi: int, kind: str = CLAUSE) -> int:
    """Return the end of the content that begins at ``at``: its sentence's, or where the outlet takes over again."""
    low, bits, quoted = p.low, p.bits, p.quoted
    end = hi
    while end > at and low[end - 1] in FINAL and not quoted[end - 1]:
        end -= 1
    k, brackets, relative, verb = at, 0, False, kind != CLAUSE
    while k < end:
        if quoted[k]:
            k = max(k + 1, min(p.pair_at(k).last, end))
            if k < end and _speech_resumes(p, at, k, end, kind):
                return k
            continue
        word, kinds = low[k], bits[k]
        verb = verb or bool(kinds & VERBAL)
        if word in RELATIVE or (kinds & PRONOUN and not kinds & POSSESSIVE):
            relative = True
        if word == "(":
            brackets += 1
        elif word == ")":
            if not brackets:
                return k
            brackets -= 1
        elif brackets:
            pass
        elif kinds & MARK:
            if word == ";" or (word in DASHES and kind != CLAUSE and k > at + 1):
                return k
            aside = not verb and low[k + 1 : k + 2] in (["who"], ["which"])  # about the subject
            if word == "," and k + 1 < end and not aside and _comma_ends(p, k, end, kind):
                return k
        elif word in ("and", "but"):
            if k + 1 < end and _conjunction_ends(p, k, end):
                return k
        elif kind != CLAUSE and k > at and _verb_or_adjunct_ends(p, at, k, end, kind, relative):
            return k
        k += 1
    return end


def _speech_resumes(p: Passage, at: int, k: int, end: int, kind: str) -> bool:
    """Tell whether "X said" or the outlet follows at ``k``, after a quotation that ends in a comma."""
    if k - 2 < at or p.low[k - 2] != ",":
        return False
    return starts_parenthesis(p, k, end) or "quote" in frames_of(p, k) or _comma_ends(p, k - 1, end, kind)


def _comma_ends(p: Passage, k: int, end: int, kind: str) -> bool:
    """Tell whether content ends at the comma at ``k``."""
    word, kinds = p.low[k + 1], p.bits[k + 1]
    if word in ("according", "who", "which"):
        return True
    if kinds & VERB and not p.quoted[k + 1]:
        frames = frames_of(p, k + 1)
        if kinds & ING and frames & {"quote", "name", "thing"}:
            return True
        if kinds & FINITE_CUE and "quote" in frames and not kinds & NOUN:
            return True
    if word in CONTRAST or word == "and":
        if (
            word in ("and", "but")
            and k + 2 < end
            and p.bits[k + 2] & (FINITE_CUE | SAME_SUBJECT)
            and not p.capital[k + 2]
        ):
            return True
        if _cue_follows(p, k + 1, end):
            return True
        if kind == CLAUSE:
            return False
        return word != "and" or (kind == PHRASE and any(bits & FINITE for bits in p.bits[k + 2 : min(end, k + 8)]))
    if word == "as" and k + 2 < end and p.bits[k + 2] & (PRONOUN | DETERMINER):
        return kind != CLAUSE or _cue_follows(p, k + 1, end)
    if (kinds & (PRONOUN | DETERMINER) or p.capital[k + 1]) and starts_parenthesis(p, k + 1, end):
        return True
    if kind == CLAUSE:
        return False
    return word in PHRASE_BREAKS or bool(kinds & ING) or (kind == PHRASE and bool(kinds & PRONOUN))


def _conjunction_ends(p: Passage, k: int, end: int) -> bool:
    """Tell whether content ends at the "and" or "but" at ``k``, because another cue follows."""
    word, kinds = p.low[k + 1], p.bits[k + 1]
    if kinds & FINITE_CUE and not kinds & NOUN and not p.bits[k - 1] & DETERMINER:
        return True
    if word in AFTER_AND and k + 2 < end and p.bits[k + 2] & FINITE_CUE:
        return True
    if not kinds & PRONOUN and not p.capital[k + 1]:
        return False
    for m in range(k + 2, min(end, k + 7)):
        if p.quoted[m] or p.low[m] == "," or (p.bits[m] & (DETERMINER | PREPOSITION) and not is_speech(p, m)):
            return False
        if is_speech(p, m):
            return True
    return False


def _verb_or_adjunct_ends(p: Passage, at: int, k: int, end: int, kind: str, relative: bool) -> bool:
    """Tell whether a noun phrase or infinitive ends at ``k``: at the main verb, or at an adjunct of the cue."""
    word, kinds = p.low[k], p.bits[k]
    if (
        not relative
        and k > at + 1
        and kinds & (BE | HAVE | MODAL | DO)
        and word not in NOT_FINITE
        and not kinds & CONTRACTION
    ):
        return True
    if kind == INFINITIVE:
        return k > at + 1 and word in TIME_CLAUSE and word not in ("before", "whereas", "if", "during")
    if word in TIME_CLAUSE or kinds & DATE:
        return True
    if word in SITUATION and k + 1 < end:
        after = p.low[k + 1]
        if p.bits[k + 1] & TIME or after in ("he", "she", "they") or after[0].isdigit():
            return True
        if after in ("a", "an") and k + 2 < end and p.low[k + 2] in listed("venue"):
            return True
    return False


def _cue_follows(p: Passage, at: int, end: int) -> bool:
    """Tell whether a verb of speech follows within a few words, before a comma or quotation."""
    for k in range(at, min(end, at + 9)):
        if p.quoted[k]:
            return False
        if p.bits[k] & VERB and not p.bits[k] & NOUN:
            plural = p.low[k - 1].endswith("s") or p.bits[k - 1] & PRONOUN  # "some voters say"
            finite = p.bits[k] & FINITE_CUE or (not p.bits[k] & ING and (plural or p.bits[k - 1] & AUX))
            if finite and frames_of(p, k) & {"quote", "clause"}:
                return True
        if p.low[k] == ",":
            return False
    return False


def starts_parenthesis(p: Passage, at: int, end: int) -> bool:
    """Tell whether "X said" begins at ``at`` and reaches a comma, a stop or a quotation."""
    for k in range(at, min(end, at + 9)):
        if p.quoted[k] or p.low[k] == ",":
            return False
        if p.bits[k] & FINITE_CUE and "quote" in frames_of(p, k):
            k += 1
            while k < end and p.bits[k] & (ADVERB | DATE):
                k += 1
            return (
                k >= end or p.low[k] in (",", ".", ";", ":", "?", "!") or p.quoted[k] > 0 or p.bits[k] & PREPOSITION > 0
            )
    return False


def content_before(p: Passage, lo: int, end: int) -> Range | None:
    """Return the content to the left of "X said", which begins at ``end``."""
    while end > lo and not p.quoted[end - 1] and (p.low[end - 1] == "," or p.low[end - 1] in DASHES):
        end -= 1
    if end <= lo:
        return None
    if p.quoted[end - 1]:
        first = p.pair_at(end - 1).first
        spoken = any(
            p.bits[k] & FINITE_CUE and not p.quoted[k] and "quote" in frames_of(p, k) for k in range(lo, first)
        )
        return (first if spoken or first < lo else lo), end
    start = next((k + 1 for k in range(end - 1, lo - 1, -1) if p.low[k] == ";" and not p.quoted[k]), lo)
    while start < end and p.bits[start] & CONJUNCTION:
        start += 1
    return start, end


def is_introduction(p: Passage, content: Range) -> bool:
    """Tell whether this is only an opening like "On Tuesday," or "When asked,", and no content."""
    first, last = content
    if last - first <= 3 and not p.quoted[first] and not p.bits[first] & PRONOUN:
        return True
    opens = p.bits[first] & (PREPOSITION | ING | DATE) or p.low[first] in INTRODUCING
    verbs = FINITE | ED if opens else FINITE | ED | AUX | CONTRACTION
    if opens:
        comma = next((k for k in range(first, last) if p.low[k] == ","), None)
        if comma is None:
            return True
        first = comma
    return not any(
        p.bits[k] & verbs or (not opens and p.low[k].endswith("s") and not p.capital[k]) for k in range(first, last)
    )


def is_clause(p: Passage, at: int, hi: int) -> bool:
    """Tell whether a subject and a finite verb begin at ``at``."""
    low, bits, capital = p.low, p.bits, p.capital
    word = low[at]
    if bits[at] & CONTRACTION or word in ("there", "he", "she", "they", "we", "i", "you"):
        return True
    if bits[at] & MARK:
        return False
    if word in VAGUE and at + 2 < hi and not bits[at + 1] & (PREPOSITION | MARK):
        return True
    for k in range(at, min(hi, at + 14)):
        kinds = bits[k]
        if p.quoted[k] or (kinds & MARK and low[k] in (",", ";", ".", ":", "—", "–", "?")):
            return False
        if k == at:
            continue
        before = bits[k - 1]
        if low[k - 1] == "to":
            continue
        if kinds & (FINITE | IRREGULAR | MODAL | BE | HAVE | DO):
            return low[k - 1] not in ("that", "which", "who")
        if low[k] in ("that", "which", "who", "when", "because", "while"):
            return False
        if kinds & FINITE_CUE and low[k].endswith("s") and not kinds & NOUN and not before & (PREPOSITION | DETERMINER):
            return True
        past = kinds & ED and not capital[k] and not before & (DETERMINER | PREPOSITION) and k + 1 < hi
        if past and (bits[k + 1] & (DETERMINER | PREPOSITION) or capital[k + 1] or low[k + 1] in PARTICLES):
            return True
    return False


def end_of_opening(p: Passage, first: int, at: int, hi: int) -> int:
    """Where "While X said so, Y …" goes over to its main clause, for a cue in what opens it; ``hi`` if it does not."""
    if any(p.low[k] == "," and not p.quoted[k] for k in range(first, at)):
        return hi
    for k in range(at + 1, min(hi - 1, at + 50)):
        if p.low[k] == ",":
            after = k + 1 if not p.quoted[k] else k + 2
            if not p.quoted[after] and _subject_follows(p, after, hi):
                return after if p.quoted[k] else k
    return hi


def _subject_follows(p: Passage, at: int, hi: int) -> bool:
    """Tell whether a noun phrase begins at ``at`` and a finite verb follows it."""
    bits = p.bits[at] if at < hi else 0
    if (
        at >= hi
        or not (bits & (PRONOUN | DETERMINER) or p.capital[at] or p.low[at][0].isdigit())
        or p.low[at] in ("who", "which")
    ):
        return False
    for k in range(at + 1, min(hi, at + 12)):
        if p.quoted[k] or p.low[k] == ",":
            return False
        if p.bits[k] & (FINITE | IRREGULAR | MODAL | BE | HAVE | DO | FINITE_CUE | ED | CONTRACTION):
            return True
    return bool(bits & CONTRACTION)


PARTICLES = words("up out down off")
VAGUE = words("this it these those everything nothing something someone everyone nobody")


def that_follows(p: Passage, at: int, hi: int) -> bool:
    """Tell whether "that" follows within a few words, before any quotation."""
    for k in range(at, min(hi, at + 14)):
        if p.quoted[k]:
            return False
        if p.low[k] == "that":
            return True
    return False


def to_comma(p: Passage, content: Range) -> Range:
    """Cut the content of ", who said …," where the aside ends."""
    first, last = content
    return first, next((k for k in range(first + 1, last) if p.low[k] == "," and not p.quoted[k]), last)


def resumed_quotation(p: Passage, at: int, hi: int) -> Range | None:
    """Return the quotation that goes on after "X said," in the same sentence."""
    k = at
    while k < hi and not p.quoted[k] and k - at < 25:
        if p.bits[k] & ING and "quote" in frames_of(p, k):  # "he said, adding, “…”"
            return None
        k += 1
    if k < hi and p.quoted[k] and k > at and p.low[k - 1] in (",", ":", "—", "–", "-", "."):
        pair = p.pair_at(k)
        return pair.first, pair.last
    return None


OF_CONTENT = words("so not both all even nearly almost quite just never always")
"""Adverbs that belong to what follows."""


def skip_adverbs(p: Passage, at: int, hi: int) -> int:
    """Return the first token from ``at`` that is no adverb."""
    k = at
    while k < hi and not p.quoted[k] and p.bits[k] & (ADVERB | LY) and p.low[k] not in OF_CONTENT:
        k += 1
    return k
