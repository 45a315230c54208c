"""A report with the reader's own lists: told like ours, in every state."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import page
import pytest

import framing.report
from framing.analysis import compare
from framing.data import folder
from framing.report import headline, render
from framing.report.compose import compose
from framing.report.tree import Figure, Table, Texts
from framing.report.wording import number
from framing.types import Comparison, Verdict
from tests.lexicon.making import CARD, lexicon
from tests.report.conftest import decided

MINE = replace(
    lexicon("bridge", "so called", "according to", "mayor", "may", name="mine"),
    card=replace(CARD, label="My five words", version="12345678"),
    sha256="12345678" * 8,
)


@pytest.fixture(scope="module")
def with_mine(states: dict[str, Comparison]) -> dict[str, Comparison]:
    """Three states again, with a list of five words."""
    return {
        name: compare([profile.document.article for profile in states[name].profiles], lexicons=[MINE])
        for name in ("plain", "short", "three")
    }


def tables(comparison: Comparison) -> Iterator[Table]:
    for section in compose(comparison).sections:
        for block in section.blocks:
            if isinstance(block, Table):
                yield block
            elif isinstance(block, Figure):
                yield block.table


def test_it_stands_in_every_table_of_markers(with_mine: dict[str, Comparison]) -> None:
    for name, comparison in with_mine.items():
        rows = {table.name: [row.key for row in table.rows] for table in tables(comparison)}
        assert rows["lexicons"][-1] == "mine"
        counted = {"groups", "markers", "hits"} & rows.keys()
        assert counted == ({"hits"} if name == "short" else {"groups", "markers"})
        assert all("group:user" in rows[table] for table in counted)
        assert "mine" in rows.get("markers", ["mine"])


def test_its_marks_wear_its_letter(with_mine: dict[str, Comparison]) -> None:
    for comparison in with_mine.values():
        texts = next(b for s in compose(comparison).sections for b in s.blocks if isinstance(b, Texts))
        assert (texts.key[-1].letter, texts.key[-1].label) == ("U", "Your lists")
        cards = [card for article in texts.articles for card in article.hits if card.marker == "mine"]
        assert cards
        assert {(card.letter, card.group, card.label) for card in cards} == {("U", "user", "My five words")}


def test_headlines_name_it(with_mine: dict[str, Comparison]) -> None:
    said = headline(decided(with_mine["plain"], {"user": Verdict.MORE_IN_B})).replace("\N{NO-BREAK SPACE}", " ")
    assert said == "More words of your lists in Text B; no group clearly more in Text A"
    fewer = decided(with_mine["three"], {"user": Verdict.MORE_IN_B})
    assert "clearly fewer words of your lists than the others" in headline(fewer)


def test_groups_are_counted_as_they_are(with_mine: dict[str, Comparison], two: Comparison) -> None:
    assert len(with_mine["plain"].groups) == len(two.groups) + 1
    for comparison in (with_mine["plain"], two):
        count = number(len(comparison.groups))
        said = str(compose(comparison))
        assert f"markers in {count} groups" in said
        assert f"The {count} groups in numbers" in said


def test_the_method_names_its_hash(with_mine: dict[str, Comparison]) -> None:
    said = str(compose(with_mine["plain"]))
    assert "your list mine: 12345678 123456781234" in said


def test_sixty_lists_are_all_on_paper(two: Comparison, tmp_path: Path) -> None:
    words = sorted({low for low in two.profiles[0].document.tokens.low if low.isalpha()})[:60]
    lists = [lexicon(word, name=f"l{number}") for number, word in enumerate(words)]
    named = [replace(made, card=replace(CARD, label=f"List {made.name}!")) for made in lists]
    comparison = compare([p.document.article for p in two.profiles], lexicons=named)
    path = tmp_path / "report.pdf"
    path.write_bytes(render(comparison, ["pdf"])["report.pdf"])
    assert page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1).is_compliant
    if shutil.which("pdftotext") is None:
        pytest.skip("needs pdftotext")
    printed = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    assert len(named) == 60
    assert all(" ".join(printed.split()).count(made.card.label) == 2 for made in named)


def test_every_group_has_a_line_style_of_its_own(with_mine: dict[str, Comparison]) -> None:
    letters = [group.letter for group in with_mine["plain"].groups]
    assert len(set(letters)) == len(letters)
    css, typ = (folder("templates").joinpath(name).read_text("utf-8") for name in ("page.css", "article.typ"))
    for text, style in ((css, r"(?:^|\}})\.{}\{{(.*?)\}}"), (typ, r"^  {}: (.*)")):
        found = [re.search(style.format(letter), text, re.MULTILINE) for letter in letters]
        assert len({match and match[1] for match in found} - {None}) == len(letters)


def test_no_part_of_the_report_knows_the_table_of_markers() -> None:
    for path in Path(framing.report.__file__).parent.glob("*.py"):
        names = [n.module for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.ImportFrom)]
        assert "framing.markers" not in names, path.name
