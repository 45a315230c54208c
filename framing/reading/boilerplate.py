"""Lines and slices of a text that are not the article, found by a table of rules.

A row of ``boilerplate.tsv`` is a rule:

* ``kind``: what is taken off, a short plain phrase.
* ``where``: ``any``, ``head``, ``tail``, ``edge`` (either) or ``opening`` (see the numbers below).
* ``takes``: ``line`` (the pattern is the whole line, less its bullet or brackets), ``closed`` (the
  pattern ends a line that goes whole), ``lead`` or ``trail`` (a slice at the line's start or end).
* ``cue``: what must be there before the pattern is tried: the line's first word, ``…`` and a
  phrase somewhere in the line, ``*`` for nothing, ``0`` for a line without letters; ``|`` between.
* ``relation``: the `Relation` it betrays, if any.
* ``pattern``: whose named groups are fields of `Provenance`; ``%name%`` stands for a row of
  ``boilerplate_parts.tsv``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from framing.reading.languages import endonyms
from framing.reading.tables import rows
from framing.types import Removed

EDGE = 8
"""Lines from either end of a text that count as its head and its tail."""
OPENING = 3
"""Lines from the start of what is left of a text in which its dateline may stand."""
LONGEST = 600
"""A longer line is never boilerplate as a whole."""
REACH = 300
"""Characters from either end of a line in which a slice is looked for."""
CLOSING = 150
"""Characters at the end of a line in which what gives a whole line away is looked for."""
SHORT = 100
"""A longer line is not tried against rules without a cue, but for slices at its start."""
WRAPPED = 40
"""Characters from which a line without an end of sentence may go on in the next one."""
MENU = 400
"""A language menu in one line, or a headline, is shorter."""
HEADLINE = 9
"""Words from which a line in capitals alone is a headline and no section's heading."""

_WRAPPING = " \t\r\xa0\ufeff*_•⦁·|()[]"
_FIRST_WORD = re.compile(r"[^\W\d_]+|©")
_SENTENCE_END = ".!?:”\"’')]"
_SEPARATOR = re.compile(r"[|/·•,]")


@dataclass(frozen=True, slots=True)
class Find:
    """A slice that a rule takes off, the relation it betrays and the fields it names."""

    removed: Removed
    relation: str
    match: re.Match[str]


class _Line(NamedTuple):
    """A line without the blanks around it; ``inner`` slices leave brackets and bullets out too."""

    start: int
    end: int
    inner_start: int
    inner_end: int


class _Rule(NamedTuple):
    kind: str
    where: str
    takes: str
    relation: str
    pattern: str


class _Rules(NamedTuple):
    """The table, and the numbers of the rows to try on a line."""

    table: list[_Rule]
    every: list[int]
    leads: list[int]
    by_first_word: dict[str, list[int]]
    by_phrase: dict[str, list[int]]


def find_boilerplate(text: str) -> tuple[list[Find], list[Removed]]:
    """Return what the rules find in a text, and its language menus and related headlines."""
    lines = _lines(text)
    menus = list(_menus(text, lines))
    finds = list(_finds(text, lines, {index for menu in menus for index in menu}))
    others = [Removed(lines[menu[0]].start, lines[menu[-1]].end, "language menu") for menu in menus]
    found = {find.removed.start for find in finds}
    others += [
        Removed(*line[:2], "related headline") for line in _lone_capitals(text, lines) if line.start not in found
    ]
    return finds, others


def part(name: str) -> str:
    """Return the pattern that ``%name%`` stands for."""
    return _parts()[name]


def _lines(text: str) -> list[_Line]:
    """Find the lines that are not blank."""
    lines = []
    offset = 0
    for raw in text.split("\n"):
        if line := raw.strip():
            start = offset + raw.find(line)
            inner = line.strip(_WRAPPING)
            inner_start = start + line.find(inner)
            lines.append(_Line(start, start + len(line), inner_start, inner_start + len(inner)))
        offset += len(raw) + 1
    return lines


def _lone_capitals(text: str, lines: list[_Line]) -> Iterator[_Line]:
    """Find long lines in capitals alone among the article's own: headlines of other articles."""
    shouted = [text[line.start : min(line.end, line.start + LONGEST)].isupper() for line in lines]
    for index in range(OPENING - 1, len(lines) - 1):
        if shouted[index] and not shouted[index - 1] and not shouted[index + 1]:
            line = lines[index]
            if line.end - line.start <= MENU and text.count(" ", line.start, line.end) >= HEADLINE - 1:
                yield line


def _menus(text: str, lines: list[_Line]) -> Iterator[range]:
    """Find runs of three or more languages, each named in itself, one a line or all in one line."""
    run = 0
    for index, line in enumerate([*lines, _Line(0, 0, 0, 0)]):
        inner = text[line.inner_start : line.inner_end] if line.end - line.start <= MENU else ""
        if is_language := _is_language(_SEPARATOR.split(inner[:SHORT], 1)[0]):
            names = _SEPARATOR.split(inner)
            if len(names) >= 3 and all(map(_is_language, names)):
                yield range(index, index + 1)
            is_language = len(names) == 1
        if is_language:
            run += 1
            continue
        if run >= 3:
            yield range(index - run, index)
        run = 0


