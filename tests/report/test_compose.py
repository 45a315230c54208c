"""The tree: numbers agree everywhere, figures are complete, empty sections are not there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from framing.analysis import compare
from framing.plots import BarChart, DotChart
from framing.reading import article_from_text, read_article
from framing.report.compose import compose
from framing.report.story import cards
from framing.report.tree import Card, Cards, Facts, Figure, Line, Notes, Report, Table, Texts
from framing.report.wording import FOOT, rate
from framing.types import Comparison, Provenance, Verdict, Voice

from .conftest import damaged, decided

EVERY = ["plain", "short", "both short", "reprint", "german", "translated", "nobody quoted", "no hits", "nasty"]
EVERY += ["three", "five", "seven", "single"]


@pytest.fixture(scope="session")
def report(two: Comparison) -> Report:
    return compose(two)


def figure(report: Report, name: str) -> Figure:
    return next(figure for figure in report.figures if figure.name == name)


@pytest.mark.parametrize("state", EVERY)
def test_every_state_is_told(states: dict[str, Comparison], state: str) -> None:
    report = compose(states[state])
    assert report.title
    assert report.standfirst.endswith(".")
    assert report.foot == FOOT
    assert report.sections[0].name == "story"
    assert all(section.blocks for section in report.sections)
    assert len({figure.name for figure in report.figures}) == len(report.figures)


@pytest.mark.parametrize("state", EVERY)
def test_figures_are_complete(states: dict[str, Comparison], state: str) -> None:
    for figure in compose(states[state]).figures:
        assert figure.title
        assert figure.alt.endswith(".")
        assert figure.alt.count(". ") >= 1, figure.alt
        assert figure.table.rows
        assert figure.caption
        widths = sum(column.width for column in figure.table.columns)
        assert widths <= 174.01


@pytest.mark.parametrize("state", EVERY)
def test_tables_are_rectangles(states: dict[str, Comparison], state: str) -> None:
    for section in compose(states[state]).sections:
        for block in section.blocks:
            table = block.table if isinstance(block, Figure) else block
            if isinstance(table, Table):
                assert {len(row.cells) for row in table.rows} <= {len(table.columns)}


@pytest.mark.parametrize("name", ["groups", "markers"])
def test_chart_table_and_comparison_agree(two: Comparison, report: Report, name: str) -> None:
    shown = figure(report, name)
    assert isinstance(shown.chart, DotChart)
    contrasts = {c.marker: c for c in two.contrasts if c.voice is Voice.OWN}
    cells = {row.key: [(c.value, c.note) for c in row.cells] for row in shown.table.rows}
    assert {row.key for row in shown.chart.rows} == set(cells)
    for row in shown.chart.rows:
        contrast = contrasts[row.key]
        assert cells[row.key][2][0] == str(contrast.a.count)
        assert cells[row.key][4][0] == str(contrast.b.count)
        if contrast.verdict is Verdict.TOO_LITTLE_TEXT:
            assert row.points == (None, None)
            assert cells[row.key][3][0] == ""
            continue
        for place, point, side in zip((3, 5), row.points, (contrast.a, contrast.b), strict=True):
            assert point is not None
            assert (point.value, point.low, point.high) == (side.per_1000, side.low, side.high)
            assert cells[row.key][place] == (rate(point.value), f"{point.low:.0f}–{point.high:.0f}")


def test_voices_agree(two: Comparison, report: Report) -> None:
    shown = figure(report, "voices")
    assert isinstance(shown.chart, BarChart)
    for index, (bar, profile) in enumerate(zip(shown.chart.bars, two.profiles, strict=True), 1):
        assert sum(part.words for part in bar.parts) == profile.words.total
        assert sum(part.share for part in bar.parts) == pytest.approx(100)
        assert [row.cells[index].value for row in shown.table.rows] == [f"{part.words:,}" for part in bar.parts]
        assert [row.cells[index].note for row in shown.table.rows] == [part.printed for part in bar.parts]


@pytest.mark.parametrize("state", ["plain", "translated", "three", "nasty"])
def test_files_add_up(states: dict[str, Comparison], state: str) -> None:
    comparison = states[state]
    shown = figure(compose(comparison), "files")
    assert isinstance(shown.chart, BarChart)
    for bar, profile in zip(shown.chart.bars, comparison.profiles, strict=True):
        assert sum(part.words for part in bar.parts if part.kind == "kept") == profile.words.total
        assert sum(part.words for part in bar.parts if part.kind == "removed") == profile.words.removed


def test_clear_differences_come_first(two: Comparison) -> None:
    report = compose(decided(two, {"facts": Verdict.MORE_IN_A, "labels": Verdict.MORE_IN_B}))
    chart = figure(report, "groups").chart
    assert isinstance(chart, DotChart)
    assert [(block.title.replace("\N{NO-BREAK SPACE}", " "), block.clear) for block in chart.blocks] == [
        ("More in Text A", True),
        ("More in Text B", True),
        ("No clear difference", False),
    ]
    assert [row.key for row in chart.rows[:2]] == ["group:facts", "group:labels"]


def test_without_a_clear_difference_groups_keep_their_order(two: Comparison) -> None:
    chart = figure(compose(decided(two, {})), "groups").chart
    assert isinstance(chart, DotChart)
    assert [row.letter for row in chart.rows] == list("SEWLGJTFN")


@pytest.mark.parametrize("state", ["short", "both short", "german", "reprint", "single"])
def test_no_rates_where_none_may_be_given(states: dict[str, Comparison], state: str) -> None:
    report = compose(states[state])
    assert not any(isinstance(figure.chart, DotChart) for figure in report.figures)
    assert "markers" not in {section.name for section in report.sections}


def test_no_register_section_but_a_reason(report: Report) -> None:
    assert "register" not in {section.name for section in report.sections}
    notes = next(b for s in report.sections for b in s.blocks if isinstance(b, Notes))
    assert any("no register model" in " ".join(note.paragraphs) for note in notes.notes)
    assert any("can still be “no clear difference”" in " ".join(note.paragraphs) for note in notes.notes)
    assert any("lower than the sum of its markers" in " ".join(note.paragraphs) for note in notes.notes)
    assert any("cannot read irony" in " ".join(note.paragraphs) for note in notes.notes)


def test_page_one_has_cards_and_facts(report: Report) -> None:
    kinds = [type(block) for block in report.sections[0].blocks]
    assert kinds == [Cards, Figure, Facts, Figure]


def test_more_than_six_texts_leave_the_paper(states: dict[str, Comparison]) -> None:
    texts = next(s for s in compose(states["seven"]).sections if s.name == "texts")
    assert not texts.printed
    assert next(s for s in compose(states["five"]).sections if s.name == "texts").printed


def test_panels_show_every_text(states: dict[str, Comparison]) -> None:
    shown = figure(compose(states["three"]), "groups")
    assert shown.kind == "panels"
    assert isinstance(shown.chart, DotChart)
    assert all(len(row.points) == len(row.clear) == 3 for row in shown.chart.rows)


def test_damaged_texts_get_no_verdict_on_sourcing_and_a_reason(two: Comparison) -> None:
    report = compose(damaged(two, "B"))
    for name in ("groups", "markers"):
        shown = figure(report, name)
        assert isinstance(shown.chart, DotChart)
        row = next(row for row in shown.chart.rows if row.key == "group:sourcing")
        assert row.points == (None, None)
        assert row.note == "voices cannot be told apart here"
        assert row.says.endswith("voices cannot be told apart here.")
        assert next(row for row in shown.table.rows if row.key == "group:sourcing").cells[-1].value == "voices unclear"
    assert "stand in quotation marks" not in str(report.sections[0].blocks)
    assert "punctuation is missing" in str(report.sections[0].blocks[0]).lower()
    assert "Nobody is quoted" not in str(report)


def test_damaged_texts_among_several(states: dict[str, Comparison]) -> None:
    chart = figure(compose(damaged(states["three"], "C")), "groups").chart
    assert isinstance(chart, DotChart)
    assert [row.key for row in chart.rows if row.note == "voices unclear"] == ["group:sourcing"]
    assert next(row for row in chart.rows if row.key == "group:sourcing").points == (None, None, None)


def card(comparison: Comparison, **meta: object) -> Card:
    profile = comparison.profiles[0]
    article = replace(profile.document.article, **meta)  # type: ignore[arg-type]
    document = replace(profile.document, article=article, title=None)
    return cards([replace(profile, document=document), comparison.profiles[1]]).cards[0]


def test_cards_tell_texts_apart_by_their_file(two: Comparison) -> None:
    bare = card(two, title=None, source="news/2026/a-bridge.txt")
    assert bare.title == "No headline in a-bridge.txt"
    assert card(two, title="A bridge", source="news/a-bridge.txt").lines[0] == "Publisher not stated in a-bridge.txt."
    assert card(two, title=None, source="-").title == "No headline in the file"


def test_cards_name_one_body_once(two: Comparison) -> None:
    for one, other in (("Ondrian Press Agency (OPA)", "OPA"), ("Ondrian Press", "Ondrian Press Agency")):
        for publisher, origin in ((one, other), (other, one)):
            found = card(two, provenance=Provenance(published_by=publisher, origin=origin)).lines[0]
            assert found == f"Carried by {max(one, other, key=len)}."
    found = card(two, provenance=Provenance(published_by="Capital News", origin="AP")).lines[0]
    assert found == "Carried by Capital News; origin named as AP."


def test_titles_keep_their_own_quotation_marks(two: Comparison) -> None:
    assert card(two, title='Chart "New Blueprint" drawn').title == "“Chart ‘New Blueprint’ drawn”"


def test_no_title_stands_twice(states: dict[str, Comparison]) -> None:
    for state in EVERY:
        for section in compose(states[state]).sections:
            assert section.title not in {b.title for b in section.blocks if isinstance(b, Table) and section.title}


def test_marks_of_markdown_are_not_shown(tmp_path: Path) -> None:
    text = "# The port\n\nThe **council** said on Monday that [talks](https://example.org/a) may go on for weeks. " * 3
    other = "The port was open on Monday and the council said that it may stay open for weeks to come. " * 3
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")
    articles = [read_article(path), article_from_text(other, id="b")]
    marked, _ = next(b for s in compose(compare(articles)).sections for b in s.blocks if isinstance(b, Texts)).articles
    shown = "".join(segment.words for line in marked.lines if isinstance(line, Line) for segment in line.segments)
    assert "The council said on Monday that talks may go on" in " ".join(shown.split())
    assert not set("*[]()") & set(shown)
