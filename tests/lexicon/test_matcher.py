from __future__ import annotations

import subprocess
import sys
from bisect import bisect_right
from dataclasses import replace

import pytest
from hypothesis import given, settings

from framing.errors import OptionError
from framing.lexicon import Matcher
from framing.types import Entry, Paragraph, Sentence
from tests.timing import grows_linearly
from tests.tiny import document

from .making import HOSTILE, OTHER, TEXTS, lexicon

FAST, PLAIN = (Matcher([HOSTILE, OTHER], engine) for engine in ("ahocorasick", "python"))


def found(text: str, *entries: Entry | str) -> list[str]:
    return [text[match.start : match.end] for match in Matcher([lexicon(*entries)]).find_text(text)]


@settings(max_examples=400)
@given(TEXTS)
def test_engines_agree(text: str) -> None:
    assert FAST.find_text(text) == PLAIN.find_text(text)


@settings(max_examples=200)
@given(TEXTS)
def test_matches_are_words_that_do_not_overlap(text: str) -> None:
    last = {"test": 0, "other": 0}
    matches = FAST.find_text(text)
    assert list(matches) == sorted(matches, key=lambda match: (match.start, match.end, match.lexicon))
    for match in matches:
        assert match.start >= last[match.lexicon]
        last[match.lexicon] = match.end
        assert 0 <= match.start < match.end <= len(text)
        assert text[match.start].isalnum()
        assert text[match.end - 1].isalnum() or text[match.end - 1] in "'’"
        for neighbour in (text[match.start - 1 : match.start], text[match.end : match.end + 1]):
            assert not neighbour.isalnum()
        assert "\n\n" not in text[match.start : match.end]


@pytest.mark.parametrize(
    "text",
    [
        "tax relief",
        "Tax-relief",
        "TAX RELIEF",
        "tax\xa0relief",
        "tax\nrelief",
        "tax  relief",
        "tax\r\nrelief",
        "tax–relief",
        "tax re\xadlief",
    ],
)
def test_what_joins_words(text: str) -> None:
    assert found(f"The {text}’s end", "tax relief") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "tax, relief",
        "tax - relief",
        "tax—relief",
        "tax.relief",
        "tax\n\nrelief",
        "“tax” relief",
        "tax/relief",
        "taxrelief",
        "tax reliefs",
        "Ötax relief",
        "tax relief\u0301",
        "ıtax relief",
    ],
)
def test_what_parts_words(text: str) -> None:
    assert found(text, "tax relief") == []


def test_offsets_in_any_unicode() -> None:
    text = "𝒳İ e\u0301 «war» \u200bЖ war’s 中war war"
    assert [match.start for match in Matcher([lexicon("war")]).find_text(text)] == [7, 15, 26]


def test_apostrophes() -> None:
    assert found("The regime's men", "regime") == ["regime"]
    assert found("the regimes’ men, 'regimes'", "regimes") == ["regimes", "regimes"]
    assert found("He don’t; he don't", "don't") == ["don’t", "don't"]
    assert found("a world’s policeman, the world policeman", "world's policeman") == ["world’s policeman"]


def test_wildcards_and_alternatives() -> None:
    text = "promoting peace, promote the peace; promotion promo"
    assert found(text, "promot* peace", "promot*") == ["promoting peace", "promote", "promotion"]
    assert found("protect stability, safeguard unity", "protect|safeguard stabilit*|unity") == [
        "protect stability",
        "safeguard unity",
    ]


def test_longest_first_within_a_lexicon() -> None:
    assert found("a b c d", "a b", "b c d", "d") == ["b c d"]
    assert found("a b c d", "a b", "c", "b c") == ["a b", "c"]
    both = Matcher([lexicon("new cold war"), lexicon("war", "cold war", name="other")])
    assert [(m.lexicon, m.entry) for m in both.find_text("A new cold war")] == [
        ("test", "new cold war"),
        ("other", "cold war"),
    ]


