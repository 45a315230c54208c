"""Whose words they are: words by voice."""

from __future__ import annotations

from collections.abc import Sequence

from framing.plots import Bar, BarChart, Part
from framing.report.tree import Cell, Column, Figure, Table, TableRow
from framing.report.wording import damaged_texts, letter_of, listing, many, name, percent
from framing.types import Profile, Voice, WordCounts

_PARTS = {
    Voice.OWN: "writer’s own voice",
    Voice.REPORTED: "reported",
    Voice.QUOTED: "quoted",
    Voice.HEADING: "titles",
}


def voices_figure(profiles: Sequence[Profile]) -> Figure:
    """One bar per text to 100 %: own, reported, quoted, titles."""
    bars = tuple(Bar(letter_of(p), _parts(p.words)) for p in profiles)
    return Figure(
        name="voices",
        kind="voices",
        title=_finding(profiles),
        chart=BarChart(bars, shares=True),
        alt=_alt(profiles),
        caption="Share of the words kept. Titles are the words of headings.",
        table=_table(profiles),
        table_below=True,
    )


def _parts(words: WordCounts) -> tuple[Part, ...]:
    counts = _by_voice(words)
    whole = sum(counts.values()) or 1
    return tuple(
        Part(voice.value, _PARTS[voice], count, 100 * count / whole, percent(count / whole))
        for voice, count in counts.items()
    )


def _by_voice(words: WordCounts) -> dict[Voice, int]:
    return {
        Voice.OWN: words.own,
        Voice.REPORTED: words.reported,
        Voice.QUOTED: words.quoted,
        Voice.HEADING: words.heading,
    }


def _given(profile: Profile) -> float:
    words = profile.words
    return (words.quoted + words.reported) / words.total if words.total else 0.0


def _finding(profiles: Sequence[Profile]) -> str:
    heard = [p for p in profiles if not p.document.damaged]
    if not heard:
        return "Words by voice: voices cannot be told apart"
    shown = heard if len(heard) < 4 else [min(heard, key=_given), max(heard, key=_given)]
    shares = listing(f"{percent(_given(p))} in {name(letter_of(p))}" for p in shown)
    between = "between " if len(shown) < len(heard) else ""
    end = f"; not to be told in {where}" if (where := damaged_texts(profiles)) else ""
    return f"Words given to others, quoted or reported: {between}{shares}{end}"


def _alt(profiles: Sequence[Profile]) -> str:
    who = listing(f"{name(letter_of(p))} ({many(p.words.total, 'word')})" for p in profiles)
    said = "; ".join(
        f"{name(letter_of(p))}: " + ", ".join(f"{part.label} {part.printed}" for part in _parts(p.words))
        for p in profiles
    )
    return f"Bars of the share of words by voice, from 0 to 100\N{NO-BREAK SPACE}%, {who}. {said}."


def _table(profiles: Sequence[Profile]) -> Table:
    columns = [Column("Voice", "words")]
    for profile in profiles:
        letter = letter_of(profile)
        columns.append(Column(name(letter), "number", 36 if len(profiles) < 4 else 120 / len(profiles), letter))
    rows = []
    for voice, label in _PARTS.items():
        cells = [Cell(label)]
        for profile in profiles:
            count = _by_voice(profile.words)[voice]
            cells.append(Cell(f"{count:,}", note=percent(count / (profile.words.total or 1))))
        rows.append(TableRow(tuple(cells)))
    return Table("voices", "Words by voice", tuple(columns), tuple(rows))
