"""How it was made, what it cannot see, how to make it again and how to cite it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence

from framing.report.tree import Cell, Column, Note, Notes, Table, TableRow
from framing.report.wording import (
    CI,
    OWN_VOICE,
    file_of,
    group_contrasts,
    group_of,
    groups,
    interval,
    is_clear,
    letter_of,
    many,
    name,
    rate,
    sentence,
)
from framing.types import Comparison, Contrast, Rate, Stamp, Verdict

_LIMITS = (
    "This tool counts words and patterns from a published list. It cannot see what was left out unless the other text "
    "has it, cannot read irony, and does not check facts. Topic, genre, length, translation and quotation change the "
    "counts: a ministry quoted in any newspaper raises them. With short texts the intervals are wide; overlapping "
    "intervals mean “no clear difference”. Outlet descriptions come from other people’s lists at a given date and are "
    "disputed in some cases."
)
_COUNTING = (
    "Words and phrases of {lexicons} and {rules} were looked for in every text, {markers} in {groups}. "
    "What stands in quotation marks, in reported speech or in a heading was marked too, but counted apart: "
    "every rate in this report is of the writer’s own voice."
)
_INTERVALS = (
    f"A rate is hits per 1,000 words, with an exact Poisson {CI}. A difference is clear only if its own {CI} leaves "
    "out zero and its q (Benjamini–Hochberg, over all groups or all markers) is below 0.05. Because q allows for many "
    "tests, an interval that leaves out zero can still be “no clear difference”. Fewer than four hits in both texts "
    "together, or fewer than 150 words in either, is too little text; sourcing is not compared where a text has lost "
    "its punctuation. In a group, hits that overlap count once and so does an attribution, so its count can be lower "
    "than the sum of its markers."
)
_OTHERS = {
    "words": "Which words: G² weighs how sure it is that a word’s frequency differs (Dunning 1993); q is "
    "Benjamini–Hochberg over all words of four occurrences or more. It knows no meaning, so a topic that one text has "
    "alone comes out as well.",
    "facts": "What both say: figures, dates and names are read by rules and set side by side where they are the same. "
    "Nothing says which is true or matters. One in ten or so is read wrongly or missed; a firm can pass for a person.",
    "names": "How each names it: a list of ours of things that news names in several ways. Who usually says so is as "
    "generally known, not counted.",
    "voices": "Who is heard: a source’s role is what the text calls it; about nine in ten were right where one reader "
    "checked 55. Lists tell neutral, doubting and endorsing verbs apart.",
    "actors": "Who acts: found by rules, not by a parser. Of 100 sentences marked by hand, nine in ten of those found "
    "to act did, and eight in ten of those who do were found. “Was closed” can be an act or a state: such words are "
    "not sure and left out.",
}
"""What the sections beside markers rest on, by the section's name."""


def method_notes(comparison: Comparison, sections: Collection[str] = ()) -> Notes:
    """Return the notes that end every report; ``sections`` names those that it has."""
    others = tuple(words for section, words in _OTHERS.items() if section in sections)
    notes = [
        Note("Counting", (_counting(comparison), _INTERVALS)),
        Note("Limits", (_LIMITS,)),
        *([Note("Beside the markers", others)] if others else []),
        *_register(comparison),
        *_one_figure(comparison),
        _run(comparison),
        _cite(comparison),
    ]
    return Notes(tuple(notes))


def _counting(comparison: Comparison) -> str:
    lexicons, markers = len(comparison.run.lexicons), len(comparison.markers)
    return _COUNTING.format(
        lexicons=many(lexicons, "lexicon"),
        rules=many(markers - lexicons, "rule"),
        markers=many(markers, "marker"),
        groups=groups(comparison),
    )


def _register(comparison: Comparison) -> list[Note]:
    reasons = {p.register.reason for p in comparison.profiles if p.register.state_like is None}
    if not reasons:
        return []
    said = "; ".join(sorted(reasons))
    return [Note("Likeness to outlets’ wording", (sentence(f"no such figure is given: {said}"),))]


