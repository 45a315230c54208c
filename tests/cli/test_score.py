"""``framing score`` as a person meets it, an interrupt included."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from framing.cli import commands

TEXT = "The harbour may open again on Monday, the operator said. Nobody knows when the ships will leave."
COMMAND = [sys.executable, "-m", "framing", "score"]


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    rows = [{"id": "a", "text": TEXT, "story": "s"}, {"id": "b"}, {"id": "c", "text": TEXT}]
    Path("a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return tmp_path


def run(*arguments: str, **options: object) -> Result:
    return CliRunner().invoke(commands, ["score", *arguments], **options)


def test_bad_rows_are_named_and_counted(table: Path) -> None:
    result = run("a.jsonl")
    assert result.exit_code == 1
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["a", "c"]
    fault, summary = result.stderr.splitlines()
    assert fault.startswith("framing: a.jsonl, row 2: no text; every row needs one")
    assert summary == "2 articles scored, 1 row could not be read"


def test_all_well_is_zero_and_quiet_is_quiet(table: Path) -> None:
    Path("b.txt").write_text(TEXT, encoding="utf-8")
    result = run("b.txt", "--quiet", "-o", "out/b.csv")
    assert (result.exit_code, result.output) == (0, "")
    with Path("out/b.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["doc_id"] for row in rows} == {"b.txt"}
    assert sorted(path.name for path in Path("out").iterdir()) == ["b.csv", "b.csv.run.json"]
    record = json.loads(Path("out/b.csv.run.json").read_bytes())
    assert {row["run_id"] for row in rows} == {record["run_id"]}
    assert record["inputs"] == [{"name": "b.txt", "sha256": hashlib.sha256(TEXT.encode()).hexdigest()}]
    assert (record["articles"], record["not_read"]) == (1, 0)


def test_a_pipe_is_read_once(table: Path) -> None:
    os.mkfifo("pipe.jsonl")
    with subprocess.Popen(["cp", "a.jsonl", "pipe.jsonl"]):
        result = run("pipe.jsonl", "-o", "out.jsonl")
    assert len(Path("out.jsonl").read_bytes().splitlines()) == 2
    assert result.exit_code == 1
    assert json.loads(Path("out.jsonl.run.json").read_bytes())["inputs"] == [{"name": "pipe.jsonl", "sha256": ""}]


def test_standard_input(table: Path) -> None:
    result = run("-", "--columns", "text=body", "--with-text", input=json.dumps({"id": "x", "body": TEXT}))
    assert result.exit_code == 0
    assert json.loads(result.stdout)["text"] == TEXT


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Missing argument"),
        (("a.parquet",), "no Parquet"),
        (("a.jsonl", "-o", "out.parquet"), "no Parquet"),
        (("a.jsonl", "-o", "out.xlsx"), "must end with .jsonl or .csv"),
        (("a.jsonl", "-o", "a.jsonl"), "is one of the inputs"),
        (("a.jsonl", "--engine", "dask"), "no engine 'dask'"),
        (("a.jsonl", "--jobs", "-1"), "-1"),
        (("a.jsonl", "--columns", "body=text"), "OURS being one of text, id, title"),
        (("a.jsonl", "--columns", "text"), "write OURS=THEIRS"),
    ],
)
def test_wrong_use_is_two(arguments: tuple[str, ...], said: str, table: Path) -> None:
    before = Path("a.jsonl").read_bytes()
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert Path("a.jsonl").read_bytes() == before
    assert [path.name for path in table.iterdir()] == ["a.jsonl"]


def test_where_nothing_can_be_read_nothing_is_written(table: Path) -> None:
    Path("out.jsonl").write_text("earlier", encoding="utf-8")
    done = subprocess.run([*COMMAND, "no.csv", "-o", "out.jsonl"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "no.csv: cannot be read, or not to its end (No such file or directory)" in done.stderr
    assert "no article could be read; nothing is written" in done.stderr
    assert "Traceback" not in done.stderr
    assert Path("out.jsonl").read_text(encoding="utf-8") == "earlier"
    assert len(list(table.iterdir())) == 2


def test_processes_may_be_spawned_afresh(table: Path) -> None:
    """As they are on macOS and Windows, where a process inherits nothing."""
    script = Path("spawned.py")
    script.write_text(
        "import multiprocessing, sys\nfrom framing.__main__ import main\n"
        "if __name__ == '__main__':\n    multiprocessing.set_start_method('spawn')\n    main()\n",
        encoding="utf-8",
    )
    command = [sys.executable, str(script), "score", "a.jsonl", "--jobs", "2"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    here = run("a.jsonl")
    assert (done.stdout, done.stderr, done.returncode) == (here.stdout, here.stderr, here.exit_code)


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_leaves_nothing_half_written(stop: signal.Signals, table: Path) -> None:
    """The input never ends, so the run is surely in its middle when it is stopped, part of it written."""
    with subprocess.Popen(
        [*COMMAND, "-", "-o", "out.jsonl", "--jobs", "2"], stdin=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stderr
        deadline = time.monotonic() + 30
        while not any(path.stat().st_size for path in table.glob(".out.jsonl.*")):
            assert time.monotonic() < deadline
            process.stdin.write((json.dumps({"text": TEXT}) + "\n").encode() * 32)
            process.stdin.flush()
        process.send_signal(stop)
        said = process.stderr.read().decode()
        assert process.wait(timeout=30) == 130
    assert said.endswith("framing: stopped; out.jsonl is not written\n")
    assert "Traceback" not in said
    assert [path.name for path in table.iterdir()] == ["a.jsonl"]


def test_progress_is_for_a_terminal(table: Path) -> None:
    terminal, end = os.openpty()
    subprocess.run([*COMMAND, "a.jsonl", "-o", "out.jsonl"], stderr=end, check=False)
    os.close(end)
    shown = os.read(terminal, 10_000).decode()
    os.close(terminal)
    assert "\r2 articles, " in shown
    assert shown.rstrip().endswith("2 articles scored, 1 row could not be read")


def test_a_closed_pipe_ends_it_quietly(table: Path) -> None:
    Path("b.jsonl").write_text((json.dumps({"text": TEXT}) + "\n") * 400, encoding="utf-8")
    with subprocess.Popen([*COMMAND, "b.jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        assert json.loads(process.stdout.readline())["id"] == "b.jsonl:1"
        process.stdout.close()
        assert "Traceback" not in process.stderr.read().decode()
        assert process.wait(timeout=30) == 1
