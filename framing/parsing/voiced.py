"""Is it another's voice? The outlet's own inferences, acts and attitudes are not."""

from __future__ import annotations

from framing.parsing.passage import Found, Passage, Range
from framing.parsing.verbs import Candidate
from framing.parsing.vocabulary import MODAL, PERSON, PREPOSITION, PRONOUN, listed, words

WRITER = words("nobody none you i we i'm i've we've i'd we're")
THINGS = words("this that it which these those what")
OBJECTS = words("it him them us me")
STARTED = words("went continued used took began going")
TERMS = words("condition background")
"""What a source "speaks on": the terms of the talk, not its content."""
UNMOVED = words("passive infinitive asked seeming")
"""Rules whose content is no voice merely because something in it stands in marks."""
SAID = words("inverted parenthesis colon quotation")


def is_voice(p: Passage, c: Candidate, item: Found) -> bool:
    """Tell whether the attribution reports speech or belief of someone other than the writer."""
    source = item.source
    if "document" in c.cue.flags and (source is None or _is_reader(p, _head(p, source))):
        return False
    if item.rule == "told" and "command" in c.cue.flags:
        return False
    if item.rule not in UNMOVED and any(any(p.quoted[first : min(last, first + 60)]) for first, last in item.contents):
        return True
    last = _last_word(p, source)
    if source and item.rule not in SAID and _is_mute(p, _head(p, source)):
        return False
    if last in WRITER:
        return False
    if c.infinitive and item.rule not in SAID:
        began = c.group > c.lo and any(word in STARTED for word in p.low[max(c.lo, c.group - 4) : c.group])
        if not began or (
            c.cue.form == "base" and item.rule in ("bare", "told", "question", "topic") and c.cue.lemma != "say"
        ):
            return False
    if item.rule == "passive":
        return _is_said(p, c, item)
    if item.rule == "topic" and any(p.low[first] in TERMS for first, _ in item.contents):
        return False
    if last in THINGS and ("evidential" in c.cue.flags or last != "it" or c.cue.lemma in ("speak", "call")):
        return False
    if "evidential" in c.cue.flags and not _shown(p, c, item, last):
        return False
    if item.rule in ("infinitive", "asked"):
        return "promise" in c.cue.flags
    if item.rule in ("thing", "seeming"):
        return _judges(p, c, item)
    return True


def is_marked(p: Passage, c: Candidate, item: Found) -> bool:
    """Tell whether PolNeAR's annotators would mark it: hardly "I think", or what nobody in view did."""
    if item.rule == "bare" and item.source and p.low[item.source[1] - 1] in WRITER:
        return False
    return item.rule != "thing" or item.source is not None


def _last_word(p: Passage, source: Range | None) -> str:
    """Return the last word of a source, before a "that" behind it ("a letter that")."""
    if source is None:
        return ""
    first, last = source
    return p.low[last - 2 if p.low[last - 1] == "that" and last - first > 1 else last - 1]


def _is_reader(p: Passage, head: int) -> bool:
    """Tell whether this reads a book, rather than being what "reads: …"."""
    return bool(p.capital[head] or p.bits[head] & (PRONOUN | PERSON)) and p.low[head] not in ("it", "which")


def _is_mute(p: Passage, head: int) -> bool:
    return p.low[head] in listed("mute") and not p.capital[head]


def _head(p: Passage, source: Range) -> int:
    """Return the head noun of a source: before the first preposition or comma."""
    first, last = source
    ends = (k for k in range(first + 1, last) if p.bits[k] & PREPOSITION or p.low[k] == ",")
    return next(ends, last) - 1


def _is_said(p: Passage, c: Candidate, item: Found) -> bool:
    """Count a passive where someone is plainly heard in it: is believed, was described by X."""
    if not item.contents or any(p.bits[k] & MODAL and p.low[k] not in ("will", "would") for k in range(c.group, c.at)):
        return False
    return "passive" in c.cue.flags or (item.source is not None and "passive_by" in c.cue.flags)


def _shown(p: Passage, c: Candidate, item: Found, last: str) -> bool:
    """Verbs like "show" are the outlet's inference unless a person, outlet or document is their subject."""
    if item.source is None:
        return False
    first, end = item.source
    if any(p.bits[k] & PERSON or p.low[k] in listed("evidence") for k in range(first, end)):
        return True
    if "quote" not in c.cue.frames:
        return False
    if item.rule in SAID:
        return True
    plural = first == end - 1 == p.sentence_around(first)[0] and p.low[first].endswith("s")  # "Facts have shown"
    return bool((p.capital[end - 1] and not plural) or p.bits[end - 1] & PRONOUN)


def _judges(p: Passage, c: Candidate, item: Found) -> bool:
    """accused, condemned, denied, … with a person as subject; reiterated, acknowledged, … with any."""
    if c.infinitive or item.source is None or "not" in p.low[c.group : c.at]:
        return False
    if "states" in c.cue.flags:
        return c.next not in OBJECTS
    if "judgement" not in c.cue.flags or (c.group > c.lo and p.low[c.group - 1] in ("for", "of", "from")):
        return False
    end = item.source[1] - 1
    return bool(p.capital[end] or p.bits[end] & (PRONOUN | PERSON))
