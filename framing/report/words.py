"""Which words set texts apart, beyond the listed ones."""

from __future__ import annotations

from framing.report.tree import Cell, Column, Table, TableRow
from framing.report.wording import OWN_VOICE, in_quotes, letter_of, name
from framing.types import Comparison, Keyword, Voice

ALPHA = 0.05
TWICE = 1.0
"""The log ratio from which a word is listed: twice as frequent."""
_MOST = 12
"""Words listed for one text."""


def words_table(comparison: Comparison) -> Table | None:
    """Words of the writers' own voice that are clearly more frequent in one text; ``None`` if there are none."""
    letters = [letter_of(p) for p in comparison.profiles]
    rows = []
    for letter in letters:
        found = [k for k in comparison.keywords if k.voice is Voice.OWN and _leads(k, letter, letters)]
        if found:
            rows.append(
                TableRow(
                    (
                        Cell(f"More in {name(letter)}", text=letter if len(letters) == 2 else "", strong=True),
                        *[Cell("")] * 4,
                    ),
                    lead=True,
                )
            )
            rows += [_row(letter, keyword, letters) for keyword in found[:_MOST]]
    if not rows:
        return None
    others = "the other" if len(letters) == 2 else "the others"
    columns = (
        Column("Word", "words"),
        Column("hits in it", "number", 22),
        Column(f"in {others}", "number", 26),
        Column("times as frequent", "number", 34),
        Column("G²", "number", 16),
    )
    caption = (
        f"Words of {OWN_VOICE}, words of grammar left out, that are at least twice as frequent as in {others}, with "
        "q (Benjamini–Hochberg, all words of four occurrences) below 0.05. Topics and names differ too: read them "
        "in their sentences."
    )
    return Table("words", "Words more frequent in one text", columns, tuple(rows), caption)


def _leads(keyword: Keyword, letter: str, letters: list[str]) -> bool:
    if keyword.q >= ALPHA or abs(keyword.log_ratio) < TWICE:
        return False
    if keyword.article is not None:
        return keyword.article == letter and keyword.log_ratio > 0
    return letter == letters[keyword.log_ratio < 0]


def _row(letter: str, keyword: Keyword, letters: list[str]) -> TableRow:
    counts = (keyword.count_a, keyword.count_b)
    if keyword.article is None and letter == letters[1]:
        counts = (keyword.count_b, keyword.count_a)
    times = "only there" if not counts[1] else f"{2 ** abs(keyword.log_ratio):.1f}"
    return TableRow(
        (
            Cell(in_quotes(keyword.feature)),
            Cell(f"{counts[0]:,}"),
            Cell(f"{counts[1]:,}", muted=not counts[1]),
            Cell(times, muted=not counts[1]),
            Cell(f"{keyword.g2:.1f}"),
        )
    )
