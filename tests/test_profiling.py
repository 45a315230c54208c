"""Profiles: every hit counted once in its voice, every marker and group with a rate."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.profiling import count_words, make_profile
from framing.readability import measure_readability
from framing.stats import poisson_rate
from framing.types import VOICES, Attribution, Profile, Rate, Span, Speaker, SpeakerType, Voice
from tests.tiny import MARKERS, document, mark, marker, profile

TEXT = '# Talks may fail\nIt may rain. He said: "It may surely snow, a threat." Surely not.\nFiled by hand'
texts = st.lists(st.sampled_from(["may", "surely", "threat", "word", '"', ".", "\n", "\n# "]), max_size=60).map(
    " ".join
)


def rate(found: Profile, marker: str, voice: Voice) -> Rate:
    return next(r for r in found.rates if (r.marker, r.voice) == (marker, voice))


def test_words_by_voice() -> None:
    words = count_words(document(TEXT, removed=[(len(TEXT) - 13, len(TEXT))]))
    assert (words.own, words.quoted, words.reported, words.heading) == (7, 6, 0, 3)
    assert (words.total, words.removed) == (16, 3)


def test_rates_by_voice() -> None:
    found = profile(TEXT)
    assert [rate(found, "hedges", voice).count for voice in VOICES] == [1, 1, 0, 1]
    assert [rate(found, "group:stance", voice).count for voice in VOICES] == [2, 2, 0, 1]
    own = rate(found, "hedges", Voice.OWN)
    assert (own.group, own.words) == ("stance", 10)
    assert (own.per_1000, own.low, own.high) == poisson_rate(1, 10)
    silent = rate(found, "hedges", Voice.REPORTED)
    assert (silent.words, silent.per_1000, silent.low, silent.high) == (0, None, None, None)


def test_every_marker_and_group_has_a_rate_in_every_voice() -> None:
    names = ["hedges", "boosters", "threat", "group:stance", "group:threat"]
    assert [(r.marker, r.voice) for r in profile("").rates] == [(name, voice) for voice in VOICES for name in names]


def test_overlapping_hits_of_a_group_count_once() -> None:
    doc = document("It may surely be so, it may.")
    may, surely, again = mark(doc)
    phrase = may._replace(marker="boosters", end=surely.end)
    found = make_profile(doc, [may, phrase, surely, again], MARKERS, measure_readability(doc))
    assert rate(found, "group:stance", Voice.OWN).count == 2
    assert rate(found, "hedges", Voice.OWN).count == rate(found, "boosters", Voice.OWN).count == 2


def test_source_and_cue_of_one_attribution_count_once_in_sourcing() -> None:
    text = "Experts believe so, and add more. Experts say no. Reportedly."
    doc = document(text)
    words = {"experts": "unnamed", "believe": "attribution", "add": "attribution", "say": "attribution"}
    hits = mark(doc, words | {"reportedly": "attribution"})
    spans = {hit.match + str(hit.start): Span(hit.start, hit.end) for hit in hits}
    first, believe, add, second, say, _ = spans.values()

    def attribution(source: Span, cue: Span) -> Attribution:
        return Attribution(cue, Speaker("Experts", source.start, source.end, SpeakerType.UNNAMED, "Experts"), (), "", 1)

    told = (attribution(first, believe), attribution(first, add), attribution(second, say))
    markers = (marker("unnamed", "sourcing"), marker("attribution", "sourcing"))
    doc = replace(doc, attributions=told)
    found = make_profile(doc, hits, markers, measure_readability(doc))
    assert rate(found, "unnamed", Voice.OWN).count == 2
    assert rate(found, "attribution", Voice.OWN).count == 4
    assert rate(found, "group:sourcing", Voice.OWN).count == 3


@given(texts)
def test_counts_add_up(text: str) -> None:
    found = profile(text)
    words = found.words
    assert words.total == words.own + words.quoted + words.reported + words.heading
    assert sum(r.count for r in found.rates if not r.marker.startswith("group:")) == len(found.hits)
    assert sum(r.count for r in found.rates if r.marker.startswith("group:")) == len(found.hits)


@given(texts)
def test_a_text_joined_to_itself_keeps_its_rates(text: str) -> None:
    text = text.replace('"', "")
    once, twice = profile(text), profile(text + "\n" + text)
    assert [r.per_1000 for r in twice.rates] == pytest.approx([r.per_1000 for r in once.rates])
