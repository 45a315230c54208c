"""Cues whose content stands to their right, one function for each form it takes.

Each rule returns the contents and the end of the cue, or ``None``; `COMPLEMENTS` is
their order. ``wide`` asks for the breadth of the benchmark: attitudes and intentions too.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from framing.parsing.clauses import CLAUSE, INFINITIVE, PHRASE, VERBAL, content_end, frames_of, is_clause
from framing.parsing.passage import Passage, Range
from framing.parsing.phrases import DASHES, end_of_addressee, end_of_adjunct, source_before
from framing.parsing.verbs import Candidate
from framing.parsing.vocabulary import (
    ADVERB,
    AUX,
    BE,
    CONJUNCTION,
    DETERMINER,
    FINITE_CUE,
    HAVE,
    MARK,
    MODAL,
    NOUN,
    PREPOSITION,
    PRONOUN,
    TIME,
    VERB,
    words,
)

Contents = tuple[list[Range], int]
Rule = Callable[[Passage, Candidate, bool], Contents | None]

CLAUSAL = frozenset(("quote", "clause"))
SPEAKING = frozenset(("quote", "clause", "person"))
QUESTIONS = words("whether if why how what who where when which")
OPEN_QUESTIONS = words("ask wonder know say explain see remember recall inquire describe forget learn decide")
PASSIVE_OPENERS = words("to as for of that whether if about how why what")
DELAYED = words("seek attempt offer choose opt decide aim prefer agree allow wish")
"""Verbs of intention that only the benchmark counts."""
PLANNED = words("plan intend endorse support oppose back approve propose discuss")
SPANS = words("years months weeks days decades hours")
MEANWHILE = words("when while because since until once although though")
FAR = 14
TOLD = words("that whether if why how what to about not there")
CLAUSE_PREPOSITIONS = words("in under after as during on at by with if like despite")
NAMING = words("call label brand dub deem")
AS_NEEDED = words("view cast see regard interpret consider")
NO_OBJECT = words("by in at up out down off away from to into with")
OBJECT_PREPOSITIONS = words("about for over against on of")
PARTICLES = words("out up down off away back together again him her them himself herself along forward")


def _content(p: Passage, at: int, hi: int, kind: str = CLAUSE) -> Range:
    return at, content_end(p, at, hi, kind)


def _quotation(p: Passage, at: int) -> list[Range]:
    pair = p.pair_at(at)
    return [(pair.first, pair.last)]


def quotation(p: Passage, c: Candidate, wide: bool) -> Contents | None:
    """Match: said "…"."""
    k = c.after
    if not p.quoted[k]:
        return None
    if c.cue.lemma in ("show", "find") and p.pair_at(k).last - k < 5:
        return None
    if "name" in c.cue.frames:
        return _quotation(p, k), c.at + 1
    kind = CLAUSE if c.cue.frames & SPEAKING else PHRASE
    return [_content(p, k, c.hi, kind)], c.at + 1


def colon(p: Passage, c: Candidate, wide: bool) -> Contents | None:
    """Match: said: …, also before a quotation in the next paragraph."""
    start = c.after + 1
    if (c.next != ":" and not (c.next == "," and start < c.hi and p.quoted[start])) or c.cue.frames == {"infinitive"}:
        return None
    if c.next == "," and "quote" not in c.cue.frames:
        return None
    if start >= c.hi:
        if p.quoted[start if start < p.size else -1]:
            return _quotation(p, start), c.at + 1
        return ([], c.at + 1) if "quote" in c.cue.frames else None
    if not p.quoted[start] and "quote" not in c.cue.frames:
        return None
    return [_content(p, start, c.hi)], c.at + 1


def that_clause(p: Passage, c: Candidate, wide: bool) -> Contents | None:
    """Match: said that …."""
    if c.next != "that" or p.low[c.after + 1 : c.after + 2] == ["same"] or not _has_verb(p, c.after + 1, c.hi):
        return None  # "reiterated that pledge"
    if (
        p.low[c.after + 1 : c.after + 2]
        and p.low[c.after + 1] in (".", ",", ";", "?", "!")
        and not p.quoted[c.after + 2]
    ):
        return ([(c.after, c.after + 1)], c.at + 1) if wide else None
    return [_content(p, c.after, c.hi)], c.at + 1


def _has_verb(p: Passage, at: int, hi: int) -> bool:
    return any(p.bits[k] & (VERBAL | VERB) or p.quoted[k] for k in range(at, min(hi, at + 25)))


def question(p: Passage, c: Candidate, wide: bool) -> Contents | None:
    """Match: asked whether …."""
    if c.next not in QUESTIONS:
        return None
    if c.next == "when" and c.cue.lemma == "say" and c.cue.form == "past":  # "said when asked"
        return None
    alone = c.after + 1 >= c.hi or (p.bits[c.after + 1] & MARK and not p.quoted[c.after + 1])  # "nobody knows why"
    if alone or (c.next in ("when", "where", "if") and c.cue.lemma not in OPEN_QUESTIONS):
        return None
    return [_content(p, c.after, c.hi)], c.at + 1


def infinitive(p: Passage, c: Candidate, wide: bool) -> Contents | None:
    """Match: vowed to …."""
    negated = c.next == "not" and p.low[c.after + 1 : c.after + 2] == ["to"]
    if (c.next != "to" and not negated) or (not wide and c.cue.lemma in DELAYED):
        return None
    return [_content(p, c.after, c.hi, INFINITIVE)], c.at + 1


def seeming(p: Passage, c: Candidate, wide: bool) -> Contents | None:
    """Match: seemed to …."""
    if not wide or c.next not in ("to", "that", "like", "as"):
        return None
    return [_content(p, c.after, c.hi, INFINITIVE)], c.at + 1


def told(p: Passage, c: Candidate, wide: bool) -> Contents | None:
    """Match: told X (in Paris) that …."""
    addressee = end_of_addressee(p, c.after, c.hi)
    if addressee == c.after:
        that = next((k for k in range(c.after, min(c.hi, c.after + FAR)) if p.low[k] == "that"), None)
        return ([_content(p, that, c.hi)], c.at + 1) if c.cue.lemma == "tell" and that else None
    k = addressee if p.low[addressee : addressee + 1] == ["to"] else end_of_adjunct(p, addressee, c.hi)
    if k < c.hi:
        word, bits = p.low[k], p.bits[k]
        if k == addressee and "clause" in c.cue.frames and bits & (BE | HAVE | MODAL):  # "warned the U.S. was ready"
            return [_content(p, c.after, c.hi)], c.at + 1
        if p.quoted[k]:
            return [_content(p, k, c.hi)], c.at + 1
        if word in (",", ":") and k + 1 < c.hi and p.quoted[k + 1]:
            return [_content(p, k + 1, c.hi)], c.at + 1
        if word == ":" and p.quoted[k + 1]:
            return _quotation(p, k + 1), c.at + 1
        if word in TOLD or bits & (PRONOUN | DETERMINER):
            return [_content(p, k, c.hi, INFINITIVE if word in ("to", "about") else CLAUSE)], c.at + 1
        if p.capital[k] or not bits & (PREPOSITION | MARK):
            return [_content(p, k, c.hi)], c.at + 1
    if c.cue.lemma == "tell" or (wide and c.cue.lemma in ("ask", "warn", "remind", "question")):
        if k >= c.hi - 1 and p.quoted[c.hi]:
            return _quotation(p, c.hi), c.at + 1
        return [], c.at + 1
    return None


def after_adjunct(p: Passage, c: Candidate, wide: bool) -> Contents | None:
    """Match: said on Tuesday in Paris that …."""
    k = end_of_adjunct(p, c.after, c.hi)
    if not c.cue.frames & CLAUSAL or not c.after < k < c.hi:
        return None
    word = p.low[k]
    if word == "," and (after := _after_aside(p, k, c.hi)) is not None:
        k, word = after, p.low[after]
    word = p.low[k]
    if p.quoted[k]:
        return [_content(p, k, c.hi)], c.at + 1
    if word in (",", ":") and k + 1 < c.hi and p.quoted[k + 1]:
        return [_content(p, k + 1, c.hi)], c.at + 1
    if word == ":" and p.quoted[k + 1]:
        return _quotation(p, k + 1), c.at + 1
    plain = c.cue.lemma == "say" and (p.bits[k] & (PRONOUN | DETERMINER) or p.capital[k] or word == "there")
    that = word == "that" and p.low[k + 1 : k + 2] != ["same"]
    return ([_content(p, k, c.hi)], c.at + 1) if that or plain else None


def bare_clause(p: Passage, c: Candidate, wide: bool) -> Contents | None:
    """Match: says the plan fails."""
    if c.cue.lemma == "point" and c.next == "out" and c.after + 2 < c.hi:
        start = c.after + 1 + (p.low[c.after + 1] in (",", ":"))
        return [_content(p, start, c.hi)], c.after + 1
    bits = p.bits[c.after]
    if bits & MARK and c.next not in ("$", "€", "£"):
        return None
    if c.cue.lemma in ("say", "think") and c.next in ("yes", "no", "so"):
        return [(c.after, c.after + 1)], c.at + 1
    clause = is_clause(p, c.after, c.hi)
    if bits & CONJUNCTION and c.next != "so":
        return None
    if c.next in MEANWHILE and c.cue.form != "base":  # "said while in Paris"
        return None
    if c.cue.lemma != "say" and not (clause and "clause" in c.cue.frames):
        return None
    opened = clause and c.next in CLAUSE_PREPOSITIONS and not p.bits[c.after + 1] & TIME
    if bits & PREPOSITION and not opened:
        return None
    return [_content(p, c.after, c.hi)], c.at + 1


def topic(p: Passage, c: Candidate, wide: bool) -> Contents | None:
    """Match: called for …, warned of …."""
    start = c.after + 1
    if c.next not in c.cue.prepositions or start >= c.hi or p.bits[start] & TIME or p.low[start] in SPANS:
        return None
    if c.cue.lemma in ("say", "add", "write") and (mark := _quotation_ahead(p, start, c.hi, 12)) is not None:
        return [_content(p, mark, c.hi)], c.at + 1
    if not wide and "speech_topic" not in c.cue.flags:
        return None
    kind = INFINITIVE if c.cue.lemma == "call" and c.next == "on" else PHRASE
    return [_content(p, start, c.hi, kind)], c.at + 2


def what_x_calls(p: Passage, c: Candidate, wide: bool) -> Contents | None:
    """Match: what X calls "…"."""
    if c.group <= c.lo:
        return None
    source = source_before(p, c.group, c.lo)
    if source is None or source[0] <= c.lo or p.low[source[0] - 1] != "what":
        return None
    start = c.after + (c.next in ("as", "to"))
    if c.cue.lemma == "refer" and p.low[start : start + 1] == ["as"]:
        start += 1
    if (c.next not in ("as", "to") and c.cue.lemma not in NAMING and c.cue.lemma != "consider") or start >= c.hi:
        return None
    end = content_end(p, start, c.hi, PHRASE)
    mark = next((k for k in range(start, min(start + 3, end)) if p.quoted[k]), None)
    if mark is not None:
        end = min(end, p.pair_at(mark).last)
    return ([(start, end)], c.at + 1) if end > start else None


def naming(p: Passage, c: Candidate, wide: bool) -> Contents | None:
    """Match: called X a …, described X as …."""
    if c.cue.lemma in NAMING:
        if p.bits[c.after] & (MARK | PREPOSITION):
            return None
        if c.cue.lemma == "call" and c.cue.form == "past" and p.low[c.at - 1] in ("is", "so", "being"):
            return None
        return [_content(p, c.after, c.hi, PHRASE)], c.at + 1
    for k in range(c.after, min(c.hi, c.after + 10)):
        if (p.low[k] == "as" and not p.quoted[k]) or (c.cue.lemma == "consider" and p.quoted[k]):
            if k + 1 < c.hi and p.quoted[k + 1] and k == c.after:
                return _quotation(p, k + 1), c.at + 1
            start = c.after + 1 if c.cue.lemma == "refer" and c.next == "to" else c.after
            return [_content(p, start, c.hi, PHRASE)], c.at + 1
        if p.bits[k] & MARK:
            return None
    return None


def thing(p: Passage, c: Candidate, wide: bool) -> Contents | None:
    """Match: criticised …, announced …."""
    bits = p.bits[c.after]
    if c.cue.lemma in AS_NEEDED and "name" in c.cue.frames:
        return None
    wide = wide or ("states" in c.cue.flags and not (c.cue.form in ("base", "third") and p.bits[c.at] & NOUN))
    if c.cue.frames & {"target", "thing"} and (wide or "judgement" in c.cue.flags):
        if (bits & MARK and c.next not in ("(", "$", "€", "£")) or c.next in NO_OBJECT:
            return None
        dated = p.bits[c.after + 1] & TIME if c.after + 1 < c.hi else 0
        if bits & PREPOSITION and (dated or c.next not in OBJECT_PREPOSITIONS):
            return None
        return [_content(p, c.after, c.hi, PHRASE)], c.at + 1
    if (
        wide
        and "matter" in c.cue.frames
        and c.cue.form != "base"
        and not bits & MARK
        and (
            bits & DETERMINER
            or p.capital[c.after]
            or (not bits & (PREPOSITION | ADVERB | AUX) and c.next not in PARTICLES)
        )
    ):
        return [_content(p, c.after, c.hi, PHRASE)], c.at + 1
    return None


def later_quotation(p: Passage, c: Candidate, wide: bool) -> Contents | None:
    """Match: replied with a smile "…"."""
    if not (("quote" in c.cue.frames and c.cue.form != "gerund" and wide) or c.cue.lemma == "add"):
        return None
    mark = _quotation_ahead(p, c.after, c.hi, 14)
    if mark is None or c.cue.lemma in ("say", "continue", "report"):
        return None
    return [_content(p, mark, c.hi)], c.at + 1


def asked_to(p: Passage, c: Candidate, wide: bool) -> Contents | None:
    """Match: wanted X, for the benchmark."""
    if wide and c.cue.lemma in ("want", "expect", "prefer") and not p.bits[c.after] & (PREPOSITION | MARK):
        return [_content(p, c.after, c.hi, PHRASE)], c.at + 1
    return None


COMPLEMENTS: tuple[tuple[str, Rule, str], ...] = (
    ("quotation", quotation, "quote clause question person thing target name topic infinitive"),
    ("colon", colon, "quote question person thing target name topic"),
    ("that", that_clause, "quote clause question person thing target"),
    ("question", question, "quote question person"),
    ("infinitive", infinitive, "infinitive"),
    ("seeming", seeming, "seem"),
    ("told", told, "person"),
    ("adjunct", after_adjunct, "quote clause person"),
    ("bare", bare_clause, "quote clause"),
    ("topic", topic, "topic"),
    ("what", what_x_calls, "name"),
    ("naming", naming, "name"),
    ("thing", thing, "thing target matter"),
    ("later", later_quotation, "quote"),
    ("asked", asked_to, "infinitive"),
)
"""Name of the rule, the rule, and the frames of which a cue needs one."""


@lru_cache(maxsize=256)
def rules_for(frames: frozenset[str]) -> tuple[tuple[str, Rule], ...]:
    """Return the rules that a cue with these frames can use."""
    return tuple((name, rule) for name, rule, needed in COMPLEMENTS if frames & words(needed))


def passive(p: Passage, c: Candidate, wide: bool) -> tuple[str, Contents] | None:
    """Match: is said to …, was told that …."""
    flags = c.cue.flags
    if not flags & {"passive", "passive_by", "passive_wide"} and not (wide and c.cue.frames & {"name", "target"}):
        return None
    if c.cue.lemma in ("tell", "ask") and c.next in (",", ":") and c.after + 1 < c.hi and p.quoted[c.after + 1]:
        return "told", (_quotation(p, c.after + 1), c.at + 1)
    if c.next in PASSIVE_OPENERS:
        if not wide and c.cue.lemma in PLANNED:
            return None
        if c.cue.lemma in ("tell", "ask"):
            return ("told", ([_content(p, c.after, c.hi)], c.at + 1)) if c.next not in ("as", "for", "of") else None
        return "passive", ([_content(p, c.after, c.hi, CLAUSE if c.next == "that" else INFINITIVE)], c.at + 1)
    if wide and "name" in c.cue.frames and c.cue.lemma != "see" and not p.bits[c.after] & MARK:  # "is called bad"
        return "passive", ([_content(p, c.after, c.hi, PHRASE)], c.at + 1)
    if c.cue.lemma == "quote" or (wide and (c.next == "by" or "passive_alone" in flags)):
        return "passive", ([], c.at + 1)
    return None


def complement(p: Passage, c: Candidate, wide: bool) -> tuple[str, Contents] | None:
    """Return the first rule that finds content to the right of a verb, with what it found."""
    if c.passive:
        return passive(p, c, wide)
    if c.after >= c.hi:
        return None
    if c.cue.form == "past" and c.group == c.at > c.lo and c.next == "by":
        return ("passive", ([], c.at + 1)) if wide else None
    if c.cue.lemma == "charge" and c.next == "with":
        return None
    if c.cue.lemma == "feel" and c.next in ("more", "less", "very", "like", "so", "as"):
        return None
    if (c.next == "," or c.next in DASHES) and (after := _after_aside(p, c.after, c.hi)) is not None:
        c.move_to(p, after)
    for name, rule in rules_for(c.cue.frames):
        if (found := rule(p, c, wide)) is not None:
            return name, found
    return None


def _after_aside(p: Passage, at: int, hi: int) -> int | None:
    """Return where content begins after an aside: said, however, that; said in Ames, Iowa, that."""
    for k in range(at + 2, min(hi - 1, at + 10)):
        if p.quoted[k - 1] or p.bits[k - 1] & FINITE_CUE:
            return None
        if p.low[k] == p.low[at]:
            begins = p.low[k + 1] == "that" or p.quoted[k + 1] or p.bits[k + 1] & PRONOUN
            return k + 1 if begins else None
    return None


def _quotation_ahead(p: Passage, at: int, hi: int, reach: int) -> int | None:
    """Return the first quotation within reach that no other verb of speech governs."""
    for k in range(at, min(hi, at + reach + 1)):
        if p.quoted[k]:
            return k
        other = p.bits[k] & VERB and k > at and "quote" in frames_of(p, k)
        if other and (p.bits[k] & FINITE_CUE or p.low[k].endswith("ing")):
            return None
    return None
