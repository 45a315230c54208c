from __future__ import annotations

import pytest

from framing.parsing.layout import find_paragraphs
from framing.parsing.marks import find_pairs
from framing.parsing.passage import Passage
from framing.parsing.tokens import tokenize


def sentences(text: str) -> list[str]:
    words = tokenize(text)
    passage = Passage(words, find_paragraphs(words), [])
    return [text[s.start : s.end] for s in passage.sentences]


@pytest.mark.parametrize(
    "parts",
    [
        ["It rained.", "It stopped."],
        ["Mr. Smith met Gen. J. R. Lee at St. Anne.", "They spoke."],
        ["They came to the U.S.", "He left."],
        ["The U.S. Congress met at 3.5 p.m. on Monday.", "Nobody came."],
        ["He cried “Stop!”", "Nobody did."],
        ["Who knows?", "Not I!", "Well…", "Perhaps."],
        ["It cost $3.5 million.", "“Too much,” he said."],
        ["(He smiled.)", "She did not."],
        ["They asked for pre-.", "Nobody came."],
    ],
)
def test_sentences(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


def test_a_mark_that_opens_goes_with_what_follows() -> None:
    text = 'It rained on Monday." It was bad," Ann Lee said.'
    words = tokenize(text)
    paragraphs = find_paragraphs(words)
    pairs = find_pairs(text, [(p.start, p.end) for p in paragraphs], words.doubles, words.singles)
    found = Passage(words, paragraphs, pairs).sentences
    assert [text[s.start : s.end] for s in found] == ["It rained on Monday.", '" It was bad," Ann Lee said.']


def test_lower_case_goes_on() -> None:
    assert sentences("He asked “why?” and left.") == ["He asked “why?” and left."]


def test_paragraphs_end_sentences_and_are_numbered() -> None:
    text = "No stop here\nbut a new line. And more."
    words = tokenize(text)
    found = Passage(words, find_paragraphs(words), []).sentences
    assert [(text[s.start : s.end], s.paragraph) for s in found] == [
        ("No stop here", 0),
        ("but a new line.", 1),
        ("And more.", 1),
    ]


def test_an_overlong_sentence_is_cut_where_a_stop_was_lost() -> None:
    text = " ".join(["many words of no weight follow here"] * 6 + ["The end came"] + ["and more words came along"] * 9)
    assert sentences(text)[1].startswith("The end came")
