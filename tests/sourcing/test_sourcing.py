from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.parsing import parse
from framing.sourcing import describe_sources, match_roles
from framing.sourcing.roles import words_of
from framing.types import Article, CueStance, Document, Match, Role, Source, Sourcing, SpeakerType


def document(text: str) -> Document:
    return parse(Article(id="A", text=text))


def describe(text: str, lexicons: dict[str, str] | None = None) -> Sourcing:
    doc = document(text)
    cues = lexicons or {}
    matches = [
        Match(cues[low], low, start, end, k)
        for k, (low, start, end) in enumerate(zip(doc.tokens.low, doc.tokens.start, doc.tokens.end, strict=True))
        if low in cues
    ]
    return describe_sources(doc, matches)


def only(text: str) -> Source:
    (source,) = describe(text).sources
    return source


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The ministry said the road would open in May.", "ministry", Role.OFFICIAL),
        ("Beijing said the road would open in May.", "Beijing", Role.OFFICIAL),
        ("Foreign Minister Dorn Kell said the road would open in May.", "Dorn Kell", Role.OFFICIAL),
        ("On Monday, Island President Dorn Kell said the road would open.", "Dorn Kell", Role.OFFICIAL),
        ("A spokesman for the company said the road would open.", "spokesman for the company", Role.ORGANISATION),
        (
            "Dorn Kell, spokesman for the Island Power Company, said the road would open.",
            "Dorn Kell",
            Role.ORGANISATION,
        ),
        ("Rep. Dorn Kell said the road would open.", "Dorn Kell", Role.OFFICIAL),
        ("Dorn Kell, head of research at the university, said the road would open.", "Dorn Kell", Role.EXPERT),
        ("A lawyer for the company said the road would open.", "lawyer for the company", Role.ORGANISATION),
        ("Dorn Kell, president of the Island Power Company, said it.", "Dorn Kell", Role.ORGANISATION),
        ("Mother Bell said the road would open.", "Mother Bell", Role.OTHER),
        ("The bureau chief said the road would open.", "bureau chief", Role.MEDIA),
        ("A police spokesman said the road would open.", "police spokesman", Role.OFFICIAL),
        ("Dorn Kell, a professor at the college, said the road would open.", "Dorn Kell", Role.EXPERT),
        ("Two villagers said that the road was closed.", "Two villagers", Role.ORDINARY),
        ("The TV network said that the road was closed.", "TV network", Role.MEDIA),
        ("The news agency said that the road was closed.", "news agency", Role.MEDIA),
        ("According to the report, the road was closed.", "report", Role.DOCUMENT),
        ("Dorn Kell said the road would open.", "Dorn Kell", Role.OTHER),
    ],
)
def test_a_source_is_what_the_text_calls_it(text: str, name: str, role: Role) -> None:
    source = only(text)
    assert (source.name, source.role) == (name, role)


def test_a_description_anywhere_holds_everywhere() -> None:
    text = "Dorn Kell said the road was closed.\n\nThe plan, Kell said, is old. Dorn Kell, an economist, has a house."
    source = only(text)
    assert (source.role, source.type, len(source.mentions)) == (Role.EXPERT, SpeakerType.NAMED, 2)


def test_words_count_once_for_one_source() -> None:
    text = 'The minister said the road would "open in May" at last. "We wait," a baker said.'
    minister, baker = describe(text).sources
    assert (minister.quoted, minister.reported) == (3, 5)
    assert (baker.quoted, baker.reported) == (2, 0)


def test_words_without_a_name_have_no_source_name() -> None:
    source = only("They said that the road was closed.")
    assert (source.name, source.type, source.role, source.mentions) == ("", None, Role.OTHER, ())


def test_the_lexicons_class_the_cues() -> None:
    text = "The ministry claimed that the road was closed. The ministry said it was long. The ministry vowed to go."
    (source,) = describe(text, {"claimed": "doubting", "said": "attribution"}).sources
    assert source.stances == (CueStance.DOUBTING, CueStance.NEUTRAL, CueStance.OTHER)
    assert len(source.cues) == 3


@pytest.mark.parametrize(
    ("second", "rule", "words"),
    [
        ("A resident denied that it was closed.", "verb", "denied"),
        ("Critics said that it was closed too early.", "source", "Critics"),
        ("But a resident said that it was open.", "connective", "But"),
    ],
)
def test_first_dissent(second: str, rule: str, words: str) -> None:
    text = f"The ministry said the road was closed.\n\n{second}"
    dissent = describe(text).dissent
    assert dissent is not None
    assert (dissent.rule, text[dissent.span.start : dissent.span.end]) == (rule, words)
    assert dissent.position == pytest.approx(7 / (7 + len(second.split())), abs=0.2)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said the road was closed. A resident said that it was closed.",
        "The ministry denied that the road was closed.",
        "The road was closed.",
    ],
)
def test_no_dissent_without_a_voice_against_another(text: str) -> None:
    assert describe(text).dissent is None


def test_roles_are_matches_of_their_marker() -> None:
    text = "The ministry said the road was closed. Two villagers said that it was open."
    doc = document(text)
    found = match_roles(doc, describe_sources(doc, ()))
    assert [(m.lexicon, m.entry, text[m.start : m.end]) for m in found] == [
        ("official_sources", "official", "The ministry"),
        ("ordinary_sources", "ordinary", "Two villagers"),
        ("unnamed_sources", "unnamed", "Two villagers"),
    ]
    assert all(doc.tokens.start[m.token] == m.start for m in found)


@pytest.mark.parametrize(
    ("text", "unnamed"),
    [
        ("A guard said it was open.", ["A guard"]),
        ("The guard said it was open.", []),
        ("Ann Lee, a guard at the gate, said it was open.", []),
        ("According to local conditions, it was open.", []),
        ("A report said it was open.", []),
        ("They said it was open.", []),
    ],
)
def test_unnamed_sources_are_people_and_bodies_brought_in(text: str, unnamed: list[str]) -> None:
    doc = document(text)
    found = match_roles(doc, describe_sources(doc, ()))
    assert [text[m.start : m.end] for m in found if m.lexicon == "unnamed_sources"] == unnamed


def test_no_word_has_two_roles() -> None:
    classes = [words_of(role.value) for role in Role if role is not Role.OTHER]
    assert sum(map(len, classes)) == len(frozenset().union(*classes))


WORDS = (
    "The ministry",
    "said",
    "Dorn Kell",
    "that",
    ",",
    ".",
    "“",
    "”",
    "the road",
    "critics",
    "denied",
    "But",
    "\n\n",
    "He",
)


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_whatever_the_text_words_are_counted_at_most_once(text: str) -> None:
    doc = document(text)
    sourcing = describe_sources(doc, ())
    spoken = sum(voice in (1, 2) and word for voice, word in zip(doc.voices, doc.tokens.is_word, strict=True))
    assert sum(source.quoted + source.reported for source in sourcing.sources) <= spoken
    for source in sourcing.sources:
        assert bool(source.name) == bool(source.mentions) == (source.type is not None)
        assert len(source.stances) == len(source.cues)
    if sourcing.dissent:
        assert 0 <= sourcing.dissent.position <= 1
