from __future__ import annotations

import textwrap

import pytest

from framing.parsing.layout import find_paragraphs
from framing.parsing.tokens import tokenize

BODY = "The ministers met for two hours in the old town hall and agreed to meet again before the end of the year. "


def layout(text: str, title: str | None = None) -> list[tuple[str, bool]]:
    return [(" ".join(text[p.start : p.end].split()), p.heading) for p in find_paragraphs(tokenize(text), title)]


def headings(text: str, title: str | None = None) -> list[str]:
    return [line for line, heading in layout(text, title) if heading]


def test_line_breaks_and_blank_lines_both_end_a_paragraph() -> None:
    text = f"{BODY}\n{BODY}\n\n{BODY}"
    assert len(layout(text)) == 3


def test_wrapped_text_is_joined() -> None:
    paragraphs = [BODY * 3, BODY * 4, BODY * 2]
    text = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in paragraphs)
    assert [line for line, _ in layout(text)] == [" ".join(paragraph.split()) for paragraph in paragraphs]


def test_wrapped_text_without_blank_lines_breaks_after_a_short_line() -> None:
    paragraphs = [BODY * 3 + "So it ended.", BODY * 4 + "So it began."]
    text = "\n".join(textwrap.fill(paragraph, 72) for paragraph in paragraphs)
    assert [line for line, _ in layout(text)] == [" ".join(paragraph.split()) for paragraph in paragraphs]


def test_long_single_lines_stay_apart() -> None:
    text = "\n".join([BODY * 3] * 5)
    assert len(layout(text)) == 5


@pytest.mark.parametrize(
    "line",
    [
        "Ministers Meet in the Old Town",
        "Ministers meet in the old town",
        "‘We will meet again’",
        "# A heading in Markdown.",
        "## What comes next?",
        "Will they meet again?",
    ],
)
def test_the_first_line_is_a_heading(line: str) -> None:
    assert headings(f"{line}\n\n{BODY}\n\n{BODY}") == [line]


@pytest.mark.parametrize("line", ["What Comes Next", "What comes next", "'A Town on Paper'", "### Small print"])
def test_short_lines_in_the_body_are_headings(line: str) -> None:
    assert headings(f"{BODY}\n\n{line}\n\n{BODY}") == [line]


@pytest.mark.parametrize(
    "line", ["• Bread, milk", "- one point", "He left.", "He said:", "and so on", "“Never.”", "* * *"]
)
def test_other_short_lines_are_not(line: str) -> None:
    assert headings(f"{BODY}\n\n{line}\n\n{BODY}") == []


def test_a_lone_line_is_no_heading_unless_it_is_the_title() -> None:
    assert headings("Ministers meet") == []
    assert headings("Ministers meet", "Ministers meet") == ["Ministers meet"]


def test_body_sentences_are_not_headings() -> None:
    assert headings("\n\n".join([BODY] * 4)) == []