def _one_figure(comparison: Comparison) -> list[Note]:
    """One sentence ready to quote, if there is a clear difference to quote."""
    contrasts = group_contrasts(comparison)
    clear = sorted(filter(is_clear, contrasts), key=lambda c: -abs(c.difference or 0))
    if not clear or len(comparison.profiles) != 2:
        return []
    return [Note("One figure, ready to quote", (_quotable(clear[0], comparison),))]


def _quotable(contrast: Contrast, comparison: Comparison) -> str:
    letters = [letter_of(p) for p in comparison.profiles]
    sides = [(name(letters[0]), contrast.a), (name(letters[1]), contrast.b)]
    if contrast.verdict is Verdict.MORE_IN_B:
        sides.reverse()
    (first, more), (second, less) = sides
    return (
        f"“Rates of {group_of(contrast, comparison).words} per 1,000 words of {OWN_VOICE}: {first} {_figure(more)}, "
        f"{second} {_figure(less)}; this describes wording only.”"
    )


def _figure(side: Rate) -> str:
    bounds = f"{CI} {interval(side.low or 0, side.high or 0)}"
    return f"{rate(side.per_1000 or 0)} ({bounds})"


def _run(comparison: Comparison) -> Note:
    run = comparison.run
    lines = [f"framing {run.tool_version} · seed {run.seed}"]
    lines.append(f"{many(len(run.lexicons), 'lexicon')}, together {_together([s.sha256 for s in run.lexicons])}")
    for profile, stamp in zip(comparison.profiles, run.inputs, strict=False):
        source = file_of(stamp.name) or "given as text"
        lines.append(f"{name(letter_of(profile))}: {source} {stamp.sha256[:12]}")
    own = {marker.name for marker in comparison.markers if marker.group == "user"}
    lines += [f"your list {s.name}: {s.version} {s.sha256[:12]}" for s in run.lexicons if s.name in own]
    if run.model:
        lines.append(f"model {run.model.name} {run.model.version} {run.model.sha256[:12]}")
    lines += [f"{key}: {value}" for key, value in sorted(run.options.items())]
    return Note("Same again", lines=tuple(lines))


def _together(hashes: Sequence[str]) -> str:
    return hashlib.sha256("".join(hashes).encode()).hexdigest()[:12]


def _cite(comparison: Comparison) -> Note:
    run = comparison.run
    mark = _together([s.sha256 for s in (*run.inputs, *run.lexicons)])[:8]
    texts = {1: "one article", 2: "two articles"}.get(len(comparison.profiles), f"{len(comparison.profiles)} articles")
    return Note(
        "How to cite",
        (f"The framing authors (2026). framing (version {run.tool_version}). Comparison of {texts}, report {mark}.",),
    )


def markers_table(comparison: Comparison) -> Table:
    """List what was looked for: every marker, what it stands for, its lexicon's version and hash."""
    stamps = {stamp.name: stamp for stamp in comparison.run.lexicons}
    rows = []
    for group in comparison.groups:
        for index, marker in enumerate(one for one in comparison.markers if one.group == group.name):
            rows.append(
                TableRow(
                    (
                        Cell("" if index else group.letter, strong=True),
                        Cell(marker.label),
                        Cell(sentence(marker.construct)),
                        _version(stamps.get(marker.name)),
                    ),
                    key=marker.name,
                )
            )
    columns = (
        Column("", "letter", 6),
        Column("Marker", "words", 52),
        Column("what it stands for", "words"),
        Column("lexicon", "number", 24),
    )
    return Table("lexicons", "", columns, tuple(rows), dense=True)


def _version(stamp: Stamp | None) -> Cell:
    """Name a lexicon's version and hash, which are one where its file came without a card."""
    if stamp is None:
        return Cell("rule", muted=True)
    digest = stamp.sha256[:8]
    return Cell("" if stamp.version == digest else stamp.version, note=digest)
