"""Pages: accessible, the same every time, with their foot, nothing too small, nothing executed."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import page
import pytest

from framing.analysis import compare
from framing.markers import GROUPS
from framing.report import render
from framing.report.writing import PAPERS
from framing.types import Comparison, Provenance, Relation, Verdict

from .conftest import WIRE, article, decided

PLAIN = ["plain", "short", "reprint", "german", "three", "seven", "single"]


def tool(*command: str) -> str:
    if shutil.which(command[0]) is None:
        pytest.skip(f"needs {command[0]}")
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def pdf(two: Comparison, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "report.pdf"
    path.write_bytes(render(two, ["pdf"])["report.pdf"])
    return path


def test_same_bytes_twice(two: Comparison, pdf: Path) -> None:
    assert render(two, ["pdf"])["report.pdf"] == pdf.read_bytes()


@pytest.mark.parametrize("state", PLAIN)
def test_every_state_is_accessible(states: dict[str, Comparison], state: str, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(render(states[state], ["pdf"])["report.pdf"])
    assert page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1).is_compliant


@pytest.mark.parametrize("paper", PAPERS)
def test_every_page_has_its_foot(two: Comparison, paper: str, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(render(two, ["pdf"], paper=paper)["report.pdf"])
    pages = tool("pdftotext", "-layout", str(path), "-").rstrip("\f").split("\f")
    assert 5 <= len(pages) <= 8
    for number, words in enumerate(pages, 1):
        assert "Describes wording. Says nothing about truth, intent or who wrote it." in words
        assert f"{number}/{len(pages)}" in words.replace(" ", "")


def test_no_type_is_too_small(pdf: Path) -> None:
    sizes = re.findall(
        r'<fontspec [^>]*size="(\d+)"', tool("pdftohtml", "-xml", "-i", "-zoom", "3", "-stdout", str(pdf))
    )
    assert min(map(int, sizes)) >= 26  # 8.7 pt, three times


def test_page_one_holds_the_story(pdf: Path, two: Comparison) -> None:
    first = tool("pdftotext", "-l", "1", str(pdf), "-")
    assert "What was counted, and what was taken off first" in first
    assert "Attribution & sourcing" in first


@pytest.mark.parametrize("paper", PAPERS)
def test_page_one_never_runs_into_its_foot(two: Comparison, paper: str, tmp_path: Path) -> None:
    provenance = Provenance(
        published_by="The Open Relay Wire of the Two Valleys and of the Hills",
        origin="Eastern Gate News Agency of the Northern District",
        relation=Relation.TRANSLATED,
        author="Clara Whitfield, Tomas Ibarra and a correspondent",
    )
    title = "A long headline that goes on for a good while about the bridge, the two valleys and the rest"
    profiles = []
    for profile in two.profiles:
        article = replace(profile.document.article, provenance=provenance, title=title, date="2026-02-04")
        profiles.append(replace(profile, document=replace(profile.document, article=article)))
    verdicts = dict(zip([g.name for g in GROUPS], [Verdict.MORE_IN_A, Verdict.MORE_IN_B] * 3, strict=False))
    worst = decided(replace(two, profiles=tuple(profiles)), {**verdicts, "facts": Verdict.TOO_LITTLE_TEXT})
    path = tmp_path / "report.pdf"
    path.write_bytes(render(worst, ["pdf"], paper=paper)["report.pdf"])
    first = lines_of(path)
    files = next(top for top, _, words in first if words.startswith("What was counted,"))
    assert files - max(bottom for _, bottom, words in first if bottom < files + 6 and words) > 10
    foot = next(top for top, _, words in first if words.startswith("Describes wording."))
    assert foot - max(bottom for top, bottom, _ in first if top < foot - 2) > 5


def lines_of(path: Path) -> list[tuple[float, float, str]]:
    """Top, bottom and words of the lines of page one."""
    found = re.findall(
        r'<line xMin="[^"]*" yMin="([^"]*)" xMax="[^"]*" yMax="([^"]*)">(.*?)</line>',
        tool("pdftotext", "-l", "1", "-bbox-layout", str(path), "-"),
        re.DOTALL,
    )
    return [(float(top), float(bottom), " ".join(re.sub("<[^>]+>", " ", x).split())) for top, bottom, x in found]


def test_a_long_text_runs_on_in_both_columns(tmp_path: Path) -> None:
    words = [f"w{number}" for number in range(9000)]
    long = "\n\n".join(" ".join(words[i : i + 90]) + "." for i in range(0, len(words), 90))
    made = render(compare([article(long, "A"), article(WIRE, "B")]), ["pdf"])["report.pdf"]
    path = tmp_path / "report.pdf"
    path.write_bytes(made)
    told = tool("pdftotext", "-raw", str(path), "-")
    assert [int(number) for number in re.findall(r"\bw(\d+)", told[told.index("Both texts, marked") :])] == [
        *range(9000)
    ]
    assert told.count("\f") < 18


def test_articles_never_become_markup(states: dict[str, Comparison], tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="no font here shows"):
        made = render(states["nasty"], ["pdf"])["report.pdf"]
    path = tmp_path / "report.pdf"
    path.write_bytes(made)
    assert page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1).is_compliant
    words = tool("pdftotext", str(path), "-")
    assert "#panic(“x”) *bold* _em_ $x^2$ @ref" in words.replace("\n", " ")
    assert "<script>alert(1)</script>" in words.replace("\n", " ")
    assert "Путин, Ελλάδα, □□□" in words.replace("\n", " ")
