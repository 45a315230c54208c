"""Rates of two texts as figures: the groups on page one, every marker in one table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

from framing.plots import Block, DotChart, Point, Row
from framing.report.tallies import all_rows, compared_rows
from framing.report.tree import Cell, Column, Figure, Table, TableRow
from framing.report.wording import (
    CI,
    CLEAR,
    OWN_VOICE,
    by_size,
    by_verdict,
    group_contrasts,
    group_of,
    groups,
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
from framing.types import Comparison, Contrast, Profile, Rate, Verdict, Voice

UNIT = "per 1,000 words"
FEW = "too few hits to compare"
UNHEARD = "voices cannot be told apart here"
METHOD = (
    f"Rates per 1,000 words of {OWN_VOICE}; {CI}, exact Poisson. A difference is clear when its own {CI} leaves out "
    "zero and its q (Benjamini–Hochberg) is below 0.05."
)
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)


# ── the groups ───────────────────────────────────────────────────────────────


def groups_figure(comparison: Comparison) -> Figure:
    """Dots and intervals of the groups in two texts, clear differences first."""
    contrasts = group_contrasts(comparison)
    letters = [letter_of(p) for p in comparison.profiles]
    clear = sum(map(is_clear, contrasts))
    return Figure(
        name="groups",
        kind="groups",
        title=f"{_finding(clear, comparison)}: hits per 1,000 words in {OWN_VOICE}",
        chart=chart_of(letters, _blocks(contrasts, comparison)),
        alt=_alt(comparison, contrasts),
        caption=f"{lengths(comparison.profiles)} {METHOD}",
        table=_table("groups", f"The {groups(comparison)} in numbers", contrasts, comparison),
    )


def _blocks(contrasts: Sequence[Contrast], comparison: Comparison) -> list[Block]:
    letters = [letter_of(p) for p in comparison.profiles]
    heads = {
        Verdict.MORE_IN_A: f"More in {name(letters[0])}",
        Verdict.MORE_IN_B: f"More in {name(letters[1])}",
        Verdict.NO_CLEAR_DIFFERENCE: "No clear difference",
        Verdict.TOO_LITTLE_TEXT: "Not compared",
    }
    clear = any(map(is_clear, contrasts))
    blocks = []
    for verdict, head in heads.items():
        found = (by_size if clear and verdict is not Verdict.TOO_LITTLE_TEXT else by_verdict)(contrasts, verdict)
        if found:
            rows = tuple(_row(c, group_of(c, comparison).label, comparison) for c in found)
            blocks.append(Block(head, rows, verdict in CLEAR))
    return blocks


def _finding(clear: int, comparison: Comparison) -> str:
    if not clear:
        return "No group differs clearly"
    return f"{of_groups(clear, comparison).capitalize()} {'differs' if clear == 1 else 'differ'} clearly"


def lengths(profiles: Sequence[Profile]) -> str:
    """Say how many own-voice words each text has."""
    return f"Own-voice words: {listing(f'{name(letter_of(p))} {p.words.own:,}' for p in profiles)}."


def _row(contrast: Contrast, label: str, comparison: Comparison) -> Row:
    profiles = comparison.profiles
    few = contrast.verdict is Verdict.TOO_LITTLE_TEXT
    sides = (contrast.a, contrast.b)
    return Row(
        key=contrast.marker,
        letter=group_of(contrast, comparison).letter,
        label=label,
        points=(None, None) if few else tuple(map(point_of, sides)),
        printed=("", "") if few else tuple(rate(side.per_1000 or 0) for side in sides),
        clear=(is_clear(contrast),) * 2,
        note=_why_not(contrast, profiles) if few else "",
        says=_says(contrast, label, profiles),
    )


def _why_not(contrast: Contrast, profiles: Sequence[Profile]) -> str:
    return UNHEARD if is_unheard(contrast, profiles) else FEW


def _says(contrast: Contrast, label: str, profiles: Sequence[Profile]) -> str:
    a, b = (name(letter_of(p)) for p in profiles)
    if contrast.verdict is Verdict.TOO_LITTLE_TEXT:
        hits = f"{many(contrast.a.count, 'hit')} in {a}, {many(contrast.b.count, 'hit')} in {b}"
        return f"{label}: {hits}; {_why_not(contrast, profiles)}."
    verdict = {
        Verdict.MORE_IN_A: f"clearly more in {a}",
        Verdict.MORE_IN_B: f"clearly more in {b}",
    }.get(contrast.verdict, "no clear difference")
    sides = f"{with_interval(contrast.a)} in {a}, {with_interval(contrast.b)} in {b}"
    return f"{label}, hits {UNIT}: {sides}; {verdict}."


def point_of(side: Rate) -> Point | None:
    """Return a rate as a point of a chart, if there is one."""
    if side.per_1000 is None or side.low is None or side.high is None:
        return None
    return Point(side.per_1000, side.low, side.high)


def with_interval(side: Rate) -> str:
    """Print a rate with its interval: "29 (95 % interval 18–44)"."""
    point = point_of(side)
    return f"{rate(point.value)} ({CI} {interval(point.low, point.high)})" if point else "no rate"


def chart_of(letters: Sequence[str], blocks: Sequence[Block]) -> DotChart:
    """Set blocks on one axis."""
    ticks = _ticks(point for block in blocks for row in block.rows for point in row.points if point)
    notes = ("dot: hits per 1,000 words", f"line: {CI}")
    return DotChart(tuple(letters), tuple(blocks), ticks, ticks[-1] * 1.04, *notes)


def _ticks(points: Iterable[Point]) -> tuple[int, ...]:
    """Up to six round numbers from zero; an interval far beyond every dot does not stretch the axis."""
    points = list(points)
    high = max((point.high for point in points), default=10)
    top = min(high, 2 * max((point.value for point in points), default=10)) or high
    step = next((step for step in _STEPS if top / step <= 5), _STEPS[-1])
    return tuple(range(0, step * ceil(top / step) + 1, step))


def _alt(comparison: Comparison, contrasts: Sequence[Contrast]) -> str:
    return (
        f"Dot plot with {CI}s of {groups(comparison)} of markers, hits per 1,000 words of {OWN_VOICE} "
        f"in {_sizes(comparison.profiles)}. {_alt_finding(contrasts, comparison)}"
    )


def _sizes(profiles: Sequence[Profile]) -> str:
    return listing(f"{name(letter_of(p))} ({many(p.words.own, 'word')})" for p in profiles)


def _alt_finding(contrasts: Sequence[Contrast], comparison: Comparison) -> str:
    clear = [c for verdict in CLEAR for c in by_size(contrasts, verdict)]
    if not clear:
        return "No group differs clearly between the texts."
    a, b = (name(letter_of(p)) for p in comparison.profiles)
    said = [
        f"{group_of(c, comparison).words} {rate(c.a.per_1000 or 0)} in {a} against {rate(c.b.per_1000 or 0)} in {b}"
        for c in clear
    ]
    if rest := len(contrasts) - len(clear):
        said.append("no clear difference in the other" + ("" if rest == 1 else f" {number(rest)}"))
    return f"Clear differences: {'; '.join(said)}."


# ── every marker ─────────────────────────────────────────────────────────────


def markers_figure(comparison: Comparison) -> Figure:
    """Every group and the markers that can be compared in one table, with their dots and intervals inside it."""
    profiles = comparison.profiles
    letters = [letter_of(p) for p in profiles]
    found = {c.marker: c for c in comparison.contrasts if c.voice is Voice.OWN}
    contrasts = [found[marker] for marker, _, _ in compared_rows(comparison) if marker in found]
    labels = _labels(comparison)
    chart = chart_of(letters, [Block("", tuple(_row(c, labels[c.marker], comparison) for c in contrasts))])
    singles = [c for c in found.values() if not c.marker.startswith("group:")]
    clear = [labels[c.marker].lower() for c in singles if is_clear(c)]
    verb = "differs clearly on its own" if len(clear) == 1 else "differ clearly on their own"
    return Figure(
        name="markers",
        kind="strip",
        title=f"{number(len(clear)).capitalize() if clear else 'None'} of {len(singles)} markers {verb}",
        chart=chart,
        alt=(
            f"Dots with {CI}s of {groups(comparison)} and their {many(len(singles), 'marker')}, hits per 1,000 words "
            f"of {OWN_VOICE} in {_sizes(profiles)}. All values stand in the table around it; "
            f"clear on their own: {listing(clear) if clear else 'none'}."
        ),
        caption=METHOD,
        table=_table("markers", "Every marker", contrasts, comparison),
        column=4,
        column_head=f"{UNIT}, 0–{chart.ticks[-1]}",
    )


def _labels(comparison: Comparison) -> dict[str, str]:
    return {marker: label for marker, label, _ in all_rows(comparison)}


def _table(table: str, title: str, contrasts: Sequence[Contrast], comparison: Comparison) -> Table:
    a, b = (letter_of(p) for p in comparison.profiles)
    columns = (
        Column("", "letter", 6),
        Column("Marker", "words", 49),
        Column("hits", "number", 8, a),
        Column(name(a), "number", 21, a),
        Column("hits", "number", 8, b),
        Column(name(b), "number", 21, b),
        Column("Difference", "words", 22),
    )
    labels = _labels(comparison)
    return Table(table, title, columns, tuple(_cells(c, labels[c.marker], comparison) for c in contrasts), METHOD)


def _cells(contrast: Contrast, label: str, comparison: Comparison) -> TableRow:
    lead = contrast.marker.startswith("group:")
    clear = is_clear(contrast)
    cells = [
        Cell(group_of(contrast, comparison).letter if lead else "", strong=lead),
        Cell(label, strong=lead or clear),
    ]
    for side in (contrast.a, contrast.b):
        point = None if contrast.verdict is Verdict.TOO_LITTLE_TEXT else point_of(side)
        cells.append(Cell(str(side.count), muted=side.count == 0))
        cells.append(Cell(rate(point.value), interval(point.low, point.high), strong=clear) if point else Cell(""))
    cells.append(_verdict(contrast, comparison.profiles))
    return TableRow(tuple(cells), lead, contrast.marker)


def _verdict(contrast: Contrast, profiles: Sequence[Profile]) -> Cell:
    if is_clear(contrast):
        more = letter_of(profiles[CLEAR.index(contrast.verdict)])
        return Cell(f"more in {more}", text=more, strong=True)
    if contrast.verdict is Verdict.NO_CLEAR_DIFFERENCE:
        return Cell("no clear diff.", muted=True)
    return Cell("voices unclear" if is_unheard(contrast, profiles) else "too little text", muted=True)
