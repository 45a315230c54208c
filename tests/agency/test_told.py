"""Agency in exports and in the report."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from framing.analysis import compare
from framing.exporting import comparison_to_csv, profile_to_dict
from framing.reading import article_from_text
from framing.report.actors import actors_table
from framing.types import Actor, Agency, Clause, Diathesis, Profile, Span, Voice
from tests.tiny import profile

KORVA = "The talks failed. Korva shelled Lanmouth. On Monday Korva’s army took it. The army of Lanmouth fled."
LANMOUTH = "The talks failed. In May Korva attacked Lanmouth. Lanmouth was hit by Korva. President Tal met Tal’s guard."


def test_agency_is_exported_with_a_comparison() -> None:
    korva, verb, army = Span(0, 5), Span(8, 15), Span(16, 20)
    clause = Clause(verb, verb, Diathesis.ACTIVE, korva, army, Voice.OWN, 0)
    agency = Agency((clause,), (Actor("Korva", (korva,), agent_of=(verb,), possessor_of=(army,)),))
    found = replace(profile("Korva’s shelled army fell."), agency=agency)
    told = profile_to_dict(found)["agency"]
    assert told["clauses"]["own"] == {"active": 1, "passive": 0, "agentless": 0, "unsure": 0}
    assert list(told["clauses"]) == ["own", "quoted", "reported", "heading"]
    (actor,) = told["actors"]
    assert list(actor) == ["name", "mentions", "agent", "patient", "possessor", "described"]
    assert (actor["agent"], actor["patient"]) == ([{"start": 8, "end": 15}], [])
    table = list(csv.DictReader(io.StringIO(_actors_csv(found))))
    said = [(row["actor"], row["role"], row["text"]) for row in table]
    assert said == [("Korva", "mention", "Korva"), ("Korva", "agent", "shelled"), ("Korva", "possessor", "army")]
    assert "agency" not in profile_to_dict(profile("Nobody."))


def _actors_csv(found: Profile) -> str:
    comparison = compare([article_from_text(KORVA, id="A"), article_from_text(LANMOUTH, id="B")])
    return comparison_to_csv(replace(comparison, profiles=(found,)))["report.actors.csv"].decode()


def test_report_shows_the_actors_of_both_texts_first() -> None:
    comparison = compare([article_from_text(KORVA, id="A"), article_from_text(LANMOUTH, id="B")])
    table = actors_table(comparison.profiles)
    assert table is not None
    assert [column.head for column in table.columns] == ["Actor", "Text\N{NO-BREAK SPACE}A", "Text\N{NO-BREAK SPACE}B"]
    told = {row.cells[0].value: [cell.value for cell in row.cells[1:]] for row in table.rows}
    assert told["Lanmouth"] == ["undergoes: shelled", "undergoes: attacked, hit"]
    assert told["Korva"] == ["does: shelled; has: army", "does: attacked, hit"]
    assert told["Tal"] == ["–", "does: met; has: guard"]


def test_no_table_where_nobody_is_named_twice() -> None:
    comparison = compare([article_from_text("Nobody came.", id="A"), article_from_text("It rained.", id="B")])
    assert actors_table(comparison.profiles) is None
