from __future__ import annotations

import pytest

from framing.parsing.layout import find_paragraphs
from framing.parsing.marks import find_pairs
from framing.parsing.tokens import tokenize


def pairs(text: str, depth: int | None = 0) -> list[str]:
    words = tokenize(text)
    spans = [(p.start, p.end) for p in find_paragraphs(words)]
    found = find_pairs(text, spans, words.doubles, words.singles)
    return [text[pair.start : pair.end] for pair in found if depth is None or pair.depth == depth]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “yes” and “no”.", ["“yes”", "“no”"]),
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("He said 'yes' and 'no'.", ["'yes'", "'no'"]),
        ("He said «oui» and „ja“.", ["«oui»", "„ja“"]),
        ("They won.' Fierce fights'Nobody came. They lost.' So it is.", ["' Fierce fights'"]),
        ("He said ``yes'' and left.", ["``yes''"]),
        ("He said ‘‘yes’’ and left.", ["‘‘yes’’"]),
        ("It's the workers' and O'Neill's '90s rock 'n' roll.", []),
        ("He doesn't like 'the workers' demand' at all.", ["'the workers' demand'"]),
        ("'We like cookies. ' he said of the boys ' room.", ["'We like cookies. '"]),
        ('Mixed “style" and ‘other” marks', ['“style"']),
        ('A 6\'2" man said "no".', ['"no"']),
        ("“One,” he said, “two “three” four.”", ["“One,”", "“two “three” four.”"]),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert pairs(text) == expected


def test_straight_marks_alternate_whatever_the_spaces_say() -> None:
    assert pairs('He came. "I was late," he said." It rained," he added.') == ['"I was late,"', '" It rained,"']
    assert pairs('He came." I was late," he said." It rained," he added.') == ['" I was late,"', '" It rained,"']


def test_nested_pairs_have_depth_one() -> None:
    assert pairs("“He said ‘never’ to me,” she said.", 1) == ["‘never’"]
    assert pairs("'He said \"never\" to me,' she said.", 1) == ['"never"']


def test_a_quotation_goes_on_over_paragraphs() -> None:
    text = "“First we came.\n\n“Then we saw.\n\n“Then we left,” she said."
    assert pairs(text) == ["“First we came.", "“Then we saw.", "“Then we left,”"]


def test_a_mark_never_closed_covers_one_sentence() -> None:
    assert pairs("He said “we came. They left. Nobody knows why.") == ["“we came."]


def test_a_second_opener_ends_the_first_quotation() -> None:
    assert pairs("He said “we came. And “they left” too.") == ["“we came. And", "“they left”"]
