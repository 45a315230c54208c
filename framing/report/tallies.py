"""Which markers have a row of their own, and the tallies of those with too few hits for one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from framing.report.tree import Column, Tallies, Tally, TallyRow
from framing.report.wording import damaged_texts, letter_of, listing, name
from framing.types import Comparison, Group, Verdict, Voice


def all_rows(comparison: Comparison) -> Iterator[tuple[str, str, Group]]:
    """Yield every group with its markers behind it: name as in rates, label, group."""
    for group in comparison.groups:
        yield f"group:{group.name}", group.label, group
        for marker in comparison.markers:
            if marker.group == group.name:
                yield marker.name, marker.label, group


def compared_rows(comparison: Comparison) -> Iterator[tuple[str, str, Group]]:
    """Yield the rows of `all_rows`, markers left out that have too few hits to compare in every text."""
    compared = _compared(comparison)
    return (row for row in all_rows(comparison) if row[0].startswith("group:") or row[0] in compared)


def tallies(comparison: Comparison) -> Tallies | None:
    """Count the hits of markers that `compared_rows` leaves out, by group; ``None`` if it leaves out none."""
    compared = _compared(comparison)
    left_out = [marker for marker in comparison.markers if marker.name not in compared]
    if not left_out:
        return None
    counts = {letter_of(p): {r.marker: r.count for r in p.rates if r.voice is Voice.OWN} for p in comparison.profiles}
    rows, absent = [], []
    for group in comparison.groups:
        told = [
            Tally(m.name, m.label, _hits({letter: own.get(m.name, 0) for letter, own in counts.items()}))
            for m in left_out
            if m.group == group.name
        ]
        absent += [tally for tally in told if not tally.hits]
        if found := tuple(tally for tally in told if tally.hits):
            rows.append(TallyRow(group.letter, group.label, found))
    if absent:
        rows.append(TallyRow("", "no hit in either text" if len(counts) == 2 else "no hit in any text", tuple(absent)))
    head = f"hits in {listing(map(name, counts))}" if len(counts) == 2 else "hits"
    columns = (Column("", "letter", 6), Column("Group", "words", 42), Column(head, "words"))
    return Tallies(_title(comparison), columns, tuple(rows))


def _hits(counts: Mapping[str, int]) -> str:
    """Print hits: "2 and 0" of two texts, of others those that have any, "B 2, C 1"; "" where none has."""
    if not any(counts.values()):
        return ""
    if len(counts) == 2:
        return listing(map(str, counts.values()))
    return ", ".join(f"{letter} {count}" for letter, count in counts.items() if count)


def _title(comparison: Comparison) -> str:
    several = "both" if len(comparison.profiles) == 2 else "all"
    unheard = "; or voices cannot be told apart" if damaged_texts(comparison.profiles) else ""
    return f"Not compared: fewer than four hits in {several} texts together{unheard}"


def _compared(comparison: Comparison) -> set[str]:
    few = Verdict.TOO_LITTLE_TEXT
    return {c.marker for c in comparison.contrasts if c.voice is Voice.OWN and c.verdict is not few}
