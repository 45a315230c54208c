from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from framing.comparing.naming import find_naming
from framing.lexicon import Matcher, concepts_lexicon
from framing.types import Concept, Naming, Variant, Voice
from tests.tiny import profile

SEA = (Variant(("east sea",), "Aland"), Variant(("west sea", "wide sea"), "Beland"))
CONCEPTS = (
    Concept(
        "sea", "territory", "the sea", (Variant(("east sea",), "Aland"), Variant(("west sea", "wide sea"), "Beland"))
    ),
    Concept("war", "war", "the war", (Variant(("operation",), "Aland"), Variant(("invasion",), "Beland", "a note"))),
)
MATCHER = Matcher([concepts_lexicon(CONCEPTS)])


def named(*texts: str) -> tuple[Naming, ...]:
    profiles = [profile(text, id="ABC"[index]) for index, text in enumerate(texts)]
    return find_naming(profiles, [MATCHER.find(one.document) for one in profiles], CONCEPTS)


def test_texts_that_name_a_thing_differently() -> None:
    a, b = 'The operation by the East Sea. "An operation," he said.', "The invasion by the wide sea."
    war, sea = named(a, b)
    assert [(v.article, v.text, v.count, v.users, v.note) for v in war.variants] == [
        ("A", "operation", 2, "Aland", ""),
        ("B", "invasion", 1, "Beland", "a note"),
    ]
    assert war.variants[0].voices == (Voice.OWN, Voice.QUOTED)
    assert [(v.article, v.text) for v in sea.variants] == [("A", "East Sea"), ("B", "wide sea")]
    assert all(a[s.start : s.end] == "operation" for s in war.variants[0].spans)


def test_one_name_or_one_text_is_nothing_to_tell() -> None:
    assert named("The operation.", "An operation.") == ()
    assert named("The operation.", "The road.") == ()
    assert named("By the west sea.", "By the wide sea.") == ()


def test_of_three_those_that_name_it_are_told() -> None:
    (war,) = named("The road.", "The invasion.", "The operation and the invasion.")
    assert [(v.article, v.text) for v in war.variants] == [("B", "invasion"), ("C", "operation"), ("C", "invasion")]


TEXTS = st.lists(st.sampled_from(["operation", "invasion", "east sea", "wide sea", "."]), max_size=12).map(" ".join)


@given(TEXTS, TEXTS)
def test_swapping_swaps_the_sides(a: str, b: str) -> None:
    def sides(namings: tuple[Naming, ...]) -> set[tuple[str, str, str, int]]:
        return {(n.concept, v.article, v.users, v.count) for n in namings for v in n.variants}

    other = {"A": "B", "B": "A"}
    assert sides(named(a, b)) == {(c, other[article], u, n) for c, article, u, n in sides(named(b, a))}
