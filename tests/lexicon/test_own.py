"""A user's own lexicon: a folder or one table, read, saved and named."""

from __future__ import annotations

import csv
import hashlib
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.errors import LexiconError, OptionError, OutputError
from framing.lexicon import (
    Matcher,
    check_examples,
    get_lexicon,
    load_lexicons,
    load_user_lexicon,
    read_lexicon,
    read_user_lexicon,
    save_lexicons,
)
from framing.types import Entry, Lexicon
from tests.lexicon.making import CARD, HOSTILE, lexicon

TABLE = b"pattern\tcase\nso-called\t\nWest\texact\n"


def saved(made: Lexicon, folder: Path) -> Path:
    return save_lexicons([replace(made, card=replace(CARD, name=made.name, label="x"))], folder)[0]


def test_one_table_is_a_lexicon(tmp_path: Path) -> None:
    path = tmp_path / "My words.tsv"
    path.write_bytes(TABLE)
    found = load_user_lexicon(str(path))
    digest = hashlib.sha256(TABLE).hexdigest()
    assert (found.name, found.card.label, found.sha256) == ("my_words", "My words", digest)
    assert (found.card.version, found.card.direction) == (digest[:8], "yours: not measured")
    assert found.card.construct == "words of My words.tsv, not measured"
    assert found.entries == (Entry("West", "exact"), Entry("so called"))


def test_a_folder_is_a_lexicon_wherever_it_is_named_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = saved(lexicon("may"), tmp_path)
    monkeypatch.chdir(folder)
    assert load_user_lexicon(".") == load_user_lexicon(folder) == read_lexicon(folder)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.tsv", b"pattern\nsee*m\n", "a.tsv, line 2: pattern 'see.m' has 'see.m' in it, no word; write letters"),
        ("a.csv", b"pattern,category\nmay,x\n", "the table has a column category; make folders of it: framing lexicon"),
        ("a.txt", b"\n", "a.txt: no entries; write one word or phrase a line"),
        ("a.txt", b"\xff\xfea", "a.txt: this is no text in UTF-8, UTF-16 or Windows-1252; save it as UTF-8"),
        ("!.txt", b"may\n", "no name can be made of '!'"),
        ("a.dic", b"may\n", "this is no lexicon; give a folder, or a table .* framing lexicon import"),
        ("gone.tsv", None, r"the file cannot be read \(No such file or directory\)"),
        ("empty", None, "this is no lexicon"),
    ],
)
def test_what_is_wrong_is_said(name: str, content: bytes | None, said: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(LexiconError, match=said):
        load_user_lexicon(path)


def test_a_folder_needs_a_plain_name(tmp_path: Path) -> None:
    folder = saved(lexicon("may", name="Mine"), tmp_path)
    with pytest.raises(LexiconError, match="'Mine' cannot be the name of a lexicon; write lower-case letters"):
        load_user_lexicon(folder)


def test_all_faults_of_a_table_are_found(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("may\nsee*m\nw?r\n", encoding="utf-8")
    found, faults = read_user_lexicon(path)
    assert [entry.pattern for entry in found.entries] == ["may"]
    assert [fault.where for fault in faults] == [f"{path}, line 2", f"{path}, line 3"]


def test_what_is_saved_is_read_back(tmp_path: Path) -> None:
    entries = tuple(sorted(HOSTILE.entries, key=lambda entry: entry.pattern))
    folder = saved(replace(HOSTILE, entries=entries), tmp_path / "new" / "folder")
    assert read_lexicon(folder).entries == entries
    assert sorted(path.name for path in folder.iterdir()) == ["card.toml", "entries.tsv"]


@given(st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip))
def test_any_card_is_read_back(tmp_path_factory: pytest.TempPathFactory, words: str) -> None:
    card = replace(CARD, name="test", label=words, sources=(words, words))
    folder = save_lexicons([replace(lexicon("may"), card=card)], tmp_path_factory.mktemp("cards"))[0]
    assert read_lexicon(folder).card == card


def test_nothing_is_written_over(tmp_path: Path) -> None:
    saved(lexicon("may"), tmp_path)
    with pytest.raises(OutputError, match="test: is there already; move it away"):
        save_lexicons([lexicon("b", name="other"), lexicon("a")], tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["test"]
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="cannot be written"):
        save_lexicons([lexicon("a")], tmp_path / "file")


def test_a_lexicon_by_name_or_path(tmp_path: Path) -> None:
    path = tmp_path / "mine.txt"
    path.write_text("may\n", encoding="utf-8")
    assert get_lexicon(str(path)) == load_user_lexicon(path)
    assert get_lexicon("hedges") in load_lexicons()
    with pytest.raises(OptionError, match="unknown lexicon or path 'nothing'; choose from: absolutes"):
        get_lexicon("nothing")


DOCS = Path(__file__).parents[2] / "docs" / "lexicons.md"


def rows_of_docs(head: str) -> list[list[str]]:
    """Return the cells of the table of ``docs/lexicons.md`` with this first column."""
    table = DOCS.read_text(encoding="utf-8").split(f"| {head} |")[1].split("\n\n")[0]
    cells = [re.split(r"(?<!\\)\|", line)[1:-1] for line in table.splitlines()[2:]]
    return [[re.sub(r"\\([|*])", r"\1", cell).strip().strip("`") for cell in row] for row in cells]


def test_the_docs_tell_what_patterns_find() -> None:
    rows = rows_of_docs("Pattern")
    assert len(rows) > 5
    for pattern, found, missed in rows:
        find = Matcher([lexicon(pattern)]).find_text
        assert all([(m.start, m.end) for m in find(words)] == [(0, len(words.removesuffix("'s")))]
                   for words in found.split(", ")), pattern  # fmt: skip
        assert not find(missed), pattern


def test_the_docs_show_a_table_that_is_read(tmp_path: Path) -> None:
    path = tmp_path / "docs.csv"
    rows = rows_of_docs("pattern")
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([["pattern", "case", "exclude", "note"], *rows])
    found, faults = read_user_lexicon(path)
    assert len(found.entries) == len(rows) - 1 == 5
    assert [str(fault).split("'")[1] for fault in faults] == ["crack*down"]
    said = "The [so-called] reform was a [crackdown]."
    assert said in DOCS.read_text(encoding="utf-8")
    card = replace(found.card, examples=(said,), counterexamples=("They met in March on the West Coast.",))
    faults_of_card = check_examples(replace(found, card=card))
    assert faults_of_card == []
