"""Who says what: the walk over cues, from left to right."""

from __future__ import annotations

from typing import Final

from framing.parsing.clauses import OPENERS, end_of_opening, to_comma
from framing.parsing.colons import colon_quotations, headline_sources, interview_turns, signed_posts
from framing.parsing.complements import complement
from framing.parsing.nouns import according_to, by_adjective, by_noun
from framing.parsing.passage import Found, Passage, Range
from framing.parsing.phrases import main_subject, source_after, source_before
from framing.parsing.positions import POSITIONS, quoting, relative
from framing.parsing.verbs import Candidate, is_attributive, is_bare_participle, is_gerund_noun, is_noun
from framing.parsing.vocabulary import (
    ADVERB,
    CONJUNCTION,
    CONTRACTION,
    ING,
    MARK,
    OTHER,
    PREPOSITION,
    SUBORDINATOR,
    cue_words,
)
from framing.parsing.voiced import is_marked, is_voice

WINDOW = 150
"""No rule looks further than so many tokens from its cue."""

BREADTHS = ("voice", "benchmark")
AROUND = frozenset(("inverted", "parenthesis"))
LINK: Final = MARK | PREPOSITION | CONJUNCTION | SUBORDINATOR | ADVERB
OPEN_ENDED = frozenset(("passive", "noun", "what", "seeming"))
"""Rules after which another cue inside the content still counts."""


def find_attributions(p: Passage, *, breadth: str = "voice") -> list[Found]:
    """Find every cue with its source and contents.

    ``breadth`` "voice" keeps speech and belief, what a reader hears as another's voice;
    "benchmark" adds attitudes, intentions and nouns, as PolNeAR's annotators counted them.
    """
    turns = list(interview_turns(p))
    found = [] if turns else list(headline_sources(p))
    found += _walk(p, breadth == "benchmark")
    found += colon_quotations(p, found)
    return [*found, *turns, *signed_posts(p)]


def _walk(p: Passage, wide: bool) -> list[Found]:
    found: list[Found] = []
    sentence, speaker, free, cover = -1, None, 0, 0
    fronted = False
    for at in p.cues:
        if at < cover:
            continue
        while sentence + 1 < len(p.firsts) and p.firsts[sentence + 1] <= at:
            sentence += 1
            speaker, free = None, p.firsts[sentence]
            fronted = p.low[free] in OPENERS or p.bits[free] & (ING | OTHER) == ING
        first, last = p.firsts[sentence], p.sentences[sentence].last
        lo = first if at - first < WINDOW else at - WINDOW
        hi = last if last - at < WINDOW else at + WINDOW
        if fronted:
            hi = end_of_opening(p, first, at, hi)
        item = _at_cue(p, at, lo, hi, free if free > lo else lo, speaker, wide)
        if item is None:
            continue
        found.append(item)
        if item.source and item.rule not in ("passive", "noun", "adjective"):
            speaker = item.source
        if item.rule in AROUND:
            free = max(free, *(last for _, last in item.contents))
        if item.rule not in OPEN_ENDED:
            cover = max([cover, *(last for first, last in item.contents if first > at)])
    return found


def _at_cue(p: Passage, at: int, lo: int, hi: int, free: int, speaker: Range | None, wide: bool) -> Found | None:
    """Return the attribution of the cue word at ``at``, if it is one."""
    verb, noun, other = cue_words()[p.low[at]]
    if verb is None and other is not None:
        if other.form == "phrase":
            return according_to(p, at, lo, hi, free)
        return by_adjective(p, at, lo, hi, speaker) if wide or "voice" in other.flags else None
    if verb is None and not wide and "that" not in p.low[at + 1 : at + 3]:
        return None
    if verb is None or noun is not None or ("noun" in verb.flags and verb.form in ("base", "third")):
        named = True if verb is None else is_noun(p, at, lo, hi, verb)
        if named is not False:
            return by_noun(p, at, lo, hi, noun, wide) if named and noun is not None else None
    if (
        verb is None
        or (verb.form == "gerund" and at > lo and is_gerund_noun(p, at, lo))
        or (verb.form == "past" and at > lo and is_attributive(p, at))
        or is_bare_participle(p, at, lo)
    ):
        return None
    if not wide and not verb.speaks and not any(p.quoted[at:hi]):
        return None
    candidate = Candidate(p, at, lo, hi, verb)
    if candidate.progressive and verb.form in ("base", "third") and not candidate.infinitive:  # "the best is tell all"
        return None
    return _by_verb(p, candidate, free, speaker, wide)


def _by_verb(p: Passage, c: Candidate, free: int, speaker: Range | None, wide: bool) -> Found | None:
    if c.cue.lemma == "quote" and (quoted := quoting(p, c, free)) is not None:
        return quoted
    quotable = "quote" in c.cue.frames and c.cue.form != "gerund" and not c.passive and not c.infinitive
    for rule in POSITIONS if quotable else (relative,):
        item = rule(p, c, free)
        if item is not None:
            return item if wide or is_voice(p, c, item) else None
    right = complement(p, c, wide)
    if right is None:
        return None
    rule_name, (contents, cue_end) = right
    begun = c.at if c.infinitive or p.bits[c.group] & CONTRACTION else c.group
    item = Found((begun, cue_end), _source(p, c, speaker), contents, rule_name)
    if c.passive or rule_name in ("passive", "seeming"):
        _turn_around(p, c, item)
    if item.source and p.low[item.source[0]] in ("who", "which") and p.low[item.source[0] - 1] == ",":
        item.contents = [to_comma(p, content) for content in item.contents]
    return item if (is_marked(p, c, item) if wide else is_voice(p, c, item)) else None


def _source(p: Passage, c: Candidate, speaker: Range | None) -> Range | None:
    if c.cue.form == "gerund" and not c.progressive:
        beside = c.group > c.lo and not p.bits[c.group - 1] & LINK and not p.quoted[c.group - 1]
        source = (beside and source_before(p, c.group, c.lo)) or speaker or main_subject(p, c.lo, c.group)
        fronted = source is None and p.low[c.hi : c.hi + 1] == [","]  # "After saying so, Ann Lee left"
        return source_after(p, c.hi + 1, min(p.size, c.hi + 16)) if fronted else source
    own = None if c.infinitive else source_before(p, c.group, c.lo)
    return own or speaker or main_subject(p, c.lo, c.group)


def _turn_around(p: Passage, c: Candidate, item: Found) -> None:
    """In a passive the subject belongs to the content and the source follows "by"."""
    item.source = None
    for k in range(c.at + 1, min(c.hi, c.at + 9)):
        if p.low[k] == "by" and not p.quoted[k]:
            item.source = source_after(p, k + 1, c.hi)
            break
        if p.low[k] == ",":
            break
    subject = source_before(p, c.group, c.lo)
    if subject and (not item.contents or p.low[subject[0]] not in ("it", "there")):
        item.contents.insert(0, subject)
