from __future__ import annotations

import pytest

from framing.agency import match_agency
from framing.parsing import parse
from framing.types import Article


def marked(text: str, marker: str) -> list[str]:
    return [
        text[match.start : match.end] for match in match_agency(parse(Article("a", text))) if match.lexicon == marker
    ]


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("The implementation of the plan and its rejection followed the removal of troops.", 3),
        ("Violations were seen.", 1),
        ("Their management of the crisis failed.", 1),
        ("Korva's handling of it was slow.", 1),
        ("He studied management.", 0),
        ("The detention centre and the enrichment plant closed.", 0),
        ("The Council on Cooperation met the Ministry of Development of Korva.", 0),
        ("The nation and the government want peace, an apartment and a solution.", 0),
    ],
)
def test_nominalisations(text: str, nouns: int) -> None:
    assert len(marked(text, "nominalisations")) == nouns


def test_passives_with_and_without_who_acts() -> None:
    text = "The men were seized by police and beaten. He was worried, and the gate was closed."
    assert marked(text, "passives") == ["were seized"]
    assert marked(text, "agentless_passives") == ["beaten"]


def test_matches_name_their_first_word() -> None:
    document = parse(Article("a", "It was quietly withdrawn. Its removal was “hailed by all”."))
    for match in match_agency(document):
        assert document.tokens.start[match.token] == match.start
        assert document.clean[match.start : match.end].lower().endswith(match.entry)
