from __future__ import annotations

import pytest

from framing.errors import LexiconError
from framing.lexicon.patterns import check_entry, expand
from framing.types import Entry


def test_expand_alternatives() -> None:
    assert expand("a|an old|new friend*") == [
        ("a", "old", "friend*"),
        ("a", "new", "friend*"),
        ("an", "old", "friend*"),
        ("an", "new", "friend*"),
    ]
    assert expand("don't") == [("don't",)]


@pytest.mark.parametrize(
    ("pattern", "complaint"),
    [
        ("", "no word"),
        (" a", "no word"),
        ("a  b", "no word"),
        ("so-called", "no word"),
        ("don’t", "no word"),
        ("a|", "no word"),
        ("pro*mote", "no word"),
        ("*", "no word"),
        ("a*", "no word"),
        ("мир", "has the letter 'р'; only letters up to ÿ"),
        ("a_b", "no word"),
        (" ".join(["a|b|c|d|e|f"] * 6), "46656 readings"),
    ],
)
def test_faults_are_named(pattern: str, complaint: str) -> None:
    with pytest.raises(LexiconError, match=complaint) as caught:
        check_entry(Entry(pattern), "test, line 7")
    assert str(caught.value).startswith("test, line 7: ")
    assert caught.value.hint


def test_exclusions_and_case_are_checked() -> None:
    with pytest.raises(LexiconError, match="'civil-war'"):
        check_entry(Entry("war", exclude=("civil-war",)))
    with pytest.raises(LexiconError, match="unknown case 'upper'; choose from: any, lower, exact"):
        check_entry(Entry("war", "upper"))
