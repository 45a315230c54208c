from __future__ import annotations

from pathlib import Path

import pytest

from framing.errors import InputError
from framing.outlets import CLASSES, COLUMNS, find_outlet, outlet_of
from framing.types import Article, Provenance, Relation, Standing


def code(name: str, date: str | None = None) -> str | None:
    found = find_outlet(name, date=date)
    return found.code if found else None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Xinhua", "SC"),
        ("https://english.news.cn/a/b.html", "SC"),
        ("www.bbc.co.uk", "IP"),
        ("https://www.bbc.com/news/1", "IP"),
        ("en.people.cn", "SC"),
        ("http://translation1.mil-osi.com/x", "republisher"),
        ("the new york times", "commercial"),
        ("RFE/RL", "SC"),
        ("notrt.com", None),
        ("rt.com.example.org", None),
        ("A report on rt.com", None),
        ("The Daily Planet", None),
        ("", None),
    ],
)
def test_names_and_addresses(name: str, expected: str | None) -> None:
    assert code(name) == expected


def test_a_name_of_two_outlets_is_nobody(tmp_path: Path) -> None:
    table = tmp_path / "mine.tsv"
    row = "{}\tThe Star\t{}\tX\tX\tcommercial\t2026\tme\tlow\t"
    lines = ["\t".join(COLUMNS), row.format("Star A", "a.example"), row.format("Star B", "b.example")]
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert find_outlet("The Star", table=table) is None
    star = find_outlet("news.b.example", table=table)
    assert star is not None
    assert (star.name, star.coded_by) == ("Star B", "me")


def test_the_coding_is_that_of_the_date() -> None:
    assert [code("Voice of America", date) for date in ("2023-01-01", "2025-07-31", "2025-08-01", None)] == [
        *("ISFM", "ISFM", "SC", "SC")
    ]
    early = find_outlet("Voice of America", date="2023-01-01")
    assert early is not None
    assert (early.as_of, early.later) == ("2024-02", True)


@pytest.mark.parametrize("public", ["BBC", "DW", "NPR", "France 24", "abc.net.au", "CBC"])
@pytest.mark.parametrize("state", ["RT", "CGTN", "Press TV"])
def test_public_broadcasters_never_stand_with_state_media(public: str, state: str) -> None:
    one, other = find_outlet(public, date="2025-01-01"), find_outlet(state)
    assert one is not None
    assert other is not None
    assert one.standing is Standing.INDEPENDENT_PUBLIC
    assert other.standing is Standing.STATE_CONTROLLED


def test_standings_keep_editorial_control_apart() -> None:
    apart = {standing for code, (_, standing) in CLASSES.items() if code.startswith("I")}
    assert apart == {Standing.INDEPENDENT_PUBLIC}
    assert all(
        (standing is Standing.INDEPENDENT_PUBLIC) == code.startswith("I") for code, (_, standing) in CLASSES.items()
    )


def test_behind_a_republisher_stands_the_origin() -> None:
    given = Provenance(published_by="MIL-OSI", origin="Xinhua", relation=Relation.REPUBLISHED)
    found = outlet_of(Article(id="A", text="", provenance=given))
    assert found is not None
    assert (found.name, found.role) == ("Xinhua", "origin")
    alone = outlet_of(Article(id="A", text="", provenance=Provenance(published_by="MIL-OSI", origin="Some Ministry")))
    assert alone is not None
    assert (alone.name, alone.role) == ("MIL-OSI", "publisher")


def test_a_paper_that_prints_a_wire_is_the_paper() -> None:
    given = Provenance(origin="Xinhua", relation=Relation.WIRE)
    found = outlet_of(Article(id="A", text="", url="https://www.theguardian.com/x", provenance=given))
    assert found is not None
    assert (found.name, found.role) == ("The Guardian", "publisher")


def test_the_text_is_never_looked_at() -> None:
    assert outlet_of(Article(id="A", text="Xinhua says: RT, BBC, win-win cooperation.")) is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name\tclass\n", "has other columns"),
        ("\t".join(COLUMNS) + "\nStar\t\tstar.example\tX\tX\tgood\t2026\tme\tlow\t\n", "line 2: is no outlet"),
    ],
)
def test_bad_tables_are_named(tmp_path: Path, text: str, says: str) -> None:
    table = tmp_path / "mine.tsv"
    table.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=says):
        find_outlet("Star", table=table)
    with pytest.raises(InputError, match="cannot be read"):
        find_outlet("Star", table=tmp_path / "none.tsv")