def _is_language(name: str) -> bool:
    return name.strip().casefold() in endonyms()


def _finds(text: str, lines: list[_Line], skip: set[int]) -> Iterator[Find]:
    phrased = _phrased(text, lines)
    kept = 0
    for index, line in enumerate(lines):
        if index in skip:
            continue
        if index and _continues(text, lines[index - 1], line):
            kept += 1
            continue
        first = _FIRST_WORD.search(text, line.start, min(line.end, line.start + SHORT))
        word = first.group().lower() if first else "0"
        if word not in _rules().by_first_word:
            word = ""
        short = line.end - line.start <= SHORT
        if not word and not short and kept >= OPENING and index not in phrased:
            kept += 1
            continue
        places = _places(kept < OPENING, index < EDGE, index >= len(lines) - EDGE)
        finds = list(_apply(_candidates(word, phrased.get(index, ()), short, places), text, line))
        yield from finds
        kept += not any(find.removed.end - find.removed.start == line.end - line.start for find in finds)


def _continues(text: str, before: _Line, line: _Line) -> bool:
    """Say whether a line goes on with the sentence of the line before it, as in text with hard line breaks."""
    return (
        text[line.start].islower()
        and line.start - before.end <= 3
        and before.end - before.start >= WRAPPED
        and text[before.end - 1] not in _SENTENCE_END
    )


def _phrased(text: str, lines: list[_Line]) -> dict[int, tuple[str, ...]]:
    """Find the phrases of rules in lines and at the ends of long lines, by one search for each phrase."""
    pieces = [text[line.start if line.end - line.start <= LONGEST else line.end - REACH : line.end] for line in lines]
    ends = list(accumulate(len(piece) + 1 for piece in pieces))
    searched = "\n".join(pieces)
    found: dict[int, tuple[str, ...]] = {}
    for phrase in _rules().by_phrase:
        at = searched.find(phrase)
        while at >= 0:
            index = bisect_right(ends, at)
            found[index] = (*found.get(index, ()), phrase)
            at = searched.find(phrase, ends[index])
    return found


@lru_cache(maxsize=10_000)
def _candidates(word: str, phrases: tuple[str, ...], short: bool, places: frozenset[str]) -> list[_Rule]:
    """Return the rules to try on a line, in the table's order."""
    rules = _rules()
    tried = {*rules.by_first_word.get(word, ())}.union(*(rules.by_phrase[phrase] for phrase in phrases))
    tried.update(rules.every if short else rules.leads)
    return [rules.table[row] for row in sorted(tried) if rules.table[row].where in places]


@cache
def _places(opening: bool, head: bool, tail: bool) -> frozenset[str]:
    here = {"any": True, "opening": opening, "head": head, "tail": tail, "edge": head or tail}
    return frozenset(place for place, is_here in here.items() if is_here)


def _apply(rules: list[_Rule], text: str, line: _Line) -> Iterator[Find]:
    """Yield the first rule that takes the whole line, else the first slice at either end."""
    lead = trail = None
    for rule in rules:
        pattern = _compiled(rule.pattern)
        if rule.takes == "lead":
            lead = lead or _slice(rule, pattern.match(text, line.start, min(line.end, line.start + REACH)))
        elif rule.takes == "trail":
            trail = trail or _slice(rule, pattern.search(text, max(line.start, line.end - REACH), line.end))
        elif line.end - line.start <= LONGEST:
            if rule.takes == "line":
                match = pattern.fullmatch(text, line.inner_start, line.inner_end)
            else:
                match = pattern.search(text, max(line.start, line.end - CLOSING), line.end)
            if match:
                yield Find(Removed(line.start, line.end, rule.kind), rule.relation, match)
                return
    if lead:
        yield lead
    if trail and not (lead and trail.removed.start < lead.removed.end):
        yield trail


def _slice(rule: _Rule, match: re.Match[str] | None) -> Find | None:
    return Find(Removed(match.start(), match.end(), rule.kind), rule.relation, match) if match else None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a rule when a line first asks for it: one article needs few of them."""
    return re.compile(pattern)


@cache
def _rules() -> _Rules:
    rules = _Rules([], [], [], {}, {})
    for row, (kind, where, takes, cues, relation, pattern) in enumerate(rows("boilerplate.tsv")):
        ending = r"\Z" if takes in ("closed", "trail") else ""
        rules.table.append(_Rule(kind, where, takes, relation, f"(?:{_filled(pattern, _parts())}){ending}"))
        for cue in cues.split("|"):
            if cue == "*":
                rules.every.append(row)
                rules.leads.extend([row] if takes == "lead" else [])
            elif cue.startswith("…"):
                rules.by_phrase.setdefault(cue[1:], []).append(row)
            else:
                rules.by_first_word.setdefault(cue, []).append(row)
    return rules


@cache
def _parts() -> dict[str, str]:
    parts: dict[str, str] = {}
    for name, pattern in rows("boilerplate_parts.tsv"):
        parts[name] = _filled(pattern, parts)
    return parts


def _filled(pattern: str, parts: dict[str, str]) -> str:
    return re.sub("%([a-z]+)%", lambda name: parts[name.group(1)], pattern)
