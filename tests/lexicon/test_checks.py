from __future__ import annotations

from dataclasses import replace

import pytest

from framing.lexicon import check_examples, lint
from framing.types import Entry

from .making import lexicon


@pytest.mark.parametrize(
    ("entries", "fault"),
    [
        (["may", "may"], "'may' stands twice"),
        (["war", "may"], "'war' stands before 'may'"),
        (["promot*", "promotion"], "'promotion' is covered by 'promot*'"),
        (["a|an old friend", "an old friend"], "'an old friend' is covered by 'a|an old friend'"),
        ([Entry("May", "lower")], "'May' can never match: it has capitals and counts in lower case only"),
        ([Entry("war", exclude=("war|wars",))], "'war' can never match: 'war|wars' excludes it altogether"),
        ([Entry("war", exclude=("civil wars",))], "'civil wars' excludes nothing: 'war' does not stand in it"),
    ],
)
def test_lint_finds(entries: list[Entry | str], fault: str) -> None:
    assert fault in lint(lexicon(*entries))


def test_lint_is_content() -> None:
    clean = lexicon(
        "promot*",
        "promot* peace",
        Entry("us", "lower"),
        Entry("war", exclude=("civil war*", "on war footing")),
        Entry("war footing"),
    )
    assert lint(clean) == []
    assert lint(lexicon(Entry("war*", exclude=("wars of words",)), "warrior")) == []
    assert lint(lexicon("a|an old", "a|the old")) == []


def test_check_examples() -> None:
    tiny = lexicon("so called", "may")
    card = replace(tiny.card, examples=("A [so-called] plan [may] work.",), counterexamples=("Maybe.",))
    assert check_examples(replace(tiny, card=card)) == []
    card = replace(card, examples=("A [so-called plan] may work.", "It may."), counterexamples=("It may.",))
    assert check_examples(replace(tiny, card=card)) == [
        "no hit 'so-called plan' in the example 'A so-called plan may work.'",
        "no hit is in [brackets] in the example 'It may.'",
        "a hit 'may' (may) in the counterexample 'It may.'",
    ]
