"""The whole way, article to comparison: what must hold whatever the texts say."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import framing
from framing.analysis import letter
from framing.errors import InputError
from framing.exporting import comparison_to_json
from framing.types import VOICES, Article, Profile, Verdict, Voice

EVENTS = [event["name"] for event in framing.list_events()]
MIRROR = {Verdict.MORE_IN_A: Verdict.MORE_IN_B, Verdict.MORE_IN_B: Verdict.MORE_IN_A}


def texts(event: str) -> list[Article]:
    return [framing.read_article(name) for name in framing.expand(f"event:{event}")]


def check_offsets(profile: Profile) -> None:
    document = profile.document
    text, tokens = document.article.text, document.tokens
    assert len(document.clean) == len(text)
    for hit in profile.hits:
        assert text[hit.start : hit.end] == hit.match != ""
        sentence = document.sentences[hit.sentence]
        assert sentence.start <= hit.start < sentence.end
    for start, end in zip(tokens.start, tokens.end, strict=True):
        assert text[start:end] == document.clean[start:end]
        assert not text[start:end].isspace()
    for removed in document.article.removed:
        assert not document.clean[removed.start : removed.end].strip()
    for quote in document.quotes:
        if quote.speaker:
            assert text[quote.speaker.start : quote.speaker.end] == quote.speaker.text
    words = profile.words
    assert words.total == words.own + words.quoted + words.reported + words.heading == sum(tokens.is_word)


@pytest.mark.parametrize("event", EVENTS)
def test_every_offset_slices_to_its_match(event: str) -> None:
    for article in texts(event):
        profile = framing.analyze(article)
        check_offsets(profile)
        assert profile.hits


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_analyzed(text: str) -> None:
    check_offsets(framing.analyze(framing.article_from_text(text, id="x")))


@pytest.mark.parametrize("event", EVENTS)
def test_swapping_two_texts_swaps_every_sign(event: str) -> None:
    a, b, *_ = texts(event)
    there, back = framing.compare([a, b]), framing.compare([b, a])
    for one, other in zip(there.contrasts, back.contrasts, strict=True):
        assert (one.marker, one.voice, one.a, one.b) == (other.marker, other.voice, other.b, other.a)
        assert (one.p, one.q, one.verdict) == (other.p, other.q, MIRROR.get(other.verdict, other.verdict))
        if one.difference is None:
            assert other.difference is None
        else:
            assert (one.difference, one.low, one.high) == (-other.difference, -other.high, -other.low)


def test_the_order_of_three_texts_does_not_matter() -> None:
    three = texts("xi-putin-call")
    first = framing.compare(three)
    turned = framing.compare([three[2], three[0], three[1]])
    renamed = {"A": "C", "B": "A", "C": "B"}
    found = {(renamed[c.article], c.marker, c.voice): (c.difference, c.q, c.verdict) for c in turned.contrasts}
    assert found == {(c.article, c.marker, c.voice): (c.difference, c.q, c.verdict) for c in first.contrasts}


def test_a_text_against_itself_differs_in_nothing() -> None:
    article, *_ = texts("finland-nato")
    comparison = framing.compare([article, article])
    assert {contrast.difference for contrast in comparison.contrasts} <= {0.0, None}
    assert {contrast.verdict for contrast in comparison.contrasts} <= {
        Verdict.NO_CLEAR_DIFFERENCE,
        Verdict.TOO_LITTLE_TEXT,
    }
    (reprint,) = comparison.reprints
    assert (reprint.share_a, reprint.share_b) == (1.0, 1.0)


def test_a_text_joined_to_itself_keeps_its_rates() -> None:
    text = (
        "The council may vote on the reckless plan in March, and all 40 members must attend the meeting. "
        "Clearly, the two sides attach great importance to mutual trust in a time of chaos.\n\n"
        "It could be the last chance to defend the rule of law, and nobody should waste it. "
        "On Monday the harbour was quiet, as it has always been since the war ended.\n\n"
    )
    single, double = (framing.analyze(framing.article_from_text(text * n, id="x")) for n in (1, 2))
    assert len(single.hits) > 8
    for one, two in zip(single.rates, double.rates, strict=True):
        assert (two.count, two.words, two.per_1000) == (2 * one.count, 2 * one.words, one.per_1000)


def test_same_input_same_bytes() -> None:
    first, second = (comparison_to_json(framing.compare(texts("change-6"))) for _ in range(2))
    assert first == second


def test_one_text_is_no_comparison() -> None:
    with pytest.raises(InputError, match="needs at least two"):
        framing.compare(texts("change-6")[:1])


def test_letters_are_unlike() -> None:
    assert len({letter(i) for i in range(1000)}) == 1000


@pytest.mark.shared
def test_the_two_texts_the_project_began_with(shared: Path) -> None:
    """Words that only the quoted speak are nobody else's; provenance is read, not known."""
    first, second = (framing.read_article(path) for path in sorted((shared / "data" / "seeds").glob("*.txt")))
    assert "State Council" in (first.provenance.origin or "")
    assert "China" in (first.provenance.origin or "")
    assert first.provenance.published_by == "MIL-OSI"
    assert first.provenance.translated
    assert len(first.removed) == 6
    assert [second.text[r.start : r.end].split() for r in second.removed] == [
        ["Nederlands", "English", "Deutsch", "Français", "Español", "Português"]
    ]
    for profile in framing.compare([first, second]).profiles:
        check_offsets(profile)
    document = framing.analyze(second).document
    own = {low for low, code in zip(document.tokens.low, document.voices, strict=True) if VOICES[code] is Voice.OWN}
    assert own.isdisjoint({"stabilizing", "factor", "turbulence"})
