"""``framing validate`` from a table of articles to the figures, coders played by a rule."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from framing.cli import commands

ROWS = [
    {"id": f"d{i}", "outlet": "The Daily", "text": f"Ship {i} may sail at noon. It never came back to the port of {i}."}
    for i in range(12)
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(commands, ["validate", *arguments])


def code(source: str, target: str, answer: dict[bool, str]) -> None:
    """Answer each item by whether the word ``may`` stands in […], as a coder would."""
    with Path(source).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row["code"] = answer["[may]" in row["text"]]
    with Path(target).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


def test_from_articles_to_figures(folder: Path) -> None:
    drawn = run("sample", "a.jsonl", "-o", "s.csv", "--markers", "hedges", "--per-marker", "6")
    assert (drawn.exit_code, drawn.stderr) == (0, "12 items in s.csv; the key is s.key.csv\n")
    assert "Daily" not in Path("s.csv").read_text(encoding="utf-8")
    code("s.csv", "a.csv", {True: "yes", False: "no"})
    code("s.csv", "b.csv", {True: "yes", False: "other"})
    good = run("score", "s.key.csv", "a.csv", "a.csv", "--json", "-o", "out.csv")
    assert good.exit_code == 0
    (row,) = json.loads(good.stdout)["markers"]
    assert (row["marker"], row["hits"], row["hits_judged"], row["precision"], row["recall"]) == ("hedges", 12, 6, 1, 1)
    assert json.loads(good.stdout)["alpha"] == row["alpha"] == 1
    with Path("out.csv").open(encoding="utf-8", newline="") as file:
        assert list(next(csv.reader(file))) == list(row)
    poor = run("score", "s.key.csv", "b.csv")
    assert poor.exit_code == 0
    assert "hedges" in poor.stdout
    assert "0.50" in poor.stdout
    assert "12 of 12 items coded; alpha over all: not known" in poor.stdout


def test_the_same_seed_gives_the_same_bytes(folder: Path) -> None:
    for name in ("x", "y"):
        run("sample", "a.jsonl", "-o", f"{name}.csv", "--seed", "5")
    assert Path("x.csv").read_bytes() == Path("y.csv").read_bytes()
    assert Path("x.key.csv").read_bytes() == Path("y.key.csv").read_bytes()


def test_bad_rows_are_said_and_the_rest_is_done(folder: Path) -> None:
    with Path("a.jsonl").open("a", encoding="utf-8") as file:
        file.write("nonsense\n")
    drawn = run("sample", "a.jsonl", "-o", "s.csv", "--markers", "hedges")
    assert drawn.exit_code == 1
    assert "a.jsonl, row 13: not JSON" in drawn.stderr
    code("s.csv", "a.csv", {True: "yes", False: "perhaps"})
    scored = run("score", "s.key.csv", "a.csv")
    assert scored.exit_code == 1
    assert "'perhaps' is no code" in scored.stderr
    assert "hedges" in scored.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("sample", "a.jsonl", "-o", "s.txt"), 2, "must end with .csv"),
        (("sample", "a.jsonl"), 2, "Missing option '-o'"),
        (("score", "s.key.csv"), 2, "Missing argument"),
    ],
)
def test_wrong_use(arguments: tuple[str, ...], code: int, said: str, folder: Path) -> None:
    result = run(*arguments)
    assert result.exit_code == code
    assert said in result.stderr
    assert [path.name for path in folder.iterdir()] == ["a.jsonl"]
