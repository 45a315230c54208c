"""Lines: they join to the text, keep the measure and break where they may."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from framing.report.lines import MEASURE, _width, _widths, cut, plain


def wide(text: str) -> float:
    return sum(_width(char, _widths()) for char in text.rstrip())


@given(st.text(max_size=400))
def test_lines_join_to_the_text_and_keep_the_measure(text: str) -> None:
    lines = [text[start:end] for start, end in cut(text)]
    assert "".join(lines) == text
    assert all(lines)
    assert all(wide(line) <= MEASURE + 1e-9 or len(line) == 1 for line in lines)


@given(st.lists(st.sampled_from(["word", "a", "long-distance", "yes—no", "extraordinary"]), min_size=30, max_size=80))
def test_words_are_whole(words: list[str]) -> None:
    text = " ".join(words)
    for _, end in cut(text)[:-1]:
        assert text[end - 1] in " -—"


def test_a_no_break_space_holds() -> None:
    text = "word " * 9 + "Text\N{NO-BREAK SPACE}A " * 9
    assert not any(text[start:end].endswith("\N{NO-BREAK SPACE}") for start, end in cut(text))


def test_a_narrower_measure_makes_more_lines() -> None:
    text = "one two three four five " * 10
    assert len(cut(text, 12)) > len(cut(text, 24))


@given(st.text())
def test_plain_text_has_no_control_in_it(text: str) -> None:
    assert all(char == " " or char.isprintable() or char == "\N{REPLACEMENT CHARACTER}" for char in plain(text))
