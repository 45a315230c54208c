"""The command line as a person meets it: files out, one clear line for what cannot be done."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from framing.__main__ import main
from framing.cli import COMMANDS, commands

GOOD = (
    "Harbour reopens after strike\n\n"
    "The harbour of Port Sele reopened on Monday after a strike of nine days, the operator said. "
    "About 400 dockers returned to work at six in the morning, according to the union. "
    '"We are glad that this is over," said Mara Holt, who leads the union. '
    "The two sides will meet again in May to talk about pay. Ships had been waiting since the first of April.\n\n"
)
OTHER = (
    "Dockers defeated as port finally opens\n\n"
    "The reckless strike that has held the whole country hostage came to an end on Monday when the port of Sele "
    "was opened again. Clearly, nobody won. The government must never allow such chaos again, and it should "
    "protect every family that depends on the port. Traders may need weeks to recover what they have lost.\n\n"
)
BAD = {
    "missing": None,
    "empty": b"",
    "binary": bytes(range(256)) * 40,
    "pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n" * 20,
    "word": b"Harbour",
    "boilerplate": b"Share this article\nSubscribe to our newsletter\nRead more: Ships\nAdvertisement\n",
    "huge": b"The ship was late again today. " * 700_000,
    "spaceless": b"harbour" * 4000,
    "german": (
        "Der Hafen wurde am Montag nach einem neun Tage langen Streik wieder geöffnet, und die Arbeiter kehrten "
        "am Morgen zu ihrer Arbeit zurück. Die Gewerkschaft sagte, dass sie mit dem Ergebnis zufrieden ist. "
    ).encode()
    * 5,
}


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(GOOD, encoding="utf-8")
    Path("b.txt").write_text(OTHER, encoding="utf-8")
    for name, content in BAD.items():
        if content is not None:
            Path(f"{name}.txt").write_bytes(content)
    return tmp_path


def run(*arguments: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Run the command as installed: code, standard output, standard error."""
    monkeypatch.setattr(sys, "argv", ["framing", *arguments])
    code = 0
    try:
        main()
    except SystemExit as stop:
        if isinstance(stop.code, str):
            print(stop.code, file=sys.stderr)
        code = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    return code, *capsys.readouterr()


def test_compare_writes_what_was_asked(texts: Path, monkeypatch, capsys) -> None:
    code, out, err = run("compare", "a.txt", "b.txt", "--formats", "json,csv", monkeypatch=monkeypatch, capsys=capsys)
    assert code == 0
    folder = Path("reports/out/a-vs-b")
    assert {Path(line) for line in out.splitlines()} == set(folder.iterdir())
    assert json.loads((folder / "report.json").read_text(encoding="utf-8"))["schema"] == 1
    assert err.splitlines()[0] == "Both texts are too short to compare"
    assert max(map(len, err.splitlines())) <= 80


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_line_and_nothing_is_written(name: str, texts: Path, monkeypatch, capsys) -> None:
    arguments = ("compare", "a.txt", f"{name}.txt", "-o", "out", "--formats", "json")
    code, out, err = run(*arguments, monkeypatch=monkeypatch, capsys=capsys)
    assert code == 1
    assert out == ""
    lines = err.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith(f"framing: {name}.txt: ")
    assert "nothing to compare" in lines[1]
    assert not Path("out").exists()


@pytest.mark.parametrize("name", BAD)
def test_the_rest_is_still_done(name: str, texts: Path, monkeypatch, capsys) -> None:
    arguments = ("compare", "a.txt", f"{name}.txt", "b.txt", "-o", "out", "--formats", "json", "--quiet")
    code, out, err = run(*arguments, monkeypatch=monkeypatch, capsys=capsys)
    assert code == 1
    assert out == ""
    assert len(err.splitlines()) == 1
    assert [a["id"] for a in json.loads(Path("out/report.json").read_bytes())["articles"]] == ["A", "B"]


def test_a_folder_is_no_article(texts: Path, monkeypatch, capsys) -> None:
    code, _, err = run("compare", "a.txt", ".", monkeypatch=monkeypatch, capsys=capsys)
    assert code == 1
    assert "folder" in err


def test_the_same_text_twice_is_said(texts: Path, monkeypatch, capsys) -> None:
    Path("again.txt").write_text(GOOD.replace("\n\n", "\n\n\n"), encoding="utf-8")
    code, _, err = run("compare", "a.txt", "again.txt", monkeypatch=monkeypatch, capsys=capsys)
    assert code == 1
    assert "again.txt: the same text as a.txt" in err


