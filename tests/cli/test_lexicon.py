"""``framing lexicon`` and ``--lexicon``, as a person meets them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.test_commands import GOOD, OTHER, run

Framing = Callable[..., tuple[int, str, str]]

DIC = "%\n1\tgood\n2\tthreat\n%\nso-called\t1\nalleged*\t1\t2\n"
WORDS = "pattern\nharbour\nreckless strike\nport*\n"


@pytest.fixture
def framing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Framing:
    monkeypatch.chdir(tmp_path)
    for name, text in {"a.txt": GOOD, "b.txt": OTHER, "x.dic": DIC, "my_words.tsv": WORDS}.items():
        Path(name).write_text(text, encoding="utf-8")

    def call(*arguments: str) -> tuple[int, str, str]:
        return run(*arguments, monkeypatch=monkeypatch, capsys=capsys)

    return call


def tree(folder: str) -> list[str]:
    return sorted(str(path) for path in Path(folder).rglob("*") if path.is_file())


def test_import_writes_a_folder_a_category(framing: Framing) -> None:
    code, out, err = framing("lexicon", "import", "x.dic", "-o", "made")
    assert (code, out.split()) == (0, [str(Path("made/good")), str(Path("made/threat"))])
    assert len(tree("made")) == 4
    assert "a hyphen in an entry now stands for a space as well: so-called" in err
    assert "there is a marker threat already: for use with --lexicon give a --prefix" in err
    assert framing("lexicon", "check", "made/good")[0] == 0
    code, out, err = framing("lexicon", "import", "x.dic", "-o", "made", "--prefix", "my")
    assert out.split() == [str(Path("made/my_good")), str(Path("made/my_threat"))]
    assert "marker" not in err


def test_import_stops_at_what_cannot_be_held_or_lists_it(framing: Framing) -> None:
    Path("x.dic").write_text(DIC + ":)\t1\nkind\t9\n", encoding="utf-8")
    code, out, err = framing("lexicon", "import", "x.dic", "-o", "made")
    assert (code, out, tree("made")) == (1, "", [])
    assert [line.split(":")[0] for line in err.splitlines()] == ["x.dic, line 7", "x.dic, line 8", "framing"]
    assert err.endswith("2 entries cannot be held; mend them, or leave them out with --skip\n")
    code, out, err = framing("lexicon", "import", "x.dic", "-o", "made", "--skip")
    assert (code, len(out.split()), err.count("left out: x.dic, line ")) == (0, 2, 2)


def test_nothing_is_imported_over(framing: Framing) -> None:
    framing("lexicon", "import", "x.dic", "-o", "made")
    before = {path: Path(path).read_bytes() for path in tree("made")}
    code, _, err = framing("lexicon", "import", "x.dic", "-o", "made")
    assert code == 1
    assert "is there already" in err
    assert {path: Path(path).read_bytes() for path in tree("made")} == before


def test_export_and_back(framing: Framing) -> None:
    framing("lexicon", "import", "x.dic", "-o", "made")
    assert framing("lexicon", "export", "made/good", "made/threat", "-o", "y.yml")[:2] == (0, "y.yml\n")
    assert framing("lexicon", "import", "y.yml", "-o", "again")[0] == 0
    for name in ("good", "threat"):
        table = Path("again", name, "entries.tsv").read_bytes()
        assert table == Path("made", name, "entries.tsv").read_bytes()


def test_export_names_what_a_format_cannot_hold(framing: Framing) -> None:
    code, out, err = framing("lexicon", "export", "hedges", "-o", "y.dic")
    assert (code, out) == (1, "")
    assert "hedges, entry 'may': liwc cannot hold the case 'lower'" in err
    assert not Path("y.dic").exists()
    code, out, err = framing("lexicon", "export", "hedges", "-o", "y.txt", "--format", "liwc", "--skip")
    assert (code, out) == (0, "y.txt\n")
    assert "left out: hedges, entry 'may'" in err
    assert Path("y.txt").read_text(encoding="utf-8").startswith("%\n1\thedges\n%\n")
    code, _, err = framing("lexicon", "export", "hedges", "-o", "y.doc")
    assert code == 1
    assert "unknown format '.doc'; choose from: csv, tsv, liwc" in err


def test_examples_are_tested(framing: Framing) -> None:
    code, out, _ = framing("lexicon", "test", "hedges", "my_words.tsv")
    assert code == 0
    assert [line.split(":")[0] for line in out.splitlines()] == ["hedges", "my_words"]
    framing("lexicon", "import", "my_words.tsv", "-o", "made")
    card = Path("made/my_words/card.toml")
    card.write_text(
        card.read_text(encoding="utf-8").replace("counterexamples = []", 'counterexamples = ["The port."]'),
        encoding="utf-8",
    )
    code, out, err = framing("lexicon", "test", "made/my_words")
    assert (code, out) == (1, "my_words: 0 examples, 1 counterexamples, 1 failed\n")
    assert "my_words: a hit 'port' (port*) in the counterexample 'The port.'" in err


def test_check_names_every_fault(framing: Framing) -> None:
    assert framing("lexicon", "check", "my_words.tsv")[0] == 0
    Path("my_words.tsv").write_text(WORDS + "ports\nse?m\n*ing\n", encoding="utf-8")
    code, _, err = framing("lexicon", "check", "my_words.tsv")
    assert code == 1
    assert ["line 6" in err, "line 7" in err, "'ports' is covered by 'port*'" in err] == [True] * 3
    assert "3 faults" in err


def test_an_own_lexicon_is_a_marker_in_every_output(framing: Framing) -> None:
    arguments = ("compare", "a.txt", "b.txt", "-o", "out", "--formats", "json,csv", "--quiet")
    assert framing(*arguments, "--lexicon", "my_words.tsv") == (0, "", "")
    report = json.loads(Path("out/report.json").read_bytes())
    marker = report["markers"][-1]
    assert (marker["name"], marker["group"], marker["direction"]) == ("my_words", "user", "yours: not measured")
    assert [s["version"] for s in report["run"]["lexicons"] if s["name"] == "my_words"] == [
        report["run"]["lexicons"][-1]["sha256"][:8]
    ]
    for article in report["articles"]:
        hits = [hit for hit in article["hits"] if hit["marker"] == "my_words"]
        rates = [rate["count"] for rate in article["rates"] if rate["marker"] == "my_words"]
        assert len(hits) == sum(rates) > 0
        assert all(article["text"][hit["start"] : hit["end"]] == hit["match"] for hit in hits)
    assert {"my_words", "group:user"} <= {contrast["marker"] for contrast in report["contrasts"]}
    for name in ("report.csv", "report.contrasts.csv", "report.hits.csv"):
        assert ",my_words," in Path("out", name).read_text(encoding="utf-8")


def test_show_knows_an_own_lexicon(framing: Framing) -> None:
    code, out, _ = framing("show", "b.txt", "--lexicon", "my_words.tsv", "--marker", "user", "--json")
    assert code == 0
    assert {hit["match"] for hit in json.loads(out)} == {"reckless strike", "port"}
    assert "[port U]" in framing("show", "b.txt", "--lexicon", "my_words.tsv")[1]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("hedges.txt", "may\n", "lexicon hedges: there is a marker 'hedges' already; rename its file"),
        ("numbers.txt", "may\n", "lexicon numbers: there is a marker 'numbers' already"),
        ("my.txt", "see*m\n", "my.txt, line 1: pattern 'see*m'"),
        ("my.doc", "may\n", "my.doc: this is no lexicon; give a folder, or a table"),
        ("no.tsv", None, "no.tsv: the file cannot be read"),
    ],
)
@pytest.mark.parametrize("command", ["compare", "show"])
def test_a_lexicon_that_cannot_be_used_stops_all(
    command: str, name: str, text: str | None, said: str, framing: Framing
) -> None:
    if text is not None:
        Path(name).write_text(text, encoding="utf-8")
    texts = ("a.txt", "b.txt", "-o", "out") if command == "compare" else ("a.txt",)
    code, out, err = framing(command, *texts, "--lexicon", name)
    assert (code, out) == (1, "")
    assert said in err
    assert not Path("out").exists()


def test_the_same_list_twice_is_a_clash(framing: Framing) -> None:
    twice = ("--lexicon", "my_words.tsv") * 2
    assert "there is a marker 'my_words' already" in framing("show", "a.txt", *twice)[2]
