"""Markdown: front matter and marks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.lexicon import Matcher, load_lexicons
from framing.parsing import parse
from framing.reading import read_article
from framing.reading.cuts import Kept
from framing.reading.markdown import find_marks, read_front_matter
from framing.types import Relation

MARKED = """# Ferry talks *end*

**By [Ada Lund](https://example.org/ada), Reuters**

The **board** met on Tuesday to hear what the [two islands](https://example.org) had agreed.

It was "a **rule** of law question", said *Tove Marsh*, and **nobody** could have known.

> “We will not yield,” said the chair, who had come to listen and was not allowed to speak before the end.

- first point about the ferry
- second point about `the quay`

![The quay](quay.png)

| a | b |
|---|---|
"""
PLAIN = """Ferry talks end

The board met on Tuesday to hear what the two islands had agreed.

It was "a rule of law question", said Tove Marsh, and nobody could have known.

“We will not yield,” said the chair, who had come to listen and was not allowed to speak before the end.

- first point about the ferry
- second point about the quay
"""


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a [![alt](src)](http://x.y) b", "a  b"),
        ("***all*** **a _b_ c** ~~z~~", "all a b c z"),
        ("snake_case, 2*3*4 and * x * stay", "snake_case, 2*3*4 and * x * stay"),
        ("a footnote* stays\n\n*As it is.", "a footnote* stays\n\n*As it is."),
        ('[a](u_(b) "title") and [ref][1]\n[1]: http://x', "a and ref\n"),
        ("[the minister] (he) said", "[the minister] (he) said"),
        ("> > said\n---\n```\nx", "said\n\n\nx"),
        ("- one\n1. two", "- one\n1. two"),
    ],
)
def test_marks_go_and_words_stay(text: str, kept: str) -> None:
    assert Kept(text, find_marks(text)).text == kept


def test_marks_spoil_neither_words_nor_names_nor_paragraphs(tmp_path: Path) -> None:
    for name, text in (("marked.md", MARKED), ("plain.txt", PLAIN)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    marked, plain = (parse(read_article(tmp_path / name)) for name in ("marked.md", "plain.txt"))
    assert marked.tokens.low == plain.tokens.low
    assert marked.voices == plain.voices
    assert len(marked.paragraphs) == len(plain.paragraphs)
    assert [q.kind for q in marked.quotes] == [q.kind for q in plain.quotes]
    matcher = Matcher(load_lexicons())
    entries = [match.entry for match in matcher.find(plain)]
    assert "rule of law" in entries
    assert [match.entry for match in matcher.find(marked)] == entries
    assert marked.title == plain.title == "Ferry talks end"


def test_credits_are_read_through_marks(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(MARKED, encoding="utf-8")
    article = read_article(path)
    assert (article.provenance.author, article.provenance.origin) == ("Ada Lund", "Reuters")
    assert article.provenance.relation is Relation.WIRE
    said = {e.field: article.text[e.start : e.end] for e in article.provenance.evidence}
    assert said["origin"] == "Reuters"
    assert said["author"] == "Ada Lund"


@pytest.mark.parametrize("key", ["source", "publisher", "outlet", "site", "Source"])
def test_front_matter_names_the_outlet(key: str) -> None:
    assert read_front_matter(f"---\n{key}: The Example\n---\nText")[0] == {"outlet": "The Example"}
    assert read_front_matter(f"---\n{key}: https://example.org\n---\nText")[0] == {}


@given(st.lists(st.sampled_from([*"*_`[]()!|>#- \n~", "**", "](", "word", "<https://x>"])).map("".join))
def test_marks_are_sorted_apart_and_never_words(text: str) -> None:
    marks = find_marks(text)
    ends = [0, *(mark.end for mark in marks)]
    assert all(end <= mark.start < mark.end <= len(text) for end, mark in zip(ends, marks, strict=False))
