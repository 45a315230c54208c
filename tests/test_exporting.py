"""JSON and CSV: by the contract, the same bytes twice, back again, harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.comparing import contrast_profiles, find_reprints
from framing.errors import InputError
from framing.exporting import (
    comparison_to_csv,
    comparison_to_dict,
    comparison_to_json,
    profile_to_dict,
    read_report,
    run_id,
)
from framing.types import (
    Comparison,
    CueStance,
    Dissent,
    Evidence,
    Profile,
    Provenance,
    Quote,
    QuoteKind,
    Relation,
    Role,
    Run,
    Source,
    Sourcing,
    Span,
    Speaker,
    SpeakerType,
    Stamp,
)
from tests.tiny import MARKERS, counted, document, profile

RUN = Run(
    tool_version="0.1.0",
    lexicons=(Stamp("hedges", "ab" * 32, "1.0"),),
    inputs=(Stamp("a.txt", "cd" * 32), Stamp("b.txt", "ef" * 32)),
    options={"paper": "a4"},
    seed=1,
)


def compared(*profiles: Profile, run: Run = RUN) -> Comparison:
    return Comparison(profiles, contrast_profiles(profiles), find_reprints(profiles), run, MARKERS, ())


def with_quote(text: str) -> Profile:
    found = profile(
        text, id="A", provenance=Provenance("The Daily", relation=Relation.WIRE, evidence=(Evidence(0, 3, "origin"),))
    )
    start, end = text.index('"'), text.rindex('"') + 1
    speaker = Speaker("=Mr. Ocho", 0, 3, SpeakerType.NAMED, "Ana Ocho")
    quote = Quote(start, end, QuoteKind.DIRECT, speaker, Span(end + 1, end + 5))
    return replace(found, document=replace(found.document, quotes=(quote,)))


def rows(table: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.decode(), newline="")))


TWO = compared(counted(24, 1, 5, id="A", date="2026-02-04"), counted(4, 1, 6, id="B"))


def test_keys_are_the_contracts() -> None:
    report = comparison_to_dict(TWO)
    lists = ["articles", "contrasts", "reprints", "markers", "naming", "alignment", "keyness"]
    assert list(report) == ["schema", "run", *lists]
    assert [marker["name"] for marker in report["markers"]] == ["hedges", "boosters", "threat"]
    assert report["schema"] == 1
    assert list(report["run"]) == ["run_id", "tool_version", "lexicons", "model", "options", "seed", "inputs"]
    assert report["run"]["options"] == {"paper": "a4"}
    article = report["articles"][0]
    places = "id title date language text origin outlet removed words sentences voices quotes hits rates"
    assert list(article) == [*places.split(), "sourcing", "readability", "register"]
    assert list(article["words"]) == ["total", "own", "quoted", "reported", "heading", "removed"]
    assert list(article["hits"][0]) == ["marker", "entry", "match", "start", "end", "voice", "sentence"]
    assert list(article["rates"][0]) == ["marker", "group", "voice", "count", "words", "per_1000", "low", "high"]
    assert list(article["origin"]) == ["published_by", "origin", "relation", "author", "translated", "evidence"]
    names = ["marker", "group", "voice", "a", "b", "difference", "low", "high", "p", "q", "verdict", "article"]
    assert list(report["contrasts"][0]) == names
    assert report["naming"] == report["alignment"] == report["keyness"] == []


def test_every_slice_slices() -> None:
    text = 'It may rain, "surely not," she said. A "threat"\nmay come.'
    report = comparison_to_dict(compared(profile(text, id="A"), counted(1, 1, 1, id="B")))
    article = report["articles"][0]
    assert all(article["text"][hit["start"] : hit["end"]] == hit["match"] for hit in article["hits"])
    spoken = [article["text"][span["start"] : span["end"]] for span in article["voices"] if span["voice"] == "own"]
    assert spoken == ["It may rain,", '" she said. A', '"', "may come."]


def test_removed_text_is_shown_and_has_no_voice() -> None:
    text = "BEIJING (Agency) -- The envoys met."
    doc = document(text, removed=[(0, 20)])
    found = replace(profile(text), document=doc)
    article = comparison_to_dict(compared(found, counted(1, 1, 1, id="B")))["articles"][0]
    assert article["removed"] == [{"start": 0, "end": 20, "kind": "test", "text": "BEIJING (Agency) -- "}]
    assert article["voices"] == [{"start": 20, "end": 35, "voice": "own"}]


def test_swapping_negates_what_is_written() -> None:
    there, back = comparison_to_dict(TWO), comparison_to_dict(compared(*reversed(TWO.profiles)))
    for row, mirrored in zip(there["contrasts"], back["contrasts"], strict=True):
        assert (row["difference"], row["low"]) == (-mirrored["difference"], -mirrored["high"])
        assert (row["a"], row["b"], row["p"], row["q"]) == (mirrored["b"], mirrored["a"], mirrored["p"], mirrored["q"])


def test_same_comparison_same_bytes() -> None:
    assert comparison_to_json(TWO) == comparison_to_json(TWO)
    assert comparison_to_csv(TWO) == comparison_to_csv(TWO)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_json_comes_back(a: str, b: str) -> None:
    comparison = compared(profile(a, id="A"), profile(b, id="B"))
    assert read_report(comparison_to_json(comparison)) == comparison_to_dict(comparison)


def test_json_comes_back_from_a_file(tmp_path: Path) -> None:
    comparison = compared(with_quote('It may rain, "surely not," she said.'), counted(1, 1, 1, id="B"))
    path = tmp_path / "report.json"
    path.write_bytes(comparison_to_json(comparison))
    report = read_report(path)
    assert report == comparison_to_dict(comparison)
    quote = report["articles"][0]["quotes"][0]
    assert list(quote) == ["start", "end", "kind", "speaker", "cue"]
    assert quote["speaker"]["type"] == "named"


def test_options_of_any_kind_are_written_down() -> None:
    run = replace(RUN, options={"out": Path("out"), "minutes": 45})
    options = read_report(comparison_to_json(compared(*TWO.profiles, run=run)))["run"]["options"]
    assert (options["out"], options["minutes"]) == ("out", 45)


def test_lone_surrogates_stay_json() -> None:
    comparison = compared(profile("half a \ud83d face", id="A"), counted(1, 1, 1, id="B"))
    data = comparison_to_json(comparison)
    assert json.loads(data.decode("utf-8"))["articles"][0]["text"] == "half a \ud83d face"
    assert comparison_to_csv(comparison)


def test_floats_have_six_digits() -> None:
    def floats(value: Any) -> list[float]:
        if isinstance(value, dict | list):
            return [x for item in (value.values() if isinstance(value, dict) else value) for x in floats(item)]
        return [value] if isinstance(value, float) else []

    found = floats(comparison_to_dict(TWO))
    assert len(found) > 50
    assert all(float(f"{x:.6g}") == x for x in found)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"not json", "is not JSON"),
        (b"\xff\xfe\x00", "is not JSON"),
        (b"[" * 100_000, "is not JSON"),
        (b"[]", "is JSON, but not a report"),
        (b"{}", "is JSON, but not a report"),
        (b'{"schema": 2}', "has schema 2"),
        (b'{"schema": 1, "run": {}}', "lacks articles, contrasts"),
    ],
)
def test_what_is_no_report_is_said(data: bytes, says: str) -> None:
    with pytest.raises(InputError, match=says):
        read_report(data)


def test_a_missing_report_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.json: cannot be read"):
        read_report(tmp_path / "none.json")
    with pytest.raises(InputError, match="cannot be read"):
        read_report(tmp_path)


def test_tables_are_tidy() -> None:
    tables = {name: rows(table) for name, table in comparison_to_csv(TWO).items()}
    assert list(tables) == [
        "report.csv",
        *(f"report.{name}.csv" for name in ("contrasts", "hits", "quotes", "keyness", "sources", "actors")),
    ]
    columns = "run_id tool_version lexicon_version doc_id outlet date marker voice count words per_1000 low high"
    values = f"{run_id(RUN)}|0.1.0|1.0|A||2026-02-04|hedges|own|24|400|60.0|38.4431|89.2752"
    assert list(tables["report.csv"][0].items()) == list(zip(columns.split(), values.split("|"), strict=True))
    assert [len(table) for table in tables.values()] == [40, 5, 41, 0, 0, 0, 0]
    contrast = tables["report.contrasts.csv"][0]
    assert (contrast["article"], contrast["count_a"], contrast["count_b"]) == ("", "24", "4")
    assert (contrast["difference"], contrast["verdict"]) == ("50.0", "more_in_a")
    assert {row["run_id"] for table in tables.values() for row in table} == {run_id(RUN)}


def test_no_cell_of_words_runs_as_a_formula() -> None:
    text = '=1+1 may "@SUM(1) surely" said so.'
    found = with_quote(text)
    risky = [hit._replace(match=start + "may") for hit, start in zip(found.hits * 3, "=+-@\t\r", strict=True)]
    tables = comparison_to_csv(compared(replace(found, hits=tuple(risky)), counted(1, 1, 1, id="B", outlet="-outlet")))
    assert [row["match"][:2] for row in rows(tables["report.hits.csv"])[:6]] == [f"'{c}" for c in "=+-@\t\r"]
    assert rows(tables["report.csv"])[-1]["outlet"] == "'-outlet"
    (quote,) = rows(tables["report.quotes.csv"])
    assert (quote["text"], quote["speaker"], quote["cue"]) == ('"@SUM(1) surely"', "'=Mr. Ocho", "said")
    assert any(row["difference"].startswith("-") for row in rows(tables["report.contrasts.csv"]))


def test_sources_with_their_words_and_verbs() -> None:
    doc = document("The minister claimed it may rain. But a baker denied it.")
    minister = Source(
        *("minister", SpeakerType.UNNAMED, Role.OFFICIAL, 0),
        *((Span(0, 12),), (), (Span(13, 20),), (CueStance.DOUBTING,), 0, 3),
    )
    sourcing = Sourcing((minister,), Dissent(Span(43, 49), "verb", 0.75))
    found = replace(profile(doc.article.text), document=doc, sourcing=sourcing)
    article = profile_to_dict(found)
    (source,) = article["sourcing"]["sources"]
    assert source["verbs"] == {"neutral": 0, "doubting": 1, "endorsing": 0, "other": 0}
    assert (source["role"], source["reported"]) == ("official", 3)
    assert [article["text"][s["start"] : s["end"]] for s in source["mentions"] + source["cues"]] == [
        "The minister",
        "claimed",
    ]
    assert article["sourcing"]["dissent"] == {"start": 43, "end": 49, "rule": "verb", "position": 0.75}
    (row,) = rows(comparison_to_csv(compared(found, counted(1, 1, 1, id="B")))["report.sources.csv"])
    assert (row["name"], row["type"], row["role"], row["verbs_doubting"]) == ("minister", "unnamed", "official", "1")
    (short,) = profile_to_dict(found, spans=False)["sourcing"]["sources"]
    assert list(short) == ["name", "type", "role", "quoted", "reported", "verbs"]


def test_run_id_follows_content_not_names() -> None:
    assert run_id(RUN) == run_id(replace(RUN, inputs=(Stamp("x", "cd" * 32), Stamp("y", "ef" * 32))))
    for change in ({"seed": 2}, {"tool_version": "0.2.0"}, {"options": {}}, {"inputs": RUN.inputs[::-1]}):
        assert run_id(replace(RUN, **change)) != run_id(RUN)
