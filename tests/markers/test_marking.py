from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from framing.lexicon import Matcher, load_lexicons
from framing.markers import MARKERS, mark
from framing.types import Attribution, Document, Match, Quote, QuoteKind, Span, Speaker, SpeakerType, Voice
from tests.tiny import document

MATCHER = Matcher(load_lexicons())
PIECES = st.sampled_from(
    ["May", "may", "it.", "US", "us", "Officials", "said", "“the", "so-called", "”", "’s", "4", "\n\n"]
)


def marked(doc: Document, marker: str, matches: tuple[Match, ...] = ()) -> list[tuple[str, str]]:
    return [(hit.match, hit.entry) for hit in mark(doc, matches) if hit.marker == marker]


def said(doc: Document, *speakers: tuple[str, SpeakerType]) -> Document:
    """The document with an attribution to each speaker, at the first place of its words."""
    attributions = []
    for words, kind in speakers:
        start = doc.clean.index(words)
        speaker = Speaker(words, start, start + len(words), kind, words)
        attributions.append(Attribution(Span(0, 1), speaker, (), "test", 1.0))
    return replace(doc, attributions=(*attributions, Attribution(Span(0, 1), None, (), "test", 1.0)))


@given(st.lists(PIECES, max_size=30))
def test_hits_slice_to_their_match(words: list[str]) -> None:
    doc = document(" ".join(words))
    hits = mark(doc, MATCHER.find(doc))
    assert list(hits) == sorted(hits, key=lambda hit: (hit.start, hit.end, hit.marker))
    for hit in hits:
        assert hit.match == doc.article.text[hit.start : hit.end] != ""
        sentence = doc.sentences[hit.sentence]
        assert sentence.start <= hit.start < sentence.end
        assert hit.marker in {row.marker.name for row in MARKERS}


def test_voice_is_that_of_the_first_word() -> None:
    doc = document('# Rain may come\nIt may. "It may," he said.')
    found = [(hit.match, hit.voice, hit.sentence) for hit in mark(doc, MATCHER.find(doc)) if hit.marker == "hedges"]
    assert found == [("may", Voice.HEADING, 0), ("may", Voice.OWN, 1), ("may", Voice.QUOTED, 2)]


def test_lexicon_of_no_marker_is_left_out() -> None:
    assert mark(document("It may rain"), [Match("mine", "may", 3, 6, 1)]) == ()


def test_named_and_institutional_sources() -> None:
    doc = said(
        document("Anna Berg said it; she said so, said the Rain Office; a guard said no."),
        ("Anna Berg", SpeakerType.NAMED),
        ("she", SpeakerType.NAMED),
        ("the Rain Office", SpeakerType.INSTITUTION),
        ("Anna Berg", SpeakerType.NAMED),
        ("a guard", SpeakerType.UNNAMED),
    )
    assert marked(doc, "named_sources") == [("Anna Berg", "named")]
    assert marked(doc, "institutional_sources") == [("the Rain Office", "institution")]


def test_unnamed_sources_are_the_lexicons_and_those_found_by_role_once() -> None:
    doc = document("Two officials said it. A guard said no.")
    listed = Match("unnamed_sources", "officials said", 4, 18, 1)
    by_role = [Match("unnamed_sources", "unnamed", 0, 13, 0), Match("unnamed_sources", "unnamed", 23, 30, 5)]
    assert marked(doc, "unnamed_sources", (listed, *by_role)) == [
        ("officials said", "officials said"),
        ("A guard", "unnamed"),
    ]


def test_scare_quotes() -> None:
    doc = document('The "peace plan" and "we will not go" failed.')
    quotes = (Quote(4, 16, QuoteKind.SCARE), Quote(21, 37, QuoteKind.DIRECT))
    doc = replace(doc, quotes=quotes)
    assert marked(doc, "scare_quotes") == [('"peace plan"', "scare quotes")]
    (hit,) = (hit for hit in mark(doc, ()) if hit.marker == "scare_quotes")
    assert (hit.voice, hit.sentence) == (Voice.QUOTED, 0)


def test_numbers_and_dates_keep_apart_and_out_of_removed_text() -> None:
    doc = document("On May 4, 2026 some 300 of 1,000 went. 17", removed=[(39, 41)])
    assert marked(doc, "dates") == [("May 4, 2026", "date")]
    assert marked(doc, "numbers") == [("300", "figure"), ("1,000", "figure")]


def test_names_never_fire() -> None:
    text = "President Trump met Mrs May in the White House on a March day; the US Army and the UN watched."
    doc = document(text)
    names = ("Trump", "May", "White", "House", "March", "US")
    assert [hit for hit in mark(doc, MATCHER.find(doc)) if any(name in hit.match for name in names)] == []


def test_same_hits_from_both_engines() -> None:
    plain = Matcher(load_lexicons(), "python")
    text = " ".join(example for lexicon in load_lexicons() for example in lexicon.card.examples)
    doc = document(text)
    assert plain.find(doc) == MATCHER.find(doc)
    assert len(mark(doc, MATCHER.find(doc))) > 100


def test_exclamations_in_any_voice_and_questions_in_the_outlets_own() -> None:
    doc = document('# Who pays?\nWho pays? Enough! "Why not?" she asked. "Never!" he said. Yahoo! said so.\n!? ok')
    found = [(hit.match, hit.entry, hit.voice) for hit in mark(doc, ()) if hit.marker == "exclamations"]
    assert found == [
        ("pays?", "question", Voice.OWN),
        ("Enough!", "exclamation", Voice.OWN),
        ("Never!", "exclamation", Voice.QUOTED),
    ]


def test_questions_of_an_interview_are_left_out() -> None:
    asked = "It rained. Did it flood?\nIt did.\n"
    assert marked(document(asked * 2), "exclamations") == [("flood?", "question")] * 2
    assert marked(document(asked * 3 + "Who knew? Nobody."), "exclamations") == []
    assert marked(document("Q: Did it? A: No. Q: Why? It was dry."), "exclamations") == []


def test_denied_praise_is_no_praise() -> None:
    def praised(text: str) -> list[str]:
        doc = document(text)
        return [match for match, _ in marked(doc, "praise", MATCHER.find(doc))]

    assert praised("It was a remarkable visit, not only remarkable, no doubt remarkable.") == ["remarkable"] * 3
    assert praised("It was no remarkable visit. It wasn't a very remarkable one. Not long, but remarkable.") == [
        "remarkable"
    ]


def test_we_is_the_outlets_own() -> None:
    doc = document('We saw it. "We saw those people," he said.')
    assert [match for match, _ in marked(doc, "us_them", MATCHER.find(doc))] == ["We", "those people"]


def test_the_we_of_an_interview_is_not_the_texts() -> None:
    def said(text: str) -> list[str]:
        doc = document(text)
        return [match for match, _ in marked(doc, "us_them", MATCHER.find(doc))]

    turns = "Q. Who won?\nA. We did.\n"
    assert said(turns) == ["We"]
    assert said(turns * 2 + "The enemy fled.") == ["enemy"]


def test_a_denied_booster_raises_no_certainty() -> None:
    doc = document("It was not actually a tanker. It clearly sank.")
    assert [match for match, _ in marked(doc, "boosters", MATCHER.find(doc))] == ["clearly"]
