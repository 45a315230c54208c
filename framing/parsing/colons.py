"""Speakers set apart: before a colon in headlines, interviews and before quotations, and under a post."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator

from framing.parsing.clauses import is_speech
from framing.parsing.passage import Found, Passage, Range
from framing.parsing.phrases import DASHES, main_subject
from framing.parsing.vocabulary import BE, listed

HEADLINE = re.compile(
    r"#*\s*([^\W\da-z_][\w'’.&-]*(?:[ -](?:[^\W\da-z_][\w'’.&-]*|of|the|and|for|on|to|at|in)){0,9}): ?(?=\S)"
)
TURN = re.compile(r"([^\W\da-z_][\w.'’-]*(?: [^\W\da-z_][\w.'’-]*){0,3}): ?(?=\S)")
SIGNATURE = re.compile(r"[—–-] ?([^\W\d_][^\n(—–]{1,50}?) ?\(@ ?\w+ ?\)")
LONGEST_HEADLINE = 40
SHORT_LINE = 18
MARKED_WORDS = 4
BY_RIGHT = frozenset(("thing", "naming", "noun", "topic", "quotation"))
"""Rules whose content a quotation after a colon continues."""


def headline_sources(p: Passage) -> Iterator[Found]:
    """Merkel: Europe must act."""
    text, words = p.words.text, p.words
    for number, paragraph in enumerate(p.paragraphs):
        if not (paragraph.heading or number == 0 or paragraph.last - paragraph.first <= SHORT_LINE):
            continue
        found = HEADLINE.match(text, paragraph.start, paragraph.end)
        if found is None or paragraph.last - paragraph.first > LONGEST_HEADLINE:
            continue
        colon = next(k for k in range(paragraph.first, paragraph.last) if words.start[k] >= found.end(1))
        first = next(k for k in range(paragraph.first, paragraph.last) if words.start[k] >= found.start(1))
        content = colon + 1
        if content >= paragraph.last or not (number == 0 or p.quoted[content]) or colon - first > 10:
            continue
        if not any(p.bits[k] & BE or is_speech(p, k) or p.low[k] in listed("section") for k in range(first, colon)):
            yield Found((colon, colon + 1), (first, colon), [(content, paragraph.last)], "headline")


def interview_turns(p: Passage) -> Iterator[Found]:
    """SMITH: I never said that."""
    text, start = p.words.text, p.words.start
    if text.count(":") < 3:
        return
    turns = [(part, m) for part in p.paragraphs if (m := TURN.match(text, part.start, part.end))]
    often = Counter(m[1].split()[-1] for _, m in turns)
    turns = [(part, m) for part, m in turns if m[1].isupper() or often[m[1].split()[-1]] > 1]
    if len(turns) < 3:
        return
    for part, m in turns:
        colon = next(k for k in range(part.first, part.last) if start[k] >= m.end(1))
        if part.last > colon + 1 and not p.low[colon + 1][0].isdigit():
            yield Found((colon, colon + 1), (part.first, colon), [(colon + 1, part.last)], "turn")


def signed_posts(p: Passage) -> Iterator[Found]:
    """Find whose posts are shown: It rained. — Ann Lee (@annlee) May 2, 2022."""
    if "(@" not in p.words.text:
        return
    starts = [part.first for part in p.paragraphs]
    for m in SIGNATURE.finditer(p.words.text):
        dash, end = bisect_left(p.words.start, m.start()), bisect_left(p.words.start, m.end(1))
        first = starts[bisect_right(starts, dash) - 1]
        if first < dash < end - 1 and p.low[first] != "<":
            yield Found((dash, dash + 1), (dash + 1, end), [(first, dash)], "signature")


def colon_quotations(p: Passage, found: list[Found]) -> list[Found]:
    """Find quotations after a colon that no rule has claimed: X had this to add: "…"."""
    taken = {first for item in found for first, _ in item.contents}
    cues = {k for item in found for k in range(*item.cue)}
    by_cue = sorted(found, key=lambda item: item.cue)
    new, n = [], 0
    for pair in p.pairs:
        colon = pair.first - 1
        if colon < 0 or p.low[colon] != ":" or pair.first in taken or colon in cues:
            continue
        if p.is_word.count(1, pair.first, pair.last) < MARKED_WORDS:
            continue
        lo, _ = p.sentence_around(colon)
        while n < len(by_cue) and by_cue[n].cue[0] < lo:
            n += 1
        mine = by_cue[n] if n < len(by_cue) and by_cue[n].cue[0] < colon else None
        if mine is not None and mine.rule in BY_RIGHT and all(last <= pair.first for _, last in mine.contents):
            mine.contents.append((pair.first, pair.last))
        else:
            new.append(Found((colon, colon + 1), _before_colon(p, lo, colon), [(pair.first, pair.last)], "colon"))
    return new


def _before_colon(p: Passage, lo: int, colon: int) -> Range | None:
    """Return who speaks after a colon; in "A headline - Ann Lee: …" that stands after the dash."""
    dash = next((k for k in range(colon - 1, max(lo, colon - 8), -1) if p.low[k] in DASHES), None)
    return main_subject(p, lo if dash is None else dash + 1, colon)
