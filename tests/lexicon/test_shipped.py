"""Every shipped lexicon: well formed, honest about itself, and naming no nation, religion or people as such."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.lexicon import check_examples, lint, load_lexicons
from framing.lexicon.patterns import expand
from framing.types import Lexicon

PEOPLES = frozenset(Path(__file__).with_name("peoples.txt").read_text(encoding="utf-8").split())
SHIPPED = pytest.mark.parametrize("lexicon", load_lexicons(), ids=lambda lexicon: lexicon.name)


@SHIPPED
def test_no_faults(lexicon: Lexicon) -> None:
    assert lint(lexicon) == []


@SHIPPED
def test_examples_hit_and_counterexamples_do_not(lexicon: Lexicon) -> None:
    assert check_examples(lexicon) == []


@SHIPPED
def test_card_is_complete(lexicon: Lexicon) -> None:
    card = lexicon.card
    assert (card.language, card.unit, card.licence) == ("en", "hits per 1,000 words", "Apache-2.0")
    assert len(card.examples) >= 3
    assert len(card.counterexamples) >= 2


@SHIPPED
def test_no_entry_is_a_nation_a_religion_or_a_people(lexicon: Lexicon) -> None:
    """They may stand in a longer phrase (a slogan, a treaty), never alone."""
    named = [e.pattern for e in lexicon.entries for words in expand(e.pattern.lower()) if PEOPLES.issuperset(words)]
    assert named == []
