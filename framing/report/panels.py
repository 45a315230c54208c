"""Rates of three texts and more, and hits of texts too short for rates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from framing.plots import Block, Row
from framing.report.figures import (
    FEW,
    METHOD,
    UNHEARD,
    UNIT,
    chart_of,
    lengths,
    point_of,
    with_interval,
)
from framing.report.lines import plain
from framing.report.tallies import compared_rows
from framing.report.tree import Cell, Column, Figure, Table, TableRow
from framing.report.wording import (
    CI,
    OWN_VOICE,
    group_contrasts,
    group_of,
    groups,
    in_quotes,
    interval,
    is_clear,
    is_unheard,
    letter_of,
    listing,
    many,
    name,
    number,
    of_groups,
    rate,
)
from framing.types import Comparison, Contrast, Group, Profile, Rate, Verdict, Voice

_ROOM_FOR_INTERVALS = 6
Contrasts = Mapping[tuple[str, str | None], Contrast]


def panels_figure(comparison: Comparison) -> Figure:
    """One panel for each group, one row for each text; filled where a text stands apart."""
    profiles = comparison.profiles
    contrasts = _by_text(comparison)
    clear = [c for c in group_contrasts(comparison) if is_clear(c)]
    texts = len({c.article for c in clear})
    apart = f"{number(texts)} {'text stands' if texts == 1 else 'texts stand'} apart in "
    who = apart + (of_groups(len({c.group for c in clear}), comparison) if clear else "any group")
    return Figure(
        name="groups",
        kind="panels",
        title=f"{who[0].upper()}{who[1:]}: hits per 1,000 words in {OWN_VOICE}",
        chart=chart_of(
            [letter_of(p) for p in profiles],
            [Block("", tuple(_panel(group, contrasts, profiles) for group in comparison.groups))],
        ),
        alt=_alt(comparison),
        caption=(
            "Filled: differs clearly from the mean of the others. Open and grey: no clear difference. "
            f"Dashed line: mean of the {number(len(profiles))}. {lengths(profiles)} {METHOD}"
        ),
        table=many_table(comparison, groups_only=True),
    )


def _by_text(comparison: Comparison) -> dict[tuple[str, str | None], Contrast]:
    return {(c.marker, c.article): c for c in comparison.contrasts if c.voice is Voice.OWN}


def _panel(group: Group, contrasts: Contrasts, profiles: Sequence[Profile]) -> Row:
    marker = f"group:{group.name}"
    own = [contrasts.get((marker, letter_of(p))) for p in profiles]
    rates = [None if _is_few(c) else _rate_of(p, marker) for p, c in zip(profiles, own, strict=True)]
    points = [point_of(found) if found else None for found in rates]
    known = [point.value for point in points if point]
    clear = [c is not None and is_clear(c) for c in own]
    unheard = any(c is not None and is_unheard(c, profiles) for c in own)
    return Row(
        key=marker,
        letter=group.letter,
        label=group.label,
        points=tuple(points),
        printed=tuple(rate(point.value) if point else "" for point in points),
        clear=tuple(clear),
        note="voices unclear" if unheard else "too few hits",
        mean=sum(known) / len(known) if known else None,
        says=_says(group, rates, clear, [letter_of(p) for p in profiles], UNHEARD if unheard else FEW),
    )


def _says(
    group: Group, rates: Sequence[Rate | None], clear: Sequence[bool], letters: Sequence[str], why_not: str
) -> str:
    shown = (f"{name(x)} {with_interval(found) if found else why_not}" for x, found in zip(letters, rates, strict=True))
    apart = [name(x) for x, stands in zip(letters, clear, strict=True) if stands]
    verb = "stand" if len(apart) > 1 else "stands"
    return f"{group.label}, hits {UNIT}: {'; '.join(shown)}; {listing(apart) if apart else 'no text'} {verb} apart."


def _is_few(contrast: Contrast | None) -> bool:
    return contrast is not None and contrast.verdict is Verdict.TOO_LITTLE_TEXT


def _rate_of(profile: Profile, marker: str) -> Rate | None:
    return next((r for r in profile.rates if r.marker == marker and r.voice is Voice.OWN), None)


def _alt(comparison: Comparison) -> str:
    who = listing(f"{name(letter_of(p))} ({many(p.words.own, 'word')})" for p in comparison.profiles)
    clear = sorted(filter(is_clear, group_contrasts(comparison)), key=lambda c: -abs(c.difference or 0))
    said = "; ".join(
        f"{group_of(c, comparison).words} {rate(c.a.per_1000 or 0)} in {name(c.article or '')}, "
        f"mean of the others {rate(c.b.per_1000 or 0)}"
        for c in clear[:6]
    )
    end = f"Clear differences: {said}." if clear else "No text differs clearly from the mean of the others."
    return (
        f"Panels of dots with {CI}s, one for each of {groups(comparison)} of markers, hits per 1,000 words of "
        f"{OWN_VOICE}, one row for each of {who}. {end}"
    )


def many_table(comparison: Comparison, *, groups_only: bool = False) -> Table:
    """Rates of every group and marker, one column for each text; bold where a text stands apart."""
    profiles = comparison.profiles
    contrasts = _by_text(comparison)
    columns = [Column("", "letter", 6), Column("Marker", "words", 52)]
    columns += [Column(name(letter_of(p)), "number", 116 / len(profiles), letter_of(p)) for p in profiles]
    rows = []
    for marker, label, group in compared_rows(comparison):
        lead = marker.startswith("group:")
        if groups_only and not lead:
            continue
        cells = [Cell(group.letter if lead else "", strong=lead), Cell(label, strong=lead)]
        cells += [_cell(p, marker, contrasts, narrow=len(profiles) > _ROOM_FOR_INTERVALS) for p in profiles]
        rows.append(TableRow(tuple(cells), lead, marker))
    caption = (
        f"Hits {UNIT} of {OWN_VOICE} and {CI} (exact Poisson). Bold: differs clearly from the mean of the others. "
        f"In brackets: hits that are not compared."
    )
    return Table("groups" if groups_only else "markers", "", tuple(columns), tuple(rows), caption)


def _cell(profile: Profile, marker: str, contrasts: Contrasts, *, narrow: bool) -> Cell:
    found = _rate_of(profile, marker)
    contrast = contrasts.get((marker, letter_of(profile)))
    point = point_of(found) if found else None
    if found is None or point is None:
        return Cell("")
    if _is_few(contrast):
        return Cell(f"({found.count})", muted=True)
    note = "" if narrow else interval(point.low, point.high)
    return Cell(rate(point.value), note, strong=contrast is not None and is_clear(contrast))


def hits_table(comparison: Comparison) -> Table:
    """Hits in the writer's own voice without rates, for texts too short for them."""
    profiles = comparison.profiles
    columns = [Column("", "letter", 6), Column("Group", "words", 44)]
    columns += [Column(name(letter_of(p)), "words", 0, letter_of(p)) for p in profiles]
    rows = []
    for group in comparison.groups:
        markers = {marker.name for marker in comparison.markers if marker.group == group.name}
        cells = [Cell(group.letter, strong=True), Cell(group.label)]
        cells += [_hits(profile, markers) for profile in profiles]
        rows.append(TableRow(tuple(cells), key=f"group:{group.name}"))
    title = f"What was found in {OWN_VOICE}, without rates"
    why = "Too few words for rates" if len(profiles) > 1 else "No second text to compare rates with"
    return Table("hits", title, tuple(columns), tuple(rows), f"{why}, so the hits themselves.")


def _hits(profile: Profile, markers: set[str]) -> Cell:
    found = [plain(h.match) for h in profile.hits if h.voice is Voice.OWN and h.marker in markers]
    shown = list(dict.fromkeys(map(in_quotes, found)))
    if not shown:
        return Cell("found no listed marker", muted=True)
    more = f" and {len(shown) - 8} more" if len(shown) > 8 else ""
    return Cell(", ".join(shown[:8]) + more)
