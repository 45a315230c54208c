"""Rows as they come: every kind of table, and what is said of each bad row."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import pytest

from framing.corpus.tables import LONGEST_LINE, Row, read_rows, to_article
from framing.errors import FramingError

TEXT = "The operator said after the strike that the harbour may open again on Monday."
PAGE = f"<html><body><article>{f'<p>{TEXT}</p>' * 9}</article></body></html>"


def outcomes(*paths: str | Path, **columns: str) -> list[str]:
    """The id of each article, or what is said of it."""
    found = []
    for row in read_rows(map(str, paths), columns):
        try:
            found.append(to_article(row, columns).id)
        except FramingError as error:
            found.append(str(error))
    return found


def jsonl(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_one_row_of_each_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    row = {"id": "a", "text": TEXT, "title": "T", "outlet": "O", "date": "2026-01-02", "url": "u", "language": "en"}
    jsonl(Path("a.jsonl"), {**row, "story": 7})
    Path("b.csv").write_text("﻿" + ",".join([*row, "story"]) + "\r\n" + f'a,"{TEXT}",T,O,2026-01-02,u,en,7\r\n')
    Path("c.csv").write_text(";".join([*row, "story"]) + "\n" + f"a;{TEXT};T;O;2026-01-02;u;en;7\n")
    Path("d.jsonl.gz").write_bytes(gzip.compress(Path("a.jsonl").read_bytes()))
    articles = [to_article(row) for row in read_rows(["a.jsonl", "b.csv", "c.csv", "d.jsonl.gz"])]
    for article in articles:
        assert (article.id, article.text, article.title, article.outlet) == ("a", TEXT, "T", "O")
        assert (article.date, article.url, article.language) == ("2026-01-02", "u", "en")
    assert [a.extra["columns"] for a in articles] == [{"story": story, "url": "u"} for story in (7, "7", "7", 7)]


def test_other_names_and_missing_ids(tmp_path: Path) -> None:
    table = jsonl(tmp_path / "a.jsonl", {"body": TEXT, "key": 12}, {"body": TEXT}, {"body": TEXT, "doc_id": "d"})
    assert outcomes(table, text="body", id="key") == ["12", "a.jsonl:2", "d"]


def test_folders_are_read_in_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/10.md", "a.html", "c.txt", ".hidden.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PAGE if name == "a.html" else TEXT, encoding="utf-8")
    jsonl(tmp_path / "b" / "t.jsonl", {"text": TEXT})
    (tmp_path / "b" / "x.docx").write_bytes(b"PK")
    with pytest.warns(UserWarning, match=r"left out, being of other kinds: 1 \(\.docx\)"):
        found = outcomes(tmp_path)
    assert found == [*(str(tmp_path / name) for name in ("a.html", "c.txt", "b/10.md", "b/2.txt")), "t.jsonl:1"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b'{"text": ', "not JSON"),
        (b"[1, 2]", "a list where an object must be"),
        (b'{"id": "x"}', "no text; every row needs one"),
        (b'{"text": ""}', "no text"),
        (b'{"text": "   "}', "the text is empty"),
        (b'{"text": NaN}', "no text"),
        (b'{"text": 3}', "text is a number; it must be text"),
        (b'{"text": "a b", "id": true}', "id is true or false"),
        (b'{"text": "a b", "title": ["x"]}', "title is a list"),
        (b'{"text": "caf\xe9"}', "not UTF-8 at byte 13"),
        (b"[" * 100_000, "not JSON"),
        (json.dumps({"text": "Der Hafen wurde am Montag nach dem Streik geöffnet."}).encode(), "in German"),
        (json.dumps({"text": "word " * 1_000_001}).encode(), "5,000,005 characters of text; at most 5,000,000"),
    ],
    ids=lambda value: value[:20].decode("latin-1") if isinstance(value, bytes) else "",
)
def test_a_bad_row_is_named_and_the_rest_is_read(line: bytes, said: str, tmp_path: Path) -> None:
    good = json.dumps({"id": "good", "text": TEXT}).encode()
    (tmp_path / "a.jsonl").write_bytes(b"\n".join([good, b"", line, good]))
    first, fault, last = outcomes(tmp_path / "a.jsonl")
    assert first == last == "good"
    assert fault.startswith(f"{tmp_path / 'a.jsonl'}, row 3: ")
    assert said in fault


def test_a_row_too_long_is_passed_over(tmp_path: Path) -> None:
    good = json.dumps({"id": "good", "text": TEXT}).encode()
    (tmp_path / "a.jsonl").write_bytes(b"\n".join([good, b"x" * (2 * LONGEST_LINE + 5), good]))
    assert outcomes(tmp_path / "a.jsonl") == [
        "good",
        f"{tmp_path / 'a.jsonl'}, row 2: the row is too long; at most 20 MB",
        "good",
    ]


def test_bad_rows_of_csv(tmp_path: Path) -> None:
    lines = ["id,text", f'a,"{TEXT}', 'and\nmore"', f"b,x,{TEXT}", "c,caf\xe9", f"d,{TEXT}", f'e,"{TEXT}']
    table = tmp_path / "a.csv"
    table.write_bytes("\r\n".join(lines).encode("latin-1"))
    assert [said.removeprefix(f"{table}, ") for said in outcomes(table)] == [
        "a",
        "row 2 (line 5): 3 cells where the header has 2; look for a comma or a quotation mark too many or too few",
        "row 3 (line 6): not UTF-8; save the table as UTF-8",
        "d",
        "e",
    ]


def test_a_lost_quotation_mark_is_seen_by_the_length(tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_bytes(b'id,text\na,"' + b"word " * (LONGEST_LINE // 5 + 10) + b"\nb,It may rain in the north.\n")
    fault, last = outcomes(table)
    assert fault.startswith(f"{table}, row 1 (line 2): no CSV (field larger than field limit")
    assert last == "b"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"id,body\na,b\n", "no column 'text'; its columns are id, body; name the text's with --columns text=NAME"),
        (b"text,id,id\na,b,c\n", "two columns are named 'id'"),
        ("text\nab\n".encode("utf-16"), "not UTF-8; save the table as CSV in UTF-8"),
    ],
)
def test_a_bad_table_is_named(content: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(content)
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    fault, last = outcomes(tmp_path / "a.csv", tmp_path / "b.txt")
    assert said in fault
    assert last == str(tmp_path / "b.txt")


def test_a_broken_archive_gives_what_it_holds(tmp_path: Path) -> None:
    rows = b"".join(json.dumps({"id": str(i), "text": f"{TEXT} {i}"}).encode() + b"\n" for i in range(2000))
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(rows)[:-50])
    found = outcomes(tmp_path / "a.jsonl.gz")
    assert len(found) > 100
    assert found[:2] == ["0", "1"]
    assert "cannot be read, or not to its end" in found[-1]


def test_what_is_not_there(tmp_path: Path) -> None:
    said = outcomes(tmp_path / "no.txt", tmp_path / "no.csv", "event:nothing", tmp_path)
    parts = ["no such file", "No such file", "unknown event 'nothing'", "no article in this folder"]
    assert all(part in line for part, line in zip(parts, said, strict=True))


def test_a_row_is_read_where_it_is_scored() -> None:
    row = Row("row 1", "x", b'{"text": "It may rain in the north on Monday."}')
    assert to_article(row).source == "row 1"


def test_numbers_json_cannot_write_are_left_empty() -> None:
    row = Row("row 1", "x", b'{"text": "It may rain in the north on Monday.", "a": 1e999, "b": NaN, "c": 0.5}')
    assert to_article(row).extra["columns"] == {"a": None, "b": None, "c": 0.5}


def test_standard_input_may_be_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert outcomes("-") == ["-: standard input is closed; pipe JSONL in, or give a file"]
