from __future__ import annotations

from dataclasses import replace

from framing.report.words import words_table
from framing.types import Comparison, Keyword, Voice


def keyword(feature: str, counts: tuple[int, int], log_ratio: float, q: float = 0.001) -> Keyword:
    return Keyword(feature, Voice.OWN, counts[0], 500, counts[1], 500, 20.0, q, log_ratio, None, 1.0, 3.0)


def listed(comparison: Comparison, *keywords: Keyword) -> list[tuple[str, ...]]:
    table = words_table(replace(comparison, keywords=keywords))
    return [tuple(cell.value for cell in row.cells if cell.value) for row in table.rows] if table else []


def test_words_stand_with_the_text_that_has_more(two: Comparison) -> None:
    found = listed(two, keyword("trade", (16, 0), 5.0), keyword("war", (3, 12), -2.0))
    assert found == [
        ("More in Text\N{NO-BREAK SPACE}A",),
        ("“trade”", "16", "0", "only there", "20.0"),
        ("More in Text\N{NO-BREAK SPACE}B",),
        ("“war”", "12", "3", "4.0", "20.0"),
    ]


def test_what_is_not_sure_or_not_twice_is_not_listed(two: Comparison) -> None:
    assert listed(two, keyword("trade", (16, 4), 2.0, q=0.2), keyword("war", (30, 16), 0.9)) == []


def test_voices_of_others_are_not_listed(two: Comparison) -> None:
    assert listed(two, replace(keyword("trade", (16, 0), 5.0), voice=Voice.QUOTED)) == []