def test_near_copies_are_compared_and_said(texts: Path, monkeypatch, capsys) -> None:
    Path("copy.txt").write_text(GOOD + "A ship left.", encoding="utf-8")
    arguments = ("compare", "a.txt", "copy.txt", "-o", "out", "--formats", "json")
    code, _, err = run(*arguments, monkeypatch=monkeypatch, capsys=capsys)
    assert code == 0
    assert "share" in err
    assert json.loads(Path("out/report.json").read_bytes())["reprints"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("a.txt", "b.txt", "--formats", "doc"), "unknown format 'doc'; choose from: pdf"),
        (("a.txt", "b.txt", "--paper", "a5"), "unknown paper 'a5'"),
        (("event:nothing", "b.txt"), "unknown event 'nothing'; choose from: change-6"),
        (("a.txt", "b.txt", "-o", "a.txt"), "a.txt"),
        (("a.txt", "b.txt", "-o", "a.txt/out"), "a.txt"),
    ],
)
def test_what_cannot_be_done_is_said(arguments: tuple[str, ...], said: str, texts: Path, monkeypatch, capsys) -> None:
    code, _, err = run("compare", *arguments, monkeypatch=monkeypatch, capsys=capsys)
    assert code == 1
    assert said in err
    assert "Traceback" not in err
    assert (texts / "a.txt").read_text(encoding="utf-8") == GOOD


def test_wrong_use_is_two(texts: Path, monkeypatch, capsys) -> None:
    assert run("compare", "--nonsense", monkeypatch=monkeypatch, capsys=capsys)[0] == 2
    assert run("nonsense", monkeypatch=monkeypatch, capsys=capsys)[0] == 2


def test_existing_reports_are_replaced_whole(texts: Path, monkeypatch, capsys) -> None:
    arguments = ("compare", "a.txt", "b.txt", "-o", "out", "--formats", "json", "--quiet")
    run(*arguments, monkeypatch=monkeypatch, capsys=capsys)
    first = Path("out/report.json").read_bytes()
    Path("out/mine.txt").write_text("keep", encoding="utf-8")
    Path("out/report.json").write_text("old", encoding="utf-8")
    run(*arguments, monkeypatch=monkeypatch, capsys=capsys)
    assert Path("out/report.json").read_bytes() == first
    assert sorted(path.name for path in Path("out").iterdir()) == ["mine.txt", "report.json"]


def test_standard_input(texts: Path) -> None:
    command = [sys.executable, "-m", "framing", "compare", "-", "b.txt", "-o", "out", "--formats", "json", "--json"]
    done = subprocess.run(command, input=GOOD.encode(), capture_output=True, check=True)
    assert json.loads(done.stdout)["files"] == [str(Path("out/report.json"))]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str) -> None:
    result: Result = CliRunner().invoke(commands, [name, "--help"])
    assert result.exit_code == 0
    assert f"framing {name}" in result.output or name == "lexicon"


def test_show_prints_text_and_hits(texts: Path, monkeypatch, capsys) -> None:
    code, out, _ = run("show", "b.txt", "--marker", "obligation", "--json", monkeypatch=monkeypatch, capsys=capsys)
    hits = json.loads(out)
    assert code == 0
    assert {hit["match"] for hit in hits} >= {"must", "should"}
    assert all(OTHER[hit["start"] : hit["end"]] == hit["match"] for hit in hits)
    code, out, _ = run("show", "b.txt", monkeypatch=monkeypatch, capsys=capsys)
    assert code == 0
    assert "own" in out
    assert "[must S]" in out
    assert "Hits in all voices: S Stance & argument" in out


def test_events_and_lexicons_are_listed(monkeypatch, capsys) -> None:
    _, out, _ = run("events", monkeypatch=monkeypatch, capsys=capsys)
    assert sum(line.startswith("event:") for line in out.splitlines()) >= 6
    _, out, _ = run("lexicon", "list", monkeypatch=monkeypatch, capsys=capsys)
    assert len(out.splitlines()) >= 14
    _, out, _ = run("lexicon", "show", "hedges", monkeypatch=monkeypatch, capsys=capsys)
    assert "construct:" in out
    assert run("lexicon", "show", "nothing", monkeypatch=monkeypatch, capsys=capsys)[0] == 1
