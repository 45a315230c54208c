"""Rates as figures: the groups on page one, every marker in one table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

from framing.markers import GROUPS, MARKERS
from framing.plots import Block, DotChart, Point, Row
from framing.report.tree import Cell, Column, Figure, Table, TableRow
from framing.report.wording import (
    by_size,
    group_contrasts,
    interval,
    is_clear,
    letter_of,
    listing,
    many,
    name,
    number,
    rate,
    sentence,
    words_of,
)
from framing.types import Comparison, Contrast, Group, Profile, Rate, Verdict, Voice

UNIT = "per 1,000 words"
METHOD = (
    "Rates per 1,000 words of the writer’s own voice; 95 % interval, exact Poisson. A difference is clear when its own "
    "95 % interval leaves out zero and its q (Benjamini–Hochberg) is below 0.05."
).replace(" %", "\N{NO-BREAK SPACE}%")
FEW = "too few hits to compare"
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
_HEADS = {
    Verdict.NO_CLEAR_DIFFERENCE: "No clear difference",
    Verdict.TOO_LITTLE_TEXT: "Too little text",
}


# ── the eight groups ─────────────────────────────────────────────────────────


def groups_figure(comparison: Comparison) -> Figure:
    """Dots and intervals of the eight groups in two texts, clear differences first."""
    contrasts = group_contrasts(comparison)
    letters = [letter_of(p) for p in comparison.profiles]
    heads = {
        Verdict.MORE_IN_A: f"More in {name(letters[0])}",
        Verdict.MORE_IN_B: f"More in {name(letters[1])}",
        **_HEADS,
    }
    blocks = []
    for verdict, head in heads.items():
        rows = tuple(_row(c, _group(c.group), letters) for c in by_size(contrasts, verdict))
        if rows:
            blocks.append(Block(head, rows, clear=verdict.value.startswith("more")))
    clear = [c for c in contrasts if is_clear(c)]
    return Figure(
        name="groups",
        kind="groups",
        title=_finding(len(clear), len(contrasts)),
        chart=_chart(letters, blocks),
        alt=_alt(comparison, contrasts),
        caption=f"{_lengths(comparison.profiles)} {METHOD}",
        table=_groups_table(comparison, contrasts),
    )


def _finding(clear: int, all_of: int) -> str:
    said = "No group differs" if not clear else f"{number(clear).capitalize()} of {number(all_of)} groups differ"
    if clear == 1:
        said = f"One of {number(all_of)} groups differs"
    return f"{said} clearly: hits per 1,000 words in the writer’s own voice"


def _lengths(profiles: Sequence[Profile]) -> str:
    lengths = listing(f"{name(letter_of(p))} {p.words.own:,}" for p in profiles)
    return f"Own-voice words: {lengths}."


def _group(name: str) -> Group:
    return next(group for group in GROUPS if group.name == name)


def _row(contrast: Contrast, group: Group, letters: Sequence[str], label: str = "") -> Row:
    few = contrast.verdict is Verdict.TOO_LITTLE_TEXT
    sides = (contrast.a, contrast.b)
    clear = is_clear(contrast)
    return Row(
        key=contrast.marker.removeprefix("group:"),
        letter=group.letter,
        label=label or group.label,
        points=(None, None) if few else tuple(_point(side) for side in sides),
        printed=("", "") if few else tuple(rate(side.per_1000 or 0) for side in sides),
        clear=(clear, clear),
        note=FEW if few else "",
        says=_says(contrast, label or group.label, letters),
    )


def _point(side: Rate) -> Point | None:
    if side.per_1000 is None or side.low is None or side.high is None:
        return None
    return Point(side.per_1000, side.low, side.high)


def _says(contrast: Contrast, label: str, letters: Sequence[str]) -> str:
    a, b = (name(letter) for letter in letters)
    if contrast.verdict is Verdict.TOO_LITTLE_TEXT:
        hits = f"{many(contrast.a.count, 'hit')} in {a}, {many(contrast.b.count, 'hit')} in {b}"
        return f"{label}: {hits}; {FEW}."
    verdict = {
        Verdict.MORE_IN_A: f"clearly more in {a}",
        Verdict.MORE_IN_B: f"clearly more in {b}",
    }.get(contrast.verdict, "no clear difference")
    first = f"{_with_interval(contrast.a)} in {a}".replace(" (", f" {UNIT} (", 1)
    return f"{label}: {first}, {_with_interval(contrast.b)} in {b}; {verdict}."


def _with_interval(side: Rate) -> str:
    if side.per_1000 is None or side.low is None or side.high is None:
        return "no rate"
    return f"{rate(side.per_1000)} (95\N{NO-BREAK SPACE}% interval {interval(side.low, side.high)})"


def _chart(letters: Sequence[str], blocks: Sequence[Block]) -> DotChart:
    points = [p for block in blocks for row in block.rows for p in row.points if p]
    ticks = _ticks(points)
    return DotChart(
        texts=tuple(letters),
        blocks=tuple(blocks),
        ticks=ticks,
        limit=ticks[-1] * 1.04,
        value_note="dot: hits per 1,000 words",
        interval_note="line: 95\N{NO-BREAK SPACE}% interval",
    )


def _ticks(points: Iterable[Point]) -> tuple[int, ...]:
    """Four to six round numbers from zero; an interval far beyond every dot does not stretch the axis."""
    points = list(points)
    high = max((p.high for p in points), default=10)
    top = min(high, 2 * max((p.value for p in points), default=10)) or high
    step = next((step for step in _STEPS if top / step <= 5), _STEPS[-1])
    return tuple(range(0, step * ceil(top / step) + 1, step))


def _alt(comparison: Comparison, contrasts: Sequence[Contrast]) -> str:
    who = listing(f"{name(letter_of(p))} ({many(p.words.own, 'word')})" for p in comparison.profiles)
    kind = f"Dot plot with 95 % intervals: {many(len(contrasts), 'group')} of markers, hits per 1,000 words of the writer’s own voice, {who}"
    return f"{kind}. {_alt_finding(contrasts, [letter_of(p) for p in comparison.profiles])}".replace(
        "95 %", "95\N{NO-BREAK SPACE}%"
    )


def _alt_finding(contrasts: Sequence[Contrast], letters: Sequence[str]) -> str:
    clear = [*by_size(contrasts, Verdict.MORE_IN_A), *by_size(contrasts, Verdict.MORE_IN_B)]
    rest = len(contrasts) - len(clear)
    if not clear:
        return "No group differs clearly between the texts."
    a, b = (name(letter) for letter in letters)
    said = "; ".join(
        f"{words_of(c)} {rate(c.a.per_1000 or 0)} in {a} against {rate(c.b.per_1000 or 0)} in {b}" for c in clear
    )
    others = "" if not rest else f"; the other {number(rest) if rest > 1 else ''}".rstrip() + (
        " show no clear difference" if rest > 1 else " shows no clear difference"
    )
    return f"Clear differences: {said}{others}."


# ── every marker ─────────────────────────────────────────────────────────────


def markers_figure(comparison: Comparison) -> Figure:
    """Every group and its markers in one table, with their dots and intervals inside it."""
    letters = [letter_of(p) for p in comparison.profiles]
    contrasts = {c.marker: c for c in comparison.contrasts if c.voice is Voice.OWN}
    rows, cells = [], []
    for group in GROUPS:
        names = [(f"group:{group.name}", group.label)]
        names += [(row.marker.name, row.marker.label) for row in MARKERS if row.marker.group == group.name]
        for marker, label in names:
            if marker not in contrasts:
                continue
            rows.append(_row(contrasts[marker], group, letters, label))
            cells.append(_cells(contrasts[marker], group, label, letters))
    singles = [c for m, c in contrasts.items() if not m.startswith("group:")]
    clear = [c for c in singles if is_clear(c)]
    return Figure(
        name="markers",
        kind="strip",
        title=_markers_finding(len(clear), len(singles)),
        chart=_chart(letters, [Block("", tuple(rows))]),
        alt=(
            f"Dots with 95\N{NO-BREAK SPACE}% intervals for {many(len(rows), 'row')}, eight groups and their markers, "
            f"hits per 1,000 words of the writer’s own voice. All values stand in the table around the picture; "
            + _markers_alt(clear)
        ),
        caption=METHOD + " Fewer than four hits in both texts together: too little text, and no rate.",
        table=Table("markers", "Every marker", _columns(letters), tuple(cells)),
        column=4,
        column_head=UNIT,
    )


def _markers_finding(clear: int, all_of: int) -> str:
    if not clear:
        return f"None of {all_of} markers differs clearly on its own"
    return f"{number(clear).capitalize()} of {all_of} markers {'differ' if clear > 1 else 'differs'} clearly on their own"


def _markers_alt(clear: Sequence[Contrast]) -> str:
    labels = {row.marker.name: row.marker.label.lower() for row in MARKERS}
    if not clear:
        return "no single marker differs clearly."
    return f"clear on their own: {listing(labels[c.marker] for c in clear)}."


def _columns(letters: Sequence[str]) -> tuple[Column, ...]:
    a, b = letters
    return (
        Column("", "letter", 6),
        Column("Marker", "words", 39),
        Column("hits", "number", 9, a),
        Column(name(a), "number", 22, a),
        Column("hits", "number", 9, b),
        Column(name(b), "number", 22, b),
        Column("Difference", "words", 24),
    )


def _groups_table(comparison: Comparison, contrasts: Sequence[Contrast]) -> Table:
    letters = [letter_of(p) for p in comparison.profiles]
    rows = tuple(_cells(c, _group(c.group), _group(c.group).label, letters) for c in contrasts)
    return Table("groups", "The eight groups in numbers", _columns(letters), rows, METHOD)


def _cells(contrast: Contrast, group: Group, label: str, letters: Sequence[str]) -> TableRow:
    lead = contrast.marker.startswith("group:")
    few = contrast.verdict is Verdict.TOO_LITTLE_TEXT
    clear = is_clear(contrast)
    cells = [Cell(group.letter if lead else "", strong=lead), Cell(label, strong=lead or clear)]
    for side in (contrast.a, contrast.b):
        cells.append(Cell(str(side.count), muted=side.count == 0))
        cells.append(Cell("") if few else _rate_cell(side, clear))
    cells.append(_verdict_cell(contrast, letters))
    return TableRow(tuple(cells), lead=lead, key=contrast.marker.removeprefix("group:"))


def _rate_cell(side: Rate, clear: bool) -> Cell:
    if side.per_1000 is None or side.low is None or side.high is None:
        return Cell("")
    return Cell(rate(side.per_1000), note=interval(side.low, side.high), strong=clear)


def _verdict_cell(contrast: Contrast, letters: Sequence[str]) -> Cell:
    if contrast.verdict is Verdict.MORE_IN_A:
        return Cell(f"more in {letters[0]}", text=letters[0], strong=True)
    if contrast.verdict is Verdict.MORE_IN_B:
        return Cell(f"more in {letters[1]}", text=letters[1], strong=True)
    few = contrast.verdict is Verdict.TOO_LITTLE_TEXT
    return Cell("too little text" if few else "no clear diff.", muted=True)


# ── three texts and more ─────────────────────────────────────────────────────


def panels_figure(comparison: Comparison) -> Figure:
    """One panel for each group, one row for each text; filled where a text stands apart."""
    profiles = comparison.profiles
    letters = tuple(letter_of(p) for p in profiles)
    contrasts = group_contrasts(comparison)
    rows = tuple(_panel(group, contrasts, profiles) for group in GROUPS)
    apart = {c.group for c in contrasts if is_clear(c)}
    return Figure(
        name="groups",
        kind="panels",
        title=_panels_finding(len(apart)),
        chart=_chart(letters, [Block("", rows)]),
        alt=_panels_alt(profiles, contrasts),
        caption=(
            "Filled: differs clearly from the mean of the others. Open and grey: no clear difference. "
            f"Dashed line: mean of the {number(len(letters))}. {METHOD}"
        ),
        table=many_table(comparison, groups_only=True),
    )


def _panels_finding(apart: int) -> str:
    if not apart:
        said = "No text stands apart in any of eight groups"
    else:
        said = f"A text stands apart in {number(apart)} of eight groups"
    return f"{said}: hits per 1,000 words in the writer’s own voice"


def _panel(group: Group, contrasts: Sequence[Contrast], profiles: Sequence[Profile]) -> Row:
    own = {c.article: c for c in contrasts if c.group == group.name}
    rates = [_rate_of(p, f"group:{group.name}") for p in profiles]
    few = [_is_few(own.get(letter_of(p))) for p in profiles]
    known = [r.per_1000 for r in rates if r is not None and r.per_1000 is not None]
    return Row(
        key=group.name,
        letter=group.letter,
        label=group.label,
        points=tuple(None if f or r is None else _point(r) for r, f in zip(rates, few, strict=True)),
        printed=tuple("" if f or r is None else rate(r.per_1000 or 0) for r, f in zip(rates, few, strict=True)),
        clear=tuple(letter_of(p) in own and is_clear(own[letter_of(p)]) for p in profiles),
        note="too few hits",
        mean=sum(known) / len(known) if known else None,
        says=_panel_says(group, own, rates, profiles),
    )


def _panel_says(
    group: Group, own: dict[str | None, Contrast], rates: Sequence[Rate | None], profiles: Sequence[Profile]
) -> str:
    letters = [letter_of(p) for p in profiles]
    shown = (
        f"{name(letter)} {FEW if _is_few(own.get(letter)) or r is None else _with_interval(r)}"
        for letter, r in zip(letters, rates, strict=True)
    )
    clear = [name(letter) for letter in letters if letter in own and is_clear(own[letter])]
    end = f"{listing(clear)} {'stand' if len(clear) > 1 else 'stands'} apart" if clear else "no text stands apart"
    return f"{group.label}, hits {UNIT}: {'; '.join(shown)}; {end}."


def _is_few(contrast: Contrast | None) -> bool:
    return contrast is not None and contrast.verdict is Verdict.TOO_LITTLE_TEXT


def _rate_of(profile: Profile, marker: str) -> Rate | None:
    return next((r for r in profile.rates if r.marker == marker and r.voice is Voice.OWN), None)


def _panels_alt(profiles: Sequence[Profile], contrasts: Sequence[Contrast]) -> str:
    who = listing(f"{name(letter_of(p))} ({many(p.words.own, 'word')})" for p in profiles)
    clear = sorted((c for c in contrasts if is_clear(c)), key=lambda c: -abs(c.difference or 0))
    said = "; ".join(
        f"{words_of(c)} {rate(c.a.per_1000 or 0)} in {name(c.article or '')} against {rate(c.b.per_1000 or 0)}, "
        "the mean of the others"
        for c in clear[:6]
    )
    end = f"Clear differences: {said}." if clear else "No text differs clearly from the mean of the others."
    return (
        "Eight panels of dots with 95\N{NO-BREAK SPACE}% intervals, one for each group of markers, hits per 1,000 words "
        f"of the writer’s own voice, one row for each of {who}. {end}"
    )


def many_table(comparison: Comparison, *, groups_only: bool = False) -> Table:
    """Rates of every group and marker, one column for each text; bold where a text stands apart."""
    profiles = comparison.profiles
    contrasts = {(c.marker, c.article): c for c in comparison.contrasts if c.voice is Voice.OWN}
    narrow = len(profiles) > 6
    width = 128 / len(profiles)
    columns = [Column("", "letter", 6), Column("Marker", "words", 40)]
    columns += [Column(name(letter_of(p)), "number", width, letter_of(p)) for p in profiles]
    rows = []
    for group in GROUPS:
        names = [(f"group:{group.name}", group.label)]
        if not groups_only:
            names += [(row.marker.name, row.marker.label) for row in MARKERS if row.marker.group == group.name]
        for marker, label in names:
            lead = marker.startswith("group:")
            cells = [Cell(group.letter if lead else "", strong=lead), Cell(label, strong=lead)]
            cells += [_many_cell(p, marker, contrasts.get((marker, letter_of(p))), narrow) for p in profiles]
            rows.append(TableRow(tuple(cells), lead, marker.removeprefix("group:")))
    caption = (
        f"Hits {UNIT} of the writer’s own voice and 95\N{NO-BREAK SPACE}% interval (exact Poisson). Bold: differs clearly from "
        "the mean of the others. Hits in brackets: too few for a rate."
    )
    return Table("groups" if groups_only else "markers", "", tuple(columns), tuple(rows), caption)


def _many_cell(profile: Profile, marker: str, contrast: Contrast | None, narrow: bool) -> Cell:
    found = _rate_of(profile, marker)
    if found is None or found.per_1000 is None or found.low is None or found.high is None:
        return Cell("")
    if _is_few(contrast):
        return Cell(f"({found.count})", muted=True)
    clear = contrast is not None and is_clear(contrast)
    return Cell(rate(found.per_1000), note="" if narrow else interval(found.low, found.high), strong=clear)


def short_table(profiles: Sequence[Profile]) -> Table:
    """Hits in the writer's own voice without rates, for texts too short for them."""
    columns = [Column("", "letter", 6), Column("Group", "words", 60)]
    columns += [Column(name(letter_of(p)), "words", 0, letter_of(p)) for p in profiles]
    markers = {row.marker.name: row.marker.group for row in MARKERS}
    rows = []
    for group in GROUPS:
        cells = [Cell(group.letter, strong=True), Cell(group.label)]
        for profile in profiles:
            hits = [h for h in profile.hits if h.voice is Voice.OWN and markers[h.marker] == group.name]
            found = ", ".join(dict.fromkeys(f"“{h.match}”" for h in hits))
            cells.append(Cell(found) if hits else Cell("found no listed marker", muted=True))
        rows.append(TableRow(tuple(cells), key=group.name))
    title = sentence("what was found in the writer’s own voice, without rates").rstrip(".")
    return Table("hits", title, tuple(columns), tuple(rows), "Too few words for a rate: the hits themselves.")
