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
        ("DoD", "DoD", "institution"),
        ("The CRS", "CRS", "institution"),
        ("The commander of the Southern Forces", "commander of the Southern Forces", "unnamed"),
        ("JAN LEE", "JAN LEE", "named"),
        ("The conservative Telegraph", "conservative Telegraph", "institution"),
        ("A farmer, Ann Lee of Custeel.com,", "Ann Lee", "named"),
        ("Vice-president of the Rain Council Ann Lee", "Ann Lee", "named"),
        ("Abdel Fattah el-Sisi", "Abdel Fattah el-Sisi", "named"),
        ("Crown Prince Mohammed bin Salman", "Mohammed bin Salman", "named"),
        ("Jan van der Lee", "Jan van der Lee", "named"),
        ("Jan B. Lee", "Jan B. Lee", "named"),
        ("习近平", "习近平", "named"),
        ("Two of her rivals", "Two of her rivals", "unnamed"),
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


def test_it_is_the_institution_heard_last() -> None:
    text = "The Foreign Ministry said that it rained. The ministry said it was bad. It added that it would stop."
    assert speakers(text) == [("Foreign Ministry", "institution")] * 3


def test_the_official_is_the_person_heard_last() -> None:
    text = "Ann Lee said that it rained. The official added that it was bad. She said it would stop."
    assert speakers(text) == [("Ann Lee", "named")] * 3


def test_a_pronoun_is_no_place_and_no_group() -> None:
    assert speakers("They met in Castle Road. He said that it rained.") == [("He", "named")]
    assert speakers("Rain Tower fell, with the sinking of a ship. She said that it rained.") == [("She", "named")]
    assert speakers("Bo Ray said it rained. The Leader said that it was bad.")[1] == ("Leader", "institution")
    text = "Many officials said that it rained. She said that it was bad."
    assert [name for name, _ in speakers(text)] == ["Many officials", "She"]


def test_the_president_is_the_one_without_a_country() -> None:
    text = "President Ann Lee met Norwegian President Bo Ray. The president said that it rained."
    assert speakers(text) == [("Ann Lee", "named")]


def test_an_office_behind_the_name() -> None:
    assert speakers("Ann Lee, the prime minister, came. The prime minister said that it rained.") == [
        ("Ann Lee", "named")
    ]


def test_an_agency_quotes_a_person() -> None:
    text = "“It rained,” the agency quoted Bo Ray as saying. It quoted Ann Lee as saying that it had stopped."
    assert [name for name, _ in speakers(text)] == ["Bo Ray", "Ann Lee"]
    assert speakers("Bo Ray was quoted as saying that it rained.") == [("Bo Ray", "named")]


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