def test_case() -> None:
    assert found("It hit us. US troops. Us too. THE US AND US", Entry("us", "lower")) == ["us", "Us"]
    assert found("They may. In May it may. May they? Mrs May may.", Entry("may", "lower")) == [
        "may",
        "may",
        "May",
        "may",
    ]
    assert found("West of the West, WEST", Entry("West", "exact")) == ["West", "West"]
    assert found("US-led, U.S.-led, us-led", Entry("US led", "exact")) == ["US-led", "U.S.-led"]
    assert found("Western-led", Entry("West* led", "exact")) == ["Western-led"]


def test_names_do_not_fire() -> None:
    text = "Mr Trump left the White House in March; Mrs May left in May. The US is big."
    entries = [
        Entry("trump", "lower"),
        Entry("white", exclude=("white house",)),
        Entry("march", "lower"),
        Entry("may", "lower"),
        Entry("us", "lower"),
    ]
    assert found(text, *entries) == []
    assert found("They trump us, may march and wear white.", *entries) == ["trump", "us", "may", "march", "white"]


def test_exclusions() -> None:
    war = Entry("war", exclude=("world war|wars", "war on* drugs"))
    assert found("War! World War II. The war on drugs, the war", war) == ["War", "war"]
    assert found("world. War", war) == ["War"]


def test_sentence_starts_come_from_the_document() -> None:
    doc = document("Then May left. May we go? “May I?” Then May spoke.")
    matcher = Matcher([lexicon(Entry("may", "lower"))])
    assert [match.start for match in matcher.find(doc)] == [15, 27]
    one = replace(doc, sentences=(Sentence(0, 51, 0, len(doc.tokens), 0),))
    assert matcher.find(one) == ()


def test_no_match_in_or_across_removed_text() -> None:
    text = "tax (advert war) relief. War"
    doc = document(text, removed=[(4, 16)])
    assert [text[m.start : m.end] for m in Matcher([lexicon("tax relief", "war")]).find(doc)] == ["War"]
    doc = document("tax  relief", removed=[(4, 4)])
    assert len(Matcher([lexicon("tax relief")]).find(doc)) == 1


def test_no_match_across_paragraphs() -> None:
    doc = document("The tax\nrelief")
    matcher = Matcher([lexicon("tax relief")])
    assert matcher.find(doc) == ()
    whole = replace(doc, paragraphs=(Paragraph(0, 14, 0, 3),))
    assert [match.start for match in matcher.find(whole)] == [4]


@given(TEXTS)
def test_tokens_hold_the_start_of_their_match(text: str) -> None:
    doc = document(text)
    for match in FAST.find(doc):
        assert match.token == bisect_right(doc.tokens.start, match.start) - 1
        assert doc.tokens.start[match.token] <= match.start < doc.tokens.end[match.token]


def test_python_engine_without_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ahocorasick_rs", None)
    assert Matcher([HOSTILE]).find_text("the war")[0].start == 4
    with pytest.raises(OptionError, match="is not installed; install ahocorasick-rs, or choose auto"):
        Matcher([HOSTILE], "ahocorasick")
    with pytest.raises(OptionError, match="unknown engine 'fast'; choose from: auto, ahocorasick, python"):
        Matcher([HOSTILE], "fast")


def test_empty() -> None:
    assert Matcher([]).find_text("war") == ()
    assert FAST.find_text("") == FAST.find(document("")) == ()


@pytest.mark.parametrize(
    "piece", ["world war ", "a ", "may ", "May. ", "“", "'", "- ", "\xad", "中", "  war", "\n", "promot", "U.S. "]
)
@pytest.mark.parametrize("matcher", [FAST, PLAIN], ids=["ahocorasick", "python"])
def test_linear_on_hostile_text(matcher: Matcher, piece: str) -> None:
    assert grows_linearly(matcher.find_text, lambda size: piece * size, 10_000 // len(piece))


def test_importing_is_light() -> None:
    code = "import sys, framing.lexicon, framing.markers; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {"numpy", "ahocorasick_rs", "click"}.isdisjoint(loaded)
