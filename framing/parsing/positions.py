"""Cues whose content stands to their left, or around them: "…," said X; …, X said, …; as X said."""

from __future__ import annotations

from framing.parsing.clauses import (
    content_before,
    content_end,
    is_clause,
    is_introduction,
    resumed_quotation,
    that_follows,
    to_comma,
)
from framing.parsing.passage import Found, Passage, Range
from framing.parsing.phrases import DASHES, end_of_addressee, source_after, source_before
from framing.parsing.verbs import Candidate
from framing.parsing.vocabulary import (
    AUX,
    CONTRACTION,
    DATE,
    FINITE,
    ING,
    MARK,
    POSSESSIVE,
    PREPOSITION,
    SUBORDINATOR,
    TIME,
    words,
)

RELATIVES = words("which who what that whom than as")
MEANWHILE = words("when while because")
GOES_ON = words("who which adding saying noting citing according referring a an")


def reported_by(p: Passage, c: Candidate, free: int) -> Found | None:
    """Match: as reported by X, …."""
    at = c.at
    if c.cue.form != "past" or p.low[at - 1 : at] != ["as"] or p.low[at + 1 : at + 2] != ["by"] or at == c.lo:
        return None
    comma = next((k for k in range(at + 2, min(c.hi, at + 20)) if p.low[k] == "," and not p.quoted[k]), None)
    if comma is None or comma + 1 >= c.hi or comma == at + 2:
        return None
    content = (comma + 1, content_end(p, comma + 1, c.hi))
    return Found((at, at + 2), (at + 2, comma), [content], "according")


def quoting(p: Passage, c: Candidate, free: int) -> Found | None:
    """Match: the agency quoted X as saying …; X was quoted as saying …."""
    at = next((k for k in range(c.after, min(c.hi - 1, c.after + 25)) if p.low[k] == "as" and not p.quoted[k]), None)
    if at is None or p.low[at + 1] != "saying":
        return None
    start, subject = at + 2, source_before(p, c.group, c.lo)
    source = subject if c.passive else source_after(p, c.after, at)
    if source is None:
        return None
    ends = _at_boundary(p, start, c.hi) or p.bits[start] & PREPOSITION
    contents = [] if ends else [(start, content_end(p, start, c.hi))]
    if not contents and subject and subject[0] > c.lo and (before := content_before(p, max(c.lo, free), subject[0])):
        contents = [before]
    return Found((c.group, c.at + 1), source, contents, "quoting") if contents else None


def opening(p: Passage, c: Candidate, free: int) -> Found | None:
    """Match: Said X, a farmer: "…"."""
    if c.group != c.lo or c.at != c.lo or c.cue.form not in ("past", "third") or not p.capital[c.at]:
        return None
    source = source_after(p, c.after, c.hi)
    if source is None:
        return None
    start = source[1] + 1
    stop = p.low[source[1]] if source[1] < c.hi else ""
    if stop == ":" and start >= c.hi and p.quoted[min(start, p.size)]:
        pair = p.pair_at(start)
        return Found((c.at, c.at + 1), source, [(pair.first, pair.last)], "inverted")
    if start >= c.hi or not (stop == ":" or (stop == "," and p.quoted[start])):
        return None
    return Found((c.at, c.at + 1), source, [(start, content_end(p, start, c.hi))], "inverted")


def inverted(p: Passage, c: Candidate, free: int) -> Found | None:
    """Match: …, said X."""
    after_quotation = c.group > c.lo and p.quoted[c.group - 1] > 0
    if not after_quotation and not (c.group > c.lo and p.low[c.group - 1] == ","):
        return None
    if _at_boundary(p, c.after, c.hi) or p.quoted[c.after] or c.next in ("that", "to"):
        return None
    if c.cue.form == "base" and "document" not in c.cue.flags:  # "…," read the letter
        return None
    source = None if p.bits[c.after] & PREPOSITION else source_after(p, c.after, c.hi)
    content = content_before(p, c.lo if after_quotation else max(c.lo, free), c.group)
    if source is None or content is None:
        return None
    if not after_quotation:
        if p.bits[c.after] & POSSESSIVE:
            return None
        if not _ends_well(p, source[1], c.hi):
            return None
        if not p.quoted[content[1] - 1]:
            plain = "inverts" in c.cue.flags and not is_introduction(p, content)
            if not plain or is_clause(p, c.after, c.hi):
                return None
    return _with_rest(p, c, source, content, source[1], "inverted")


