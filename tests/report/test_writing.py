"""Files: named as promised, all or nothing, the same every time."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from framing.errors import OptionError, OutputError
from framing.report import check_formats, headline, render, write_report, writing
from framing.types import Comparison


@pytest.fixture(scope="module")
def files(two: Comparison) -> dict[str, bytes]:
    return render(two)


def test_names(files: dict[str, bytes]) -> None:
    assert {"report.pdf", "report.html", "report.json", "report.csv", "report.png", "report-2.png"} <= set(files)
    for name in ("groups", "markers", "voices", "files"):
        assert files[f"report-figure-{name}.alt.txt"].decode().endswith(".\n")


def test_pictures_carry_their_description(files: dict[str, bytes]) -> None:
    for name, content in files.items():
        if name.endswith(".png"):
            assert content.startswith(b"\x89PNG")
            assert b"iTXtDescription" in content
    alt = files["report-figure-groups.alt.txt"].strip()
    assert alt in files["report-figure-groups.png"]


def test_same_bytes_twice(two: Comparison, files: dict[str, bytes]) -> None:
    assert render(two) == files


def test_a_described_picture_is_still_a_picture(two: Comparison, files: dict[str, bytes]) -> None:
    from io import BytesIO

    from PIL import Image

    with Image.open(BytesIO(files["report.png"])) as image:
        image.load()
        assert image.info["Description"] == headline(two)
        assert image.size == (1240, 1754)


def test_all_files_are_written(two: Comparison, tmp_path: Path) -> None:
    paths = write_report(two, tmp_path / "new" / "out", ["json", "csv"])
    assert sorted(path.name for path in (tmp_path / "new" / "out").iterdir()) == sorted(path.name for path in paths)


def test_files_of_an_earlier_report_go(two: Comparison, tmp_path: Path) -> None:
    stale = ["report.pdf", "report.png", "report-99.png", "report-figure-groups.alt.txt", "report.hits.csv"]
    kept = ["notes.txt", "report.txt", "report-final.pdf", "my-report.pdf", "report-figure-mine.png"]
    for name in stale + kept:
        (tmp_path / name).write_bytes(b"old")
    write_report(two, tmp_path, ["json"])
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*kept, "report.json"])


def test_all_names_are_known_as_ours(files: dict[str, bytes]) -> None:
    assert all(writing._OURS.fullmatch(name) for name in files)


def test_nothing_is_written_if_one_format_fails(
    two: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(job: Any) -> dict[str, bytes]:
        raise RuntimeError

    monkeypatch.setitem(writing.FORMATS, "csv", broken)  # type: ignore[arg-type]
    (tmp_path / "report.json").write_bytes(b"old")
    with pytest.raises(RuntimeError):
        write_report(two, tmp_path, ["json", "csv"])
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]
    assert (tmp_path / "report.json").read_bytes() == b"old"


def test_a_folder_that_cannot_be_written_to(two: Comparison, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match="choose a folder"):
        write_report(two, tmp_path / "file", ["json"])
    (tmp_path / "out" / "report.json").mkdir(parents=True)
    (tmp_path / "out" / "report.pdf").write_bytes(b"old")
    with pytest.raises(OutputError, match=re.escape(str(tmp_path / "out" / "report.json"))):
        write_report(two, tmp_path / "out", ["csv", "json"])
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["report.json", "report.pdf"]


@pytest.mark.parametrize(("formats", "paper"), [(["doc"], "a4"), ([], "a4"), (["pdf"], "a5")])
def test_unknown_formats_and_papers(formats: list[str], paper: str) -> None:
    with pytest.raises(OptionError):
        check_formats(formats, paper)
