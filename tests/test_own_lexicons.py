"""A user's lexicon is a marker like any other, and changes nothing in ours."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import framing
from framing.errors import LexiconError
from framing.markers import GROUPS, MARKERS
from framing.types import Verdict, Voice
from tests.lexicon.making import lexicon

MINE = lexicon("so called", "said", "Ukrain*", "the two sides", "spring", name="mine")
EVENT = "xi-putin-call"
MIRROR = {Verdict.MORE_IN_A: Verdict.MORE_IN_B, Verdict.MORE_IN_B: Verdict.MORE_IN_A}
TEXTS = [framing.read_article(name) for name in framing.expand(f"event:{EVENT}")]


def test_it_is_counted_as_its_words_stand() -> None:
    for article in TEXTS:
        profile = framing.analyze(article, [MINE])
        hits = [hit for hit in profile.hits if hit.marker == "mine"]
        assert all(article.text[hit.start : hit.end] == hit.match for hit in hits)
        pattern = r"(?i)\b(?:so[- ]called|said|ukrain\w*|the two sides|spring)\b"
        assert [hit.start for hit in hits] == [found.start() for found in re.finditer(pattern, profile.document.clean)]
        for name in ("mine", "group:user"):
            counts = {rate.voice: rate.count for rate in profile.rates if rate.marker == name}
            assert counts == {voice: sum(hit.voice is voice for hit in hits) for voice in Voice}


def test_ours_stay_as_they_are() -> None:
    for article in TEXTS:
        plain, more = framing.analyze(article), framing.analyze(article, [MINE])
        assert plain.hits == tuple(hit for hit in more.hits if hit.marker != "mine")
        assert plain.rates == tuple(rate for rate in more.rates if rate.group != "user")


def test_a_comparison_carries_what_was_looked_for() -> None:
    plain, more = framing.compare(TEXTS), framing.compare(TEXTS, lexicons=[MINE])
    assert (plain.groups, plain.markers) == (GROUPS, tuple(row.marker for row in MARKERS))
    assert more.groups[:-1] == GROUPS
    assert (more.groups[-1].name, more.groups[-1].letter) == ("user", "U")
    assert more.markers[:-1] == plain.markers
    assert (more.markers[-1].name, more.markers[-1].group) == ("mine", "user")
    assert [stamp.name for stamp in more.run.lexicons[len(plain.run.lexicons) :]] == ["mine"]
    assert {c.marker for c in more.contrasts} - {c.marker for c in plain.contrasts} == {"mine", "group:user"}


def test_swapping_two_texts_swaps_its_sign() -> None:
    there, back = (framing.compare(texts, lexicons=[MINE]) for texts in (TEXTS[:2], TEXTS[1::-1]))
    for one, two in zip(there.contrasts, back.contrasts, strict=True):
        assert (one.a, one.b, one.q) == (two.b, two.a, two.q)
        assert MIRROR.get(one.verdict, one.verdict) == two.verdict


def test_two_lists_of_one_name_and_hash_are_told_apart() -> None:
    text = framing.article_from_text("A bridge and a toll.", id="x")
    for word in ("bridge", "toll", "bridge"):
        hits = framing.analyze(text, [lexicon(word, name="mine")]).hits
        assert [hit.match for hit in hits if hit.marker == "mine"] == [word]


@settings(max_examples=40, deadline=None)
@given(st.permutations(["said", "the two sides", "two", "spring"]), st.integers(1, 3))
def test_several_lists_are_counted_apart(words: list[str], cut: int) -> None:
    lists = [lexicon(*sorted(words[:cut]), name="one"), lexicon(*sorted(words[cut:]), name="two")]
    together = framing.analyze(TEXTS[0], lists)
    for made in lists:
        alone = framing.analyze(TEXTS[0], [made])
        assert [h for h in together.hits if h.marker == made.name] == [h for h in alone.hits if h.marker == made.name]


@pytest.mark.parametrize("name", ["hedges", "numbers", "scare_quotes"])
def test_our_names_are_taken(name: str) -> None:
    with pytest.raises(LexiconError, match=f"lexicon {name}: there is a marker '{name}' already; rename its file"):
        framing.analyze(TEXTS[0], [replace(MINE, name=name)])
    with pytest.raises(LexiconError, match="there is a marker 'mine' already"):
        framing.compare(TEXTS, lexicons=[MINE, MINE])