def parenthesis(p: Passage, c: Candidate, free: int) -> Found | None:
    """Match: …, X said, …."""
    after = end_of_addressee(p, c.after, c.hi) if "person" in c.cue.frames else c.after
    if c.cue.lemma == "point" and c.next == "out":
        after += 1
    word, bits = (p.low[after], p.bits[after]) if after < c.hi else (".", 0)
    adverbial = bits & (PREPOSITION | DATE | TIME) or word in MEANWHILE
    bound = _at_boundary(p, after, c.hi)
    if not bound and not adverbial and c.cue.lemma != "tell":
        return None
    source = source_before(p, c.group, c.lo)
    if source is None or source[0] <= c.lo or p.low[source[0]] in ("who", "which"):
        return None
    if word == "by" and c.cue.form == "past":  # "…, a call echoed by X"
        return None
    edge = source[0] - 1
    quotation = p.quoted[edge] > 0
    if not quotation and not bound and not adverbial:
        return None
    if not quotation and word in ("of", "about", "to"):
        return None
    if not quotation and p.low[edge] == "as" and c.cue.form != "base":
        return _as_said(p, c, source, free)
    if not quotation and p.low[edge] != "," and p.low[edge] not in DASHES:
        return None
    content = content_before(p, c.lo if quotation else max(c.lo, free), source[0])
    rest = after + 1
    going_on = word == "," and rest < c.hi and not p.quoted[rest]
    if content is not None and (quotation or not is_introduction(p, content)):
        if not quotation and not bound and that_follows(p, after, c.hi):
            return None
        found = _with_rest(p, c, source, content, after, "parenthesis")
        if (
            going_on
            and not quotation
            and rest + 1 < c.hi
            and p.low[rest] not in GOES_ON
            and not p.bits[rest] & (PREPOSITION | ING)
        ):
            found.contents.insert(1, (rest, content_end(p, rest, c.hi)))
        return found
    if bound and going_on and c.cue.form in ("third", "past"):
        return Found((c.group, c.at + 1), source, [(rest, content_end(p, rest, c.hi))], "opening")
    return None


def _as_said(p: Passage, c: Candidate, source: Range, free: int) -> Found | None:
    edge, rest = source[0] - 1, c.after + 1
    if edge <= c.lo + 1 and c.next == "," and rest < c.hi:
        return Found((c.group, c.at + 1), source, [(rest, content_end(p, rest, c.hi))], "opening")
    if edge > c.lo and p.quoted[edge - 1]:
        pair = p.pair_at(edge - 1)
        return Found((c.group, c.at + 1), source, [(pair.first, pair.last)], "parenthesis")
    if edge > c.lo and (p.low[edge - 1] in (",", "(") or p.low[edge - 1] in DASHES):
        content = content_before(p, max(c.lo, free), edge)
        return _with_rest(p, c, source, content, c.after, "parenthesis") if content else None
    return None


def relative(p: Passage, c: Candidate, free: int) -> Found | None:
    """Match: … which X says will …."""
    after = p.bits[c.after] if c.after < c.hi else 0
    if c.passive or "clause" not in c.cue.frames or not after & (AUX | FINITE | CONTRACTION) or p.quoted[c.after]:
        return None
    source = source_before(p, c.group, c.lo)
    if source is None or source[0] <= c.lo or p.low[source[0] - 1] not in RELATIVES or c.next == "to":
        return None
    if p.low[source[0] - 1] == "what" and "quote" not in c.cue.frames:
        return None
    content = (c.after, content_end(p, c.after, c.hi))
    if p.low[source[0] - 2] == "," and p.low[source[0] - 1] in ("which", "who"):
        content = to_comma(p, content)
    pronoun = [(source[0] - 1, source[0])] if p.low[source[0] - 1] in ("which", "who") else []
    return Found((c.group, c.at + 1), source, [*pronoun, content], "relative")


POSITIONS = (reported_by, opening, inverted, parenthesis, relative)


def _at_boundary(p: Passage, at: int, hi: int) -> bool:
    if at >= hi:
        return True
    return (p.low[at] in (".", ",", ";", "!", "?", ")") or p.low[at] in DASHES) and not p.quoted[at]


def _ends_well(p: Passage, at: int, hi: int) -> bool:
    """Tell whether the sentence ends after the speaker, or goes on with an adjunct."""
    return (
        at >= hi - 1
        or bool(p.bits[at] & (MARK | PREPOSITION | SUBORDINATOR | DATE))
        or p.low[at] in ("last", "late", "early")
    )


def _with_rest(p: Passage, c: Candidate, source: Range, content: Range, after: int, rule: str) -> Found:
    """Return the attribution, with the quotation that goes on after it."""
    found = Found((c.group, c.at + 1), source, [content], rule)
    if rest := resumed_quotation(p, after, c.hi):
        found.contents.append(rest)
    return found
