"""What is not the article, and where the article says it comes from.

The rules are rows of ``boilerplate.tsv``: a kind, where it may stand, how much it takes,
a cue that must be there before the pattern is tried, the relation it betrays and the
pattern, whose named groups are fields of `Provenance`. ``%name%`` in a pattern stands for
a row of ``boilerplate_parts.tsv``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from framing.reading.languages import endonyms, language_names
from framing.reading.tables import rows
from framing.types import Evidence, Provenance, Relation, Removed

EDGE = 8
"""Lines from either end of a text that count as its head and its tail."""
OPENING = 4
"""Lines from the start of a text in which its dateline may stand."""
LONGEST = 600
"""A longer line is never boilerplate as a whole."""
REACH = 300
"""Characters from either end of a line in which a slice is looked for."""

_STRENGTH = (Relation.TRANSLATED, Relation.REPUBLISHED, Relation.WIRE)
_WRAPPING = " \t\r\xa0\ufeff*_•⦁·|()[]"
_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_FIRST_WORD = re.compile(r"[^\W\d_]+|©")
_CHAIN = re.compile(r"\s+[–—-]+\s+|\s*\|\s*")
_MENU = re.compile(r"\s*[|/·•,]\s*")


class _Line(NamedTuple):
    """A line without the blanks around it; ``inner`` slices leave brackets and bullets out too."""

    start: int
    end: int
    inner_start: int
    inner_end: int


class _Rule(NamedTuple):
    order: int
    kind: str
    where: str
    takes: str
    relation: str
    pattern: re.Pattern[str]


class _Rules(NamedTuple):
    every: tuple[_Rule, ...]
    by_first_word: dict[str, tuple[_Rule, ...]]
    by_phrase: dict[str, tuple[_Rule, ...]]
    agency: re.Pattern[str]
    language_note: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Find:
    """A rule that matched."""

    removed: Removed
    relation: str
    match: re.Match[str]


def find_provenance(
    text: str, *, published_by: str | None = None, author: str | None = None, removed: Iterable[Removed] = ()
) -> tuple[Provenance, tuple[Removed, ...]]:
    r"""Find boilerplate and credits in a text.

    Parameters
    ----------
    text : str
        The text as read.
    published_by, author : str, optional
        What is known already, from a page's metadata or a file's front matter.
    removed : iterable of Removed
        Slices known not to be the article; they are kept and not searched.

    Returns
    -------
    provenance : Provenance
        What the text says of itself; ``None`` where it does not say.
    removed : tuple of Removed
        Sorted, not overlapping; one for each line or slice, one for a whole language menu.

    Examples
    --------
    >>> text = "MOSCOW, 4 February /TASS/. The talks went on.\nCopyright 2026 The Daily Example"
    >>> provenance, removed = find_provenance(text)
    >>> provenance.origin, provenance.published_by, str(provenance.relation)
    ('TASS', 'The Daily Example', 'wire')
    >>> [(r.kind, text[r.start : r.end]) for r in removed]
    [('dateline', 'MOSCOW, 4 February /TASS/. '), ('copyright line', 'Copyright 2026 The Daily Example')]
    """
    known = sorted(removed, key=lambda r: r.start)
    lines = _lines(text, known)
    menus = list(_menus(text, lines))
    finds = list(_finds(text, lines, {line for menu in menus for line in menu}))
    slices = [*known, *(find.removed for find in finds)]
    slices += [Removed(lines[menu[0]].start, lines[menu[-1]].end, "language menu") for menu in menus]
    return _provenance(finds, published_by, author), tuple(sorted(slices, key=lambda r: r.start))


def _lines(text: str, known: list[Removed]) -> list[_Line]:
    lines = []
    starts = [r.start for r in known]
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.end() - len(line) + len(line.rstrip())
        before = bisect_right(starts, start) - 1
        if before >= 0 and start < known[before].end:
            continue
        inner = line.strip(_WRAPPING)
        inner_start = text.find(inner, match.start())
        lines.append(_Line(start, end, inner_start, inner_start + len(inner)))
    return lines


def _menus(text: str, lines: list[_Line]) -> Iterator[range]:
    """Find runs of three or more languages, each named in itself, one a line or all in one line."""
    names = endonyms()
    run = 0
    for index in range(len(lines) + 1):
        inner = text[lines[index].inner_start : lines[index].inner_end][:LONGEST] if index < len(lines) else ""
        if inner.casefold() in names:
            run += 1
            continue
        if run >= 3:
            yield range(index - run, index)
        run = 0
        if (
            len(inner) < LONGEST
            and len(pieces := _MENU.split(inner)) >= 3
            and all(p.casefold() in names for p in pieces)
        ):
            yield range(index, index + 1)


def _finds(text: str, lines: list[_Line], skip: set[int]) -> Iterator[_Find]:
    rules = _rules()
    phrased = _phrased(text, lines, rules)
    for index, line in enumerate(lines):
        if index in skip:
            continue
        first = _FIRST_WORD.search(text, line.start, min(line.end, line.start + 80))
        candidates = rules.by_first_word.get(first.group().lower() if first else "0", ())
        if index in phrased:
            candidates = tuple(sorted({*candidates, *phrased[index]}))
        if index < OPENING or line.end - line.start <= 80:
            candidates = tuple(sorted({*candidates, *rules.every}))
        if candidates:
            yield from _apply(candidates, text, line, _places(index, len(lines)))


def _phrased(text: str, lines: list[_Line], rules: _Rules) -> dict[int, list[_Rule]]:
    """Find the lines that hold a rule's phrase, found by one search of the text for each phrase."""
    starts = [line.start for line in lines]
    found: dict[int, list[_Rule]] = {}
    for phrase, its_rules in rules.by_phrase.items():
        at = text.find(phrase)
        while at >= 0:
            index = bisect_right(starts, at) - 1
            if index >= 0:
                found.setdefault(index, []).extend(its_rules)
            line_end = text.find("\n", at)
            at = text.find(phrase, line_end) if line_end >= 0 else -1
    return found


