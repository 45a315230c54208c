"""The researchers' page is true: its commands and its Python run, in the order they stand there."""

from __future__ import annotations

import csv
import doctest
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from framing.cli import COMMANDS, commands

PAGE = Path(__file__).resolve().parents[1] / "docs" / "researchers.md"
COMMAND = re.compile(r"^\$ framing (.+)$", re.MULTILINE)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the page takes for granted: a table, another one, a folder of texts and a list."""
    monkeypatch.chdir(tmp_path)
    articles = [
        {
            "id": f"{outlet}-{number}",
            "outlet": outlet,
            "kind": "opinion" if number % 2 else "news",
            "text": f"Ship {number} may sail on Monday, {outlet} said. "
            + ("It must never come back, and clearly it should not. " if number % 2 else "The port of Sele is open. "),
        }
        for outlet in ("Harbour Post", "Northern Gazette", "Daily Tide")
        for number in range(4)
    ]
    Path("articles.jsonl").write_text("".join(json.dumps(row) + "\n" for row in articles), encoding="utf-8")
    Path("archive.csv").write_text("key,body\n1,The port may be closed again in May.\n", encoding="utf-8")
    Path("texts").mkdir()
    Path("texts/a.txt").write_text(articles[0]["text"], encoding="utf-8")
    Path("ships.tsv").write_text("pattern\nship*\nport\n", encoding="utf-8")
    return tmp_path


def play_a_coder() -> None:
    with Path("sample.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for name in ("coded-a.csv", "coded-b.csv"):
        with Path(name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows({**row, "code": "yes" if "may" in row["text"] else "no"} for row in rows)


def test_the_commands_of_the_page_run(folder: Path) -> None:
    lines = COMMAND.findall(PAGE.read_text(encoding="utf-8"))
    for line in lines:
        if "validate score" in line:
            play_a_coder()
        result = CliRunner().invoke(commands, line.split())
        assert result.exit_code == 0, (line, result.output)
        written = Path(re.search(r"-o (\S+)", line)[1])
        assert written.stat().st_size > 100
    assert {line.split()[0] for line in lines} == {"score", "validate"} <= set(COMMANDS)
    assert Path("profiles.jsonl.run.json").is_file()
    with Path("mine.csv").open(encoding="utf-8", newline="") as file:
        assert any(row["marker"] == "ships" and int(row["count"] or 0) for row in csv.DictReader(file))


def test_the_python_of_the_page_runs(folder: Path) -> None:
    options = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
    failed, tried = doctest.testfile(str(PAGE), module_relative=False, optionflags=options, encoding="utf-8")
    assert (failed, tried > 10) == (0, True)
