"""Facts side by side: what all texts say, what only one says, what they say differently."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from framing.comparing.frequencies import grammar
from framing.comparing.names import find_names
from framing.comparing.quantities import read_date, read_quantity
from framing.types import Alignment, Cell, Document, FactKind, Profile, Span, Status

SAME = 0.02
"""Figures as close as this are one figure, rounded differently."""
PLAIN = 100
"""A number that counts different things in two texts is one fact only from here on."""

ALIKE = 4
"""Words that two sentences share in which one thing is counted differently."""

_ORDER = list(FactKind)

Value = tuple[str, ...] | tuple[int, int, int] | float


class Fact(NamedTuple):
    """Something an article gives, in a form to be compared."""

    kind: FactKind
    value: Value
    unit: str
    span: Span


Group = list[tuple[int, Fact]]


def align_facts(profiles: Sequence[Profile]) -> tuple[Alignment, ...]:
    """Set the figures, dates and names of texts side by side.

    Parameters
    ----------
    profiles : sequence of Profile
        Two or more; dates and figures are those of the markers *dates* and *numbers*.

    Returns
    -------
    tuple of Alignment
        Facts in the order of kinds and first mention. ``both`` where at least two texts
        give it: dates that do not contradict each other, figures within 2 % of one
        unit, names that one form may stand for. ``both_differently`` where two texts count
        the same thing once each and the figures differ. ``only_in_one`` means not
        found in the other texts supplied. ``score`` is lower where a shape decides.
    """
    groups = _grouped((number, fact) for number, profile in enumerate(profiles) for fact in _facts(profile))
    aligned = [_alignment(group, profiles) for group in _joined(groups, profiles)]
    return tuple(sorted(aligned, key=lambda one: _ORDER.index(one.kind)))


def _facts(profile: Profile) -> Iterator[Fact]:
    text = profile.document.article.text
    for name in find_names(profile):
        for span in name.spans:
            yield Fact(name.kind, name.form, "", span)
    reached = 0
    for hit in profile.hits:
        if hit.start < reached:
            continue
        if hit.marker == "dates":
            if date := read_date(" ".join(hit.match.split())):
                yield Fact(FactKind.DATE, date, "", Span(hit.start, hit.end))
        elif hit.marker == "numbers" and (found := read_quantity(text, hit.start, hit.end)):
            reached = found.end
            yield Fact(found.kind, found.value, found.unit, Span(hit.start, reached))


def _grouped(facts: Iterable[tuple[int, Fact]]) -> list[Group]:
    """Gather what is one fact; every new value is compared with the values of each group once."""
    groups: list[Group] = []
    values: list[list[Fact]] = []
    known: dict[tuple[FactKind, Value, str], int] = {}
    for number, fact in facts:
        key = fact.kind, fact.value, fact.unit
        if key not in known:
            alike = (at for at, others in enumerate(values) if any(_is_same(fact, other) for other in others))
            known[key] = next(alike, len(groups))
            if known[key] == len(groups):
                groups.append([])
                values.append([])
            values[known[key]].append(fact)
        groups[known[key]].append((number, fact))
    return groups


def _is_same(a: Fact, b: Fact) -> bool:
    if a.kind is not b.kind:
        return {a.kind, b.kind} <= _NAMED and a.value == b.value
    if a.kind is FactKind.DATE:
        return _dates_agree(a.value, b.value)
    if isinstance(a.value, float) and isinstance(b.value, float):
        close = abs(a.value - b.value) <= SAME * max(a.value, b.value)
        return close and (a.unit == b.unit or (a.kind is FactKind.NUMBER and min(a.value, b.value) >= PLAIN))
    return _names_agree(a.value, b.value, a.kind)


def _dates_agree(a: Value, b: Value) -> bool:
    """Whether two dates are as exact as each other and nothing in them differs."""
    if not isinstance(a, tuple) or not isinstance(b, tuple):
        return False
    pairs = list(zip(a, b, strict=True))
    exact = [bool(x) == bool(y) for x, y in pairs[1:]]
    return all(exact) and all(x == y for x, y in pairs if x and y) and any(x and y for x, y in pairs)


def _names_agree(a: Value, b: Value, kind: FactKind) -> bool:
    if not isinstance(a, tuple) or not isinstance(b, tuple):
        return False
    if kind is FactKind.PERSON:
        short, long = sorted((a, b), key=len)
        return a == b or (len(short) == 1 and short[0] in (long[0], long[-1])) or (a[-1] == b[-1] and a[0] == b[0])
    short, long = sorted((a, b), key=len)
    return {*a} - _SMALL == {*b} - _SMALL or (len(short) > 1 and long[-len(short) :] == short)


_NAMED = frozenset([FactKind.PERSON, FactKind.PLACE, FactKind.ORGANISATION, FactKind.NAME])
_SMALL = frozenset(["of", "the", "for", "on", "and"])


def _joined(groups: list[Group], profiles: Sequence[Profile]) -> Iterator[Group]:
    """Join the two groups, one in each of two texts, that count one thing differently in like sentences."""
    alone: dict[tuple[FactKind, str], list[Group]] = {}
    for group in groups:
        fact = group[0][1]
        if len({number for number, _ in group}) == 1 and fact.kind is FactKind.NUMBER and fact.unit:
            alone.setdefault((fact.kind, fact.unit), []).append(group)
    pairs = {
        id(mine[0]): mine[1]
        for mine in alone.values()
        if len(mine) == 2 and mine[0][0][0] != mine[1][0][0] and len(mine[0]) == len(mine[1]) == 1
        if len(_context(mine[0][0], profiles) & _context(mine[1][0], profiles)) >= ALIKE
    }
    second = {id(group) for group in pairs.values()}
    for group in groups:
        if id(group) not in second:
            yield group + pairs.get(id(group), [])


def _context(place: tuple[int, Fact], profiles: Sequence[Profile]) -> set[str]:
    """Return the words of a fact's sentence, words of grammar left out."""
    number, fact = place
    document = profiles[number].document
    starts = [sentence.start for sentence in document.sentences]
    sentence = document.sentences[max(0, bisect_right(starts, fact.span.start) - 1)]
    return {word for word in document.tokens.low[sentence.first : sentence.last] if word[0].isalpha()} - grammar()