def _places(index: int, count: int) -> frozenset[str]:
    head, tail = index < EDGE, index >= count - EDGE
    return frozenset(
        name
        for name, here in (
            ("any", True),
            ("head", head),
            ("tail", tail),
            ("edge", head or tail),
            ("opening", index < OPENING),
        )
        if here
    )


def _apply(rules: Iterable[_Rule], text: str, line: _Line, places: frozenset[str]) -> Iterator[_Find]:
    """Yield the first rule that takes the whole line, else the first slice at either end."""
    slices: dict[str, _Find] = {}
    for rule in rules:
        if rule.where not in places or rule.takes in slices:
            continue
        if rule.takes == "lead":
            match = rule.pattern.match(text, line.start, min(line.end, line.start + REACH))
        elif rule.takes == "trail":
            match = rule.pattern.search(text, max(line.start, line.end - REACH), line.end)
        elif line.end - line.start <= LONGEST:
            match = rule.pattern.fullmatch(text, line.inner_start, line.inner_end)
            if match:
                yield _Find(Removed(line.start, line.end, rule.kind), rule.relation, match)
                return
        else:
            match = None
        if match and match.end() > match.start():
            slices[rule.takes] = _Find(Removed(match.start(), match.end(), rule.kind), rule.relation, match)
    yield from slices.values()


def _provenance(finds: list[_Find], published_by: str | None, author: str | None) -> Provenance:
    origin, evidence = None, []
    fields = {"published_by": published_by, "author": author}
    for find in finds:
        for field, value in find.match.groupdict().items():
            if value and field in fields and not fields[field]:
                fields[field] = _tidy(value)
                evidence.append(Evidence(*find.match.span(field), field))
    if sources := [find for find in finds if find.match.groupdict().get("origin")]:
        source = max(sources, key=lambda find: (len(_chain(find)), find.removed.start))
        origin = _readable(_chain(source))
        evidence.append(Evidence(*source.match.span("origin"), "origin"))
    relation, witness = _relation(finds, fields["published_by"], origin, fields["author"])
    if witness:
        evidence.append(Evidence(witness.removed.start, witness.removed.end, "relation"))
    return Provenance(
        published_by=fields["published_by"],
        origin=origin,
        relation=relation,
        author=fields["author"],
        translated=relation is Relation.TRANSLATED,
        evidence=tuple(sorted(evidence, key=lambda e: (e.start, e.field))),
    )


def _relation(
    finds: list[_Find], published_by: str | None, origin: str | None, author: str | None
) -> tuple[Relation, _Find | None]:
    """Return the strongest relation that a find betrays, and that find; else what the names allow."""
    own = origin is not None and origin == published_by
    for relation in _STRENGTH:
        if own and relation is not Relation.TRANSLATED:
            continue
        for find in finds:
            if find.relation == relation and not (relation is Relation.REPUBLISHED and _from_agency(find)):
                return relation, find
            if relation is Relation.WIRE and find.relation == Relation.REPUBLISHED and _from_agency(find):
                return relation, find
    return (Relation.ORIGINAL if published_by and (own or author) else Relation.UNKNOWN), None


def _from_agency(find: _Find) -> bool:
    chain = _chain(find)
    return len(chain) == 1 and _rules().agency.fullmatch(chain[0]) is not None


def _chain(find: _Find) -> list[str]:
    """List the distinct names of a ``Source: A – B`` line, notes such as "in Russian" left out."""
    names = (_tidy(name) for name in _CHAIN.split(find.match.groupdict().get("origin") or ""))
    return list(dict.fromkeys(name for name in names if name))


def _readable(chain: list[str]) -> str:
    """Put the most specific name first: ``"State News (Ruritania)"``."""
    return f"{chain[-1]} ({', '.join(chain[:-1])})" if chain[:-1] else chain[-1]


def _tidy(name: str) -> str:
    return _rules().language_note.sub("", " ".join(name.split()).rstrip(" ,;:|–—-"))


@cache
def _rules() -> _Rules:
    parts: dict[str, str] = {}
    for name, pattern in rows("boilerplate_parts.tsv"):
        parts[name] = _expand(pattern, parts)
    every: list[_Rule] = []
    by_first_word: dict[str, tuple[_Rule, ...]] = {}
    by_phrase: dict[str, tuple[_Rule, ...]] = {}
    for order, (kind, where, takes, cues, relation, pattern) in enumerate(rows("boilerplate.tsv")):
        ending = r"\Z" if takes == "trail" else ""
        rule = _Rule(order, kind, where, takes, relation, re.compile(f"(?:{_expand(pattern, parts)}){ending}"))
        for cue in cues.split("|"):
            if cue == "*":
                every.append(rule)
            elif cue.startswith("…"):
                by_phrase[cue[1:]] = (*by_phrase.get(cue[1:], ()), rule)
            else:
                by_first_word[cue] = (*by_first_word.get(cue, ()), rule)
    language_note = re.compile(f" in (?:{'|'.join(language_names())})$")
    return _Rules(tuple(every), by_first_word, by_phrase, re.compile(parts["agency"]), language_note)


def _expand(pattern: str, parts: dict[str, str]) -> str:
    return re.sub("%([a-z]+)%", lambda name: parts[name.group(1)], pattern)
