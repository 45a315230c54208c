"""Sentences by rule: mirrored, short enough, and free of what must not be said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.analysis import compare
from framing.markers import GROUPS
from framing.report.compose import compose
from framing.report.headlines import headline, standfirst
from framing.report.tree import Report, Texts
from framing.report.wording import FOOT, listing, rate
from framing.types import Comparison, Verdict, WordCounts

from .conftest import damaged, decided

FORBIDDEN = re.compile(
    r"\b(bias\w*|propagand\w*|fake|slant\w*|loaded|omit\w*|omission|hides?|hidden|manipulat\w*|misleading|lies?|liar"
    r"|trustworth\w*|unreliable|score|state[- ]media language)\b|\bis neutral\b",
    re.IGNORECASE,
)
VERDICTS = st.dictionaries(st.sampled_from([g.name for g in GROUPS]), st.sampled_from(list(Verdict)), max_size=8)
TWO = {Verdict.MORE_IN_A: Verdict.MORE_IN_B, Verdict.MORE_IN_B: Verdict.MORE_IN_A}


def words(node: Any) -> Iterator[str]:
    """Every string composed by us: the lines, hits and titles of articles are theirs."""
    if isinstance(node, str):
        yield re.sub("“[^”]*”", "“…”", node)
    elif isinstance(node, Texts):
        yield node.caption
    elif isinstance(node, tuple):
        for item in node:
            yield from words(item)
    elif is_dataclass(node):
        for field in fields(node):
            yield from words(getattr(node, field.name))


STATES = ["plain", "short", "both short", "reprint", "german", "translated", "nobody quoted", "no hits"]
STATES += ["three", "five", "seven", "single"]


@pytest.mark.parametrize("state", STATES)
def test_nothing_forbidden_is_said(states: dict[str, Comparison], state: str) -> None:
    for string in words(compose(states[state])):
        assert not FORBIDDEN.search(string), string
        assert "  " not in string.strip(), string
        assert not re.search(r"\bNone\b(?! of)", string), string


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("short", "Text A is too short to compare"),
        ("both short", "Both texts are too short to compare"),
        ("german", "Text B is in German: counts need English"),
        ("no hits", "Too few hits in any group of markers to compare"),
        ("single", "One text, and nothing to set beside it"),
    ],
)
def test_states_have_their_headline(states: dict[str, Comparison], state: str, expected: str) -> None:
    assert headline(states[state]).replace("\N{NO-BREAK SPACE}", " ") == expected


def test_a_reprint_is_called_one(states: dict[str, Comparison]) -> None:
    assert "share" in headline(states["reprint"]) or "word for word" in headline(states["reprint"])
    assert "reprint" in standfirst(states["reprint"])


def test_a_translation_is_named(states: dict[str, Comparison]) -> None:
    assert "Text\N{NO-BREAK SPACE}A is a translation" in standfirst(states["translated"])


def test_headlines_say_what_is_clear_and_no_more(two: Comparison) -> None:
    @settings(deadline=None)
    @given(VERDICTS)
    def holds(verdicts: dict[str, Verdict]) -> None:
        said = headline(decided(two, verdicts)).replace("\N{NO-BREAK SPACE}", " ")
        assert len(said) <= 85
        named = {group.name for group in GROUPS if re.search(rf"\b{group.words}\b", said)}
        clear = {name for name, verdict in verdicts.items() if verdict in TWO}
        assert named <= clear
        assert bool(named) == bool(clear)
        if not clear:
            assert said.startswith(("No clear difference", "Too few hits"))

    holds()


def test_swapping_texts_mirrors_the_headline(two: Comparison) -> None:
    @settings(deadline=None)
    @given(VERDICTS)
    def holds(verdicts: dict[str, Verdict]) -> None:
        straight = headline(decided(two, verdicts))
        swapped = headline(decided(two, {name: TWO.get(verdict, verdict) for name, verdict in verdicts.items()}))
        assert _clauses(straight) == {(other[letter], what) for letter, what in _clauses(swapped)}

    holds()


other = {"A": "B", "B": "A", "": ""}


def _clauses(said: str) -> set[tuple[str, str]]:
    found = re.findall(r"(?:^|, )[Mm]ore ((?:(?! in Text).)+) in Text\N{NO-BREAK SPACE}([AB])", said)
    return {(letter, what) for what, letter in found} or {("", re.sub(r"Text\N{NO-BREAK SPACE}[AB]", "Text", said))}


def test_swapped_articles_give_a_mirrored_report(two: Comparison) -> None:
    articles = [p.document.article for p in two.profiles]
    swapped = compare(articles[::-1])
    assert _clauses(headline(two)) == {(other[letter], what) for letter, what in _clauses(headline(swapped))}


def said_of(comparison: Comparison) -> str:
    return f"{headline(comparison)}. {standfirst(comparison)}".replace("\N{NO-BREAK SPACE}", " ")


def test_every_clear_group_is_named_within_three_lines(two: Comparison) -> None:
    @settings(deadline=None)
    @given(VERDICTS)
    def holds(verdicts: dict[str, Verdict]) -> None:
        comparison = decided(two, verdicts)
        clear = {name for name, verdict in verdicts.items() if verdict in TWO}
        said = said_of(comparison)
        assert clear <= {group.name for group in GROUPS if re.search(rf"\b{group.words}\b", said)}
        assert len(standfirst(comparison)) <= 225

    holds()


def test_a_side_without_a_clear_group_says_no_more(two: Comparison) -> None:
    said = headline(decided(two, {"labels": Verdict.MORE_IN_B})).replace("\N{NO-BREAK SPACE}", " ")
    assert said == "More labels in Text B; no group clearly more in Text A"


def test_the_widest_gap_may_be_chance(two: Comparison) -> None:
    said = said_of(decided(two, {}))
    assert re.search(r"The widest gap, in [a-z ]+ \(\d+ and \d+ hits per 1,000 words\), may be chance\. ", said)
    assert "widest" not in said_of(decided(two, {"labels": Verdict.MORE_IN_B}))


@pytest.mark.parametrize("state", ["plain", "short", "reprint", "german", "translated", "three", "single"])
def test_damage_is_always_told(states: dict[str, Comparison], state: str) -> None:
    comparison = damaged(states[state], "A")
    assert "Punctuation is missing from Text A: voices cannot be told apart there" in said_of(comparison)
    assert "sourcing" not in headline(comparison)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (500, 500, "Topic, genre and length change"),
        (163, 163, "Both texts are short, so their intervals"),
        (163, 576, "Text B is more than three times as long as Text A. Text A is short, so its intervals"),
        (300, 500, "Text A is short, so its intervals"),
        (5000, 500, "Text A is more than nine times as long as Text B."),
    ],
)
def test_short_and_unlike_lengths(two: Comparison, a: int, b: int, expected: str) -> None:
    profiles = tuple(
        replace(p, words=WordCounts(total=n, own=n, quoted=0, reported=0, heading=0, removed=0))
        for p, n in zip(two.profiles, (a, b), strict=True)
    )
    assert expected in said_of(replace(decided(two, {}), profiles=profiles))


@pytest.mark.parametrize(
    ("differences", "head", "below"),
    [
        ({}, "No text stands apart in any group of markers", ""),
        (
            {("A", "sourcing"): 9, ("C", "sourcing"): -9},
            "Text A has clearly more sourcing than the others, Text C clearly less",
            "In one of nine groups of markers, two of three texts differ clearly from the mean of the others.",
        ),
        (
            {("A", "labels"): -5, ("B", "labels"): -4},
            "Text A and Text B have clearly fewer labels than the others",
            "In one of nine groups of markers, two of three texts differ clearly from the mean of the others.",
        ),
        (
            {("A", "formula"): -4, ("B", "formula"): -5, ("C", "formula"): 9},
            "Text A and Text B have clearly fewer set phrases than the others, Text C clearly more",
            "",
        ),
        (
            {("A", "legitimation"): 9, ("B", "threat"): 5, ("B", "labels"): -4},
            "Text A has clearly more appeals to principle and history than the others",
            "Text A has clearly more appeals to principle and history than the others, "
            "Text B clearly more words of conflict and fewer labels.",
        ),
    ],
)
def test_many_texts(
    states: dict[str, Comparison], differences: dict[tuple[str, str], float], head: str, below: str
) -> None:
    contrasts = []
    for c in states["three"].contrasts:
        value = differences.get((c.article or "", c.marker.removeprefix("group:")), 0.0)
        verdict = (Verdict.NO_CLEAR_DIFFERENCE, Verdict.MORE_IN_A, Verdict.MORE_IN_B)[(value > 0) - (value < 0)]
        contrasts.append(replace(c, verdict=verdict, difference=value))
    comparison = replace(states["three"], contrasts=tuple(contrasts))
    assert said_of(comparison).startswith(f"{head}. {below}")


def test_numbers_and_lists() -> None:
    assert listing([]) == ""
    assert listing(["a"]) == "a"
    assert rate(0.4) == "<1"
    assert FOOT.startswith("Describes wording.")


def test_standfirst_counts_the_groups(two: Comparison) -> None:
    said = standfirst(decided(two, {"stance": Verdict.MORE_IN_A, "threat": Verdict.TOO_LITTLE_TEXT}))
    assert said.startswith("Of nine groups of markers, seven show no clear difference and one has too few hits")


def test_the_same_comparison_is_told_the_same_way(two: Comparison) -> None:
    first: Report = compose(two)
    assert first == compose(replace(two))