def _alignment(group: Group, profiles: Sequence[Profile]) -> Alignment:
    facts = sorted((fact for _, fact in group), key=lambda fact: _ORDER.index(fact.kind))
    cells = tuple(
        _cell(profile.document, [fact.span for n, fact in group if n == number])
        for number, profile in enumerate(profiles)
        if any(n == number for n, _ in group)
    )
    differs = facts[0].kind is FactKind.NUMBER and not all(_is_same(facts[0], fact) for fact in facts)
    status = Status.ONLY_IN_ONE if len(cells) == 1 else Status.BOTH_DIFFERENTLY if differs else Status.BOTH
    return Alignment(facts[0].kind, status, _told(facts), cells, _score(facts, status))


def _cell(document: Document, spans: Sequence[Span]) -> Cell:
    ordered = sorted(spans, key=lambda span: span.start)
    text = " ".join(document.article.text[ordered[0].start : ordered[0].end].split())
    return Cell(document.article.id, text, tuple(ordered), _said_by(document, ordered[0]))


def _said_by(document: Document, span: Span) -> str | None:
    """Return who is said to say the words at ``span``, if they are somebody's."""
    for attribution in document.attributions:
        if attribution.speaker and _holds(attribution.contents, span):
            return attribution.speaker.name
    for quote in document.quotes:
        if quote.speaker and quote.start <= span.start < quote.end:
            return quote.speaker.name
    return None


def _holds(contents: Iterable[Span], span: Span) -> bool:
    return any(content.start <= span.start < content.end for content in contents)


def _told(facts: Sequence[Fact]) -> str:
    """Return a fact's value in one form: the fullest name, the fullest date, the figure with its unit."""
    first = max(facts, key=lambda fact: len(fact.value) if isinstance(fact.value, tuple) else 0)
    if first.kind is not FactKind.DATE:
        return (
            " ".join(map(str, first.value))
            if isinstance(first.value, tuple)
            else f"{first.value:,.12g} {first.unit}".strip()
        )
    dates = [fact.value for fact in facts if isinstance(fact.value, tuple)]
    year, month, day = (max(map(int, parts)) for parts in zip(*dates, strict=True))
    return (f"{year:04}" if year else "-") + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")


def _score(facts: Sequence[Fact], status: Status) -> float:
    if status is Status.BOTH_DIFFERENTLY:
        return 0.5
    if status is Status.BOTH and len({(fact.value, fact.unit) for fact in facts}) > 1:
        return 0.8
    return 1.0
