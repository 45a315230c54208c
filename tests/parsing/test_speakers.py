from __future__ import annotations

import pytest

from framing.parsing import parse
from framing.types import Article, QuoteKind, SpeakerType


def speakers(text: str) -> list[tuple[str, str]]:
    document = parse(Article(id="a", text=text))
    return [(item.speaker.name, item.speaker.type.value) for item in document.attributions if item.speaker]


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        ("Foreign Minister Ann Lee", "Ann Lee", "named"),
        ("The mayor, Ann Lee,", "Ann Lee", "named"),
        ("The head of the bank, Ann Lee,", "Ann Lee", "named"),
        ("Experts", "Experts", "unnamed"),
        ("A spokesman for the Foreign Ministry", "spokesman for the Foreign Ministry", "unnamed"),
        ("Organizers of the march", "Organizers of the march", "unnamed"),
        ("The Kremlin", "Kremlin", "institution"),
        ("Moscow", "Moscow", "institution"),
        ("The Foreign Ministry", "Foreign Ministry", "institution"),
        ("Channel News Asia", "Channel News Asia", "institution"),
        ("A new report", "new report", "institution"),
        ("NATO", "NATO", "institution"),
    ],
)
def test_types(source: str, name: str, kind: str) -> None:
    assert speakers(f"{source} said that it rained. Nothing else happened.") == [(name, kind)]


def test_short_names_and_pronouns_stand_for_the_full_name() -> None:
    text = "President Ann Lee came late. “It rained,” she said. Lee said that it would stop. She warned of floods."
    assert speakers(text) == [("Ann Lee", "named")] * 3


def test_a_short_name_of_two_people_stays_short() -> None:
    assert speakers("Ann Lee met Bob Lee. Lee said that it rained.") == [("Lee", "named")]


def test_a_pronoun_between_two_people_stays_a_pronoun() -> None:
    assert speakers("Ann Lee met Eve Ray, and she said that it rained.") == [("she", "named")]


def test_titles_tell_he_from_she() -> None:
    text = "Mr Bob Ray met Ms Ann Lee in Paris. She said that it rained. He said that it was dry."
    assert [name for name, _ in speakers(text)] == ["Ann Lee", "Bob Ray"]


def test_who_is_the_person_before_it() -> None:
    assert speakers("Ann Lee, who said that it rained, left early.") == [("Ann Lee", "named")]


def test_a_quotation_that_opens_a_sentence_has_the_last_speaker() -> None:
    text = "“It rained all day,” Ann Lee said. “It will rain all night. We need more boats now.”"
    quotes = parse(Article(id="a", text=text)).quotes
    assert [q.speaker.name for q in quotes if q.speaker] == ["Ann Lee", "Ann Lee"]


def test_a_heading_has_the_speaker_of_the_same_words() -> None:
    body = "The mayor met the farmers on Monday. Ann Lee called it “a storm without an end” and left the hall early."
    document = parse(Article(id="a", text=f"Rain in the Valley\n\n{body}\n\n‘Storm Without End’\n\n{body}"))
    heading = next(q for q in document.quotes if document.clean[q.start] == "‘")
    assert heading.speaker is not None
    assert heading.speaker.name == "Ann Lee"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ann Lee said: “It rained all day.”", QuoteKind.DIRECT),
        ("Ann Lee said: “We won.”", QuoteKind.DIRECT),
        ("“It rained all day,” Ann Lee said.", QuoteKind.DIRECT),
        ("Ann Lee said it was “a very long day” for all.", QuoteKind.PARTIAL),
        ("Ann Lee called it “rain”.", QuoteKind.PARTIAL),
        ("They went on with their “reform” at once.", QuoteKind.SCARE),
        ("The so-called “human rights defenders” left.", QuoteKind.SCARE),
        ("She has read “War and Peace” at last.", QuoteKind.TITLE),
        ("He is the author of “Lines in the Water.”", QuoteKind.TITLE),
    ],
)
def test_kinds(text: str, kind: QuoteKind) -> None:
    (quote,) = parse(Article(id="a", text=text)).quotes
    assert quote.kind is kind
    assert (quote.speaker is not None) == (kind in (QuoteKind.DIRECT, QuoteKind.PARTIAL))


def test_types_are_the_vocabulary() -> None:
    assert {kind.value for kind in SpeakerType} == {"named", "unnamed", "institution"}


def test_an_office_stands_for_the_only_person_who_holds_it_in_the_text() -> None:
    met = "Prime Minister Ann Lee met President Bo Ray. The prime minister said that it rained. "
    assert speakers(met) == [("Ann Lee", "named")]
    other = "President Cy Dole was not there. The president said that it rained."
    assert speakers(f"President Bo Ray came. {other}") == [("president", "unnamed")]


def test_titles_have_no_speaker() -> None:
    document = parse(Article(id="a", text="Ann Lee said that her book “Rain in the Hills” had won."))
    assert [(quote.kind, quote.speaker) for quote in document.quotes] == [(QuoteKind.TITLE, None)]
