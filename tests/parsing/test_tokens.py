from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.parsing.tokens import tokenize


def words_of(text: str) -> list[str]:
    tokens = tokenize(text)
    return [word for word, is_word in zip(tokens.low, tokens.is_word, strict=True) if is_word]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It’s the U.S.-led bloc’s plan.", ["it's", "the", "u.s.-led", "bloc's", "plan"]),
        ("1,000.5 at 10:30 p.m., 5%", ["1,000.5", "at", "10:30", "p.m.", "5"]),
        ("Sino-Russian—and AT&T", ["sino-russian", "and", "at&t"]),
        ("workers' rights 'quoted'", ["workers", "rights", "quoted"]),
        ("İstanbul naïve nai\u0308ve", ["istanbul", "naïve", "nai\u0308ve"]),
        ("Привет, 世界", ["привет", "世界"]),
        ("a -b- -- c", ["a", "b", "c"]),
    ],
)
def test_words_are_what_a_person_counts(text: str, expected: list[str]) -> None:
    assert words_of(text) == expected


def test_every_other_visible_character_is_a_token() -> None:
    assert tokenize("“Wait…” 😀 €5").low == ["“", "wait", "…", "”", "😀", "€", "5"]


@given(st.text())
def test_tokens_tile_the_visible_text(text: str) -> None:
    tokens = tokenize(text)
    end = 0
    for a, b, low in zip(tokens.start, tokens.end, tokens.low, strict=True):
        assert end <= a < b
        assert len(low) == b - a
        end = b
    covered = "".join(text[a:b] for a, b in zip(tokens.start, tokens.end, strict=True))
    assert all(c in covered for c in text if c.isalnum() or c in "“”\"'.!?")


@given(st.text(alphabet="aB1.,:'’-“‘`\" \n", max_size=60))
def test_marks_are_where_the_columns_say(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[k] in '“"' for k in tokens.doubles)
    assert all(text[k] in "'’‘`" for k in tokens.singles)
    assert len(tokens.is_word) == len(tokens.capital) == len(tokens)
