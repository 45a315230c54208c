"""Boilerplate and credits: what is taken off, what must stay, what is concluded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.reading import article_from_text
from framing.reading.provenance import find_provenance
from framing.types import Relation, Removed
from tests.timing import grows_linearly

BODY = [
    "The harbour board met on Tuesday to hear what the two islands had agreed about the ferry.",
    "Nobody who had come to listen was allowed to speak, and three people left before the end.",
    "The chair said that the minutes would be printed in June, as they are every year.",
]


def taken(*lines: str, title: str = "Ferry talks end") -> list[tuple[str, str]]:
    text = "\n".join(lines)
    return [(r.kind, text[r.start : r.end]) for r in find_provenance(text)[1]]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Ada Lund", "byline"),
        ("By Ada Lund and Tove Marsh in Port Anselm", "byline"),
        ("BY ADA LUND", "byline"),
        ("Author: Ada Lund", "byline"),
        ("Ada Lund, Defence Correspondent", "byline"),
        ("Translation. Region: Ruritania –", "translation note"),
        ("Translated from the Ruritanian by Ada Lund", "translation note"),
        ("This text was translated by machine from the original.", "translation note"),
        ("Source: Ruritanian Press Office", "source line"),
        ("An important disclaimer is at the bottom of this article.", "republisher header"),
        ("Written for teaching. The event and all names are invented.", "teaching note"),
        ("This text was written for teaching; the event is invented.", "teaching note"),
        ("4 February 2026, 12:30", "date line"),
        ("Published: Feb. 4, 2026", "date line"),
        ("We use cookies to improve your visit.", "cookie notice"),
        ("Accept all cookies", "cookie notice"),
        ("Sign up for our morning newsletter", "newsletter line"),
        ("Subscribe to The Daily Example", "newsletter line"),
        ("Download our app for the latest news", "app line"),
        ("Follow us on Twitter", "social line"),
        ("Share this article", "share buttons"),
        ("Facebook | Twitter | WhatsApp", "share buttons"),
        ("READ MORE: Ferry prices rise again", "read more line"),
        ("Also read: Ferry prices rise again", "read more line"),
        ("Related stories", "read more line"),
        ("Photo: Ada Lund/AFP", "photo caption"),
        ("The new ferry at its berth on Monday. [Photo/Agencies]", "photo caption"),
        ("The new ferry at its berth. Tove Marsh/Reuters", "photo caption"),
        ("Contact the writer at ada.lund@example.org", "contact line"),
        ("(Reporting by Ada Lund; Editing by Tove Marsh)", "editing credit"),
        ("© 2026 The Daily Example. All rights reserved.", "copyright line"),
        ("This article was originally published at The Daily Example.", "republication note"),
        ("Republished under a Creative Commons licence.", "licence line"),
        ("Correction: An earlier version of this article misspelt a name.", "correction note"),
        ("Advertisement", "advertisement"),
        ("1 2 3 Next Page", "page number"),
        ("English | Français | Deutsch", "language menu"),
        ("The views expressed here do not necessarily reflect those of The Daily Example.", "disclaimer"),
        ("<!--", "script residue"),
        ("CLOSE The ferry minister spoke to reporters on the quay on Thursday. (March 8) AP", "video residue"),
        ("Interested in Ferries? Add Ferries as an interest to stay up to date.", "video residue"),
        ("(Select a thumbnail to see pictures of the quay.)", "video residue"),
        ("To read more columns, follow us on Twitter @example or Facebook.", "social line"),
        ("Use #FerryNews to stay up-to-date with our reports via Twitter", "social line"),
        ("The statements, views and opinions expressed in this column are solely those of the author.", "disclaimer"),
        ("By Ada Lund, Reuters", "byline"),
        ("By Ada Lund and Tove Marsh, Associated Press", "byline"),
    ],
)
def test_boilerplate_is_taken_off_with_its_reason(line: str, kind: str) -> None:
    assert taken("Ferry talks end", line, *BODY) == [(kind, line)]
    assert (kind, line) in taken(*BODY, line) or kind in ("date line", "republisher header")


@pytest.mark.parametrize(
    "line",
    [
        "Reuters was the first to report that the ferry would not sail.",
        "A source close to the board said the ferry would be sold.",
        "Source close to the board: the ferry is already sold, and has been for weeks.",
        "Sources said that the ferry had been sold.",
        '"By Tuesday we will know," she said.',
        "By Tuesday evening the harbour was empty.",
        "By The Numbers",
        "By the time the ferry left, the sun had set.",
        "Cookies are small files that a site leaves on your machine.",
        '"We use cookies to bribe the harbour master," he joked.',
        "This is what the board agreed to say about cookies.",
        "Translation is slow work, and the board wanted it done by June.",
        "Photographs of the ferry were passed from hand to hand.",
        "More than forty people waited on the quay.",
        "Follow the money, the chair used to say.",
        "Share prices fell on the news.",
        "Read the small print, she told them.",
        "Related questions were put to the board in May.",
        "The author is right about the ferry.",
        "Editors at the paper refused to say who had written it.",
        "Reporting by the Daily Example has shown that the ferry was sold.",
        "Sign language was used throughout the meeting.",
        "NATO — the alliance — has no ferries.",
        "The Board (OPEC of the north) – a cartel in all but name – met again.",
        "COVID-19 had closed the quay before.",
        "The sea",
        "is not a road",
        "Watch out for the tide.",
        "Contact between the islands was lost.",
        "English is spoken on both islands.",
        "Correction officers met the ferry.",
        "CLOSE TO THE EDGE",
        "Use #1 to sail the ferry, she told them.",
        "The opinions expressed by the board were mild.",
        "War - and peace",
        "WHAT THE ISLANDS WANT",
    ],
)
def test_lines_of_the_article_stay(line: str) -> None:
    assert taken("Ferry talks end", line, *BODY) == []
    assert taken(*BODY, line) == []


@pytest.mark.parametrize(
    ("dateline", "origin"),
    [
        ("BEIJING, Feb. 4 (Xinhua) -- ", "Xinhua"),
        ("MOSCOW, 4 February /TASS/. ", "TASS"),
        ("(Reuters) - ", "Reuters"),
        ("Beijing (AFP) – ", "AFP"),
        ("NORDHAVEN, Ruritania, March 3 (Ruritanian News) -- ", "Ruritanian News"),
        ("MOSCOW/BEIJING, Feb 4 (Northline) - ", "Northline"),
        ("TEHRAN – ", None),
        ("CLICHY-SOUS-BOIS, France — ", None),
    ],
)
def test_of_a_dateline_only_the_dateline_goes(dateline: str, origin: str | None) -> None:
    text = "\n".join([f"{dateline}{BODY[0]}", *BODY[1:]])
    provenance, removed = find_provenance(text)
    assert removed == (Removed(0, len(dateline), "dateline"),)
    assert provenance.origin == origin
    assert provenance.relation is (Relation.WIRE if origin else Relation.UNKNOWN)


def test_a_line_that_goes_on_with_a_sentence_stays() -> None:
    assert (
        taken(*BODY, "The ferry, which the board had bought from the islands for much", "more from the north pier")
        == []
    )


def test_menu_of_languages_needs_three() -> None:
    assert taken(*BODY, "English", "Deutsch", "Português") == [("language menu", "English\nDeutsch\nPortuguês")]
    assert taken(*BODY, "English", "Deutsch") == []


def test_a_republished_translation_is_traced_to_its_source() -> None:
    text = "\n".join(
        [
            "Translation. Region: Ruritania –",
            "Source: Ruritania in German – Ruritania in German –",
            "Source: Ruritania – Cabinet Press Service",
            *BODY,
            "Author: Ada Lund",
            "Please note: This is raw content from the source. It does not necessarily reflect the views of Relay-OSI.",
        ]
    )
    provenance, removed = find_provenance(text)
    assert provenance.origin == "Cabinet Press Service (Ruritania)"
    assert (provenance.published_by, provenance.author) == ("Relay-OSI", "Ada Lund")
    assert provenance.relation is Relation.TRANSLATED
    assert provenance.translated
    assert len(removed) == 5
    assert {e.field: text[e.start : e.end] for e in provenance.evidence} == {
        "relation": "Translation. Region: Ruritania –",
        "origin": "Ruritania – Cabinet Press Service",
        "author": "Ada Lund",
        "published_by": "Relay-OSI",
    }


@pytest.mark.parametrize(
    ("lines", "relation", "origin"),
    [
        (["Source: Xinhua"], Relation.WIRE, "Xinhua"),
        (["Source: Ruritanian Press Office"], Relation.REPUBLISHED, "Ruritanian Press Office"),
        (["This article was originally published at The Daily Example."], Relation.REPUBLISHED, "The Daily Example"),
        (["Ada Lund", "nothing"], Relation.UNKNOWN, None),
        (["Xinhua"], Relation.WIRE, "Xinhua"),
    ],
)
def test_relation_and_origin(lines: list[str], relation: Relation, origin: str | None) -> None:
    provenance, _ = find_provenance("\n".join([*BODY, *lines]))
    assert (provenance.relation, provenance.origin) == (relation, origin)


@pytest.mark.parametrize(
    ("byline", "author", "origin"),
    [
        ("By Ada Lund, Reuters", "Ada Lund", "Reuters"),
        ("By Ada Lund and Tove Marsh, Associated Press", "Ada Lund and Tove Marsh", "Associated Press"),
        ("By Ada Lund | The Associated Press | March 3, 2026", "Ada Lund", "Associated Press"),
        ("By Ada Lund, AP Business Writer", "Ada Lund", "AP"),
        ("By Ada Lund for Reuters", "Ada Lund", "Reuters"),
        ("By Reuters Staff", None, "Reuters"),
        ("By The Associated Press", None, "Associated Press"),
    ],
)
def test_an_agency_in_the_byline_makes_it_wire(byline: str, author: str | None, origin: str) -> None:
    text = "\n".join(["Ferry talks end", byline, *BODY])
    provenance, _ = find_provenance(text, published_by="The Daily Example")
    assert (provenance.author, provenance.origin, provenance.relation) == (author, origin, Relation.WIRE)
    assert find_provenance(text, published_by=origin)[0].relation is Relation.ORIGINAL


@pytest.mark.parametrize(
    ("author", "relation", "origin"),
    [
        ("Ada Lund", Relation.ORIGINAL, None),
        ("Ada Lund, Reuters", Relation.WIRE, "Reuters"),
        ("Associated Press", Relation.WIRE, "Associated Press"),
    ],
)
def test_an_agency_in_the_metadata_makes_it_wire(author: str, relation: Relation, origin: str | None) -> None:
    provenance, _ = find_provenance("\n".join(BODY), published_by="The Daily Example", author=author)
    assert (provenance.relation, provenance.origin) == (relation, origin)


@pytest.mark.parametrize(
    ("line", "relation"),
    [
        ("Tove Marsh contributed to this report.", Relation.ORIGINAL),
        ("Contributing: Tove Marsh, Associated Press", Relation.UNKNOWN),
        ("Copyright 2026 The Associated Press. All rights reserved.", Relation.UNKNOWN),
        ("Source: https://example.org/ferry", Relation.UNKNOWN),
    ],
)
def test_original_needs_that_no_credit_speaks_against_it(line: str, relation: Relation) -> None:
    text = "\n".join(["Ferry talks end", "By Ada Lund", *BODY, line])
    assert find_provenance(text, published_by="The Daily Example")[0].relation is relation


@pytest.mark.parametrize(
    ("headline", "published_by", "kept"),
    [
        ("Ferry talks end without a deal | Anselm Times", None, "Ferry talks end without a deal"),
        ("Ferry talks end without a deal | World | Anselm Times", None, "Ferry talks end without a deal"),
        ("Ferry talks end without a deal - The Daily Example", "Daily Example", "Ferry talks end without a deal"),
        ("Ferry talks end without a deal – Relay", "Relay", "Ferry talks end without a deal"),
        ("Ferry talks end without a deal - Anselm Times", None, None),
        ("Ferry talks end without a deal | Ada Lund", None, None),
        ("Opinion | The End of Times", None, None),
        ("War - and peace", "And Peace", None),
    ],
)
def test_a_site_name_is_cut_from_the_headline(headline: str, published_by: str | None, kept: str | None) -> None:
    text = "\n".join([headline, *BODY])
    provenance, removed = find_provenance(text, published_by=published_by)
    assert [(r.kind, text[: r.start]) for r in removed] == ([("site name", kept)] if kept else [])
    assert provenance.published_by == (published_by or ("Anselm Times" if kept else None))


def test_the_title_loses_the_site_name_too() -> None:
    line = "Ferry talks end without a deal | Anselm Times"
    assert article_from_text(f"{line}\n{BODY[0]}", id="A", title=line).title == "Ferry talks end without a deal"


def test_a_headline_in_capitals_among_paragraphs_belongs_to_another_article() -> None:
    shout = "FERRY PRICES RISE AGAIN AS THE ISLANDS QUARREL OVER THE REEF"
    assert taken("Ferry talks end", BODY[0], shout, *BODY[1:]) == [("related headline", shout)]
    assert taken(shout, *BODY) == []
    assert taken(*BODY, shout, shout, BODY[0]) == []


def test_an_agency_on_its_own_site_is_the_original() -> None:
    text = f"NORDHAVEN, March 3 (RPA) -- {BODY[0]}"
    assert find_provenance(text, published_by="Ruritanian Press Agency (RPA)")[0].relation is Relation.ORIGINAL
    assert find_provenance(text, published_by="The Daily Example")[0].relation is Relation.WIRE


def test_known_slices_are_kept_and_not_searched() -> None:
    text = "By Ada Lund\n" + BODY[0]
    known = Removed(0, 11, "page furniture")
    provenance, removed = find_provenance(text, removed=[known])
    assert removed == (known,)
    assert provenance.author is None


PIECES = st.sampled_from(
    ["By Ada Lund", "Source: ", " – ", "(Reuters) - ", "English", "\n", " ", "Photo: ", "/AFP", "@", "©"]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join)))
def test_slices_are_sorted_apart_and_inside_any_text(text: str) -> None:
    provenance, removed = find_provenance(text)
    ends = [0, *(r.end for r in removed)]
    assert all(end <= r.start < r.end <= len(text) for end, r in zip(ends, removed, strict=False))
    assert all(0 <= e.start < e.end <= len(text) for e in provenance.evidence)


@pytest.mark.parametrize(
    "unit",
    [
        "A ",
        "By Aa ",
        "Source: A – ",
        "(",
        "/AFP",
        "@",
        "A/",
        "English\n",
        "(Reuters) - ",
        "Photo ",
        "not necessarily ",
        "Aaa Bbb, ",
        "\n",
        " \t",
        "Photo: A\n",
        "AAA, ",
        "Reporting by Aa Bb; ",
    ],
)
def test_time_is_linear_on_hostile_text(unit: str) -> None:
    assert grows_linearly(find_provenance, lambda size: unit * size, 25_000 // len(unit))
