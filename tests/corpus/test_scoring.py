"""Scoring many articles: one profile per row, the same bytes whatever the engine."""

from __future__ import annotations

import csv
import io
import json
import os
import pickle

import pytest

from framing.analysis import analyze, make_run
from framing.corpus import Job, engines, read_rows, score, score_batch, scoring
from framing.corpus.engines import AHEAD, BYTES, ROWS, batches
from framing.corpus.tables import Row
from framing.errors import FramingError, InputError
from framing.exporting import RATE_COLUMNS, profile_rows, profile_to_dict, profile_to_json, rate_header
from framing.reading import article_from_text
from framing.types import Article, Profile
from tests.lexicon.making import lexicon

TEXT = 'Harbour opens\n\nThe harbour may open, "clearly soon", the mayor said. It must. By {}.'
RUN = make_run()


def row(number: int, **more: object) -> Row:
    text = TEXT.format(f"{number} men and {number % 7} may")
    return Row(f"row {number}", f"t:{number}", json.dumps({"text": text, "note": number, **more}).encode())


def scored(job: Job, jobs: int = 1, count: int = 80) -> bytes:
    rows = [row(i) if i % 20 else Row(f"row {i}", "", b"{}") for i in range(count)]
    return b"".join(part.output for part in score(rows, job, jobs))


def test_a_batch_keeps_its_order_and_its_faults() -> None:
    found = score_batch([row(1), Row("row 2", "", b"nonsense"), row(3)])
    assert [type(item) for item in found] == [Profile, InputError, Profile]
    assert found[0] == analyze(found[0].document.article)


def test_one_failing_article_does_not_end_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(article: Article, lexicons: object) -> Profile:
        if article.id == "8":
            raise ZeroDivisionError("no words")
        return analyze(article)

    monkeypatch.setattr(scoring, "analyze", fail)
    monkeypatch.setattr(scoring, "analyze_batch", lambda articles, lexicons: [fail(a, lexicons) for a in articles])
    profile, error = score_batch([row(7, id="7"), row(8, id="8")])
    assert profile == analyze(profile.document.article)
    assert str(error) == "row 8: failed inside framing (ZeroDivisionError: no words); please report it, with the text"


@pytest.mark.parametrize(
    "job", [Job(RUN), Job(RUN, csv=True), Job(RUN, text=True, spans=True)], ids=["jsonl", "csv", "full"]
)
def test_the_same_bytes_whatever_the_processes(job: Job) -> None:
    assert scored(job, 1) == scored(job, 2)


def test_lines_are_the_contracts_article() -> None:
    lines = [json.loads(line) for line in scored(Job(RUN), count=3).splitlines()]
    assert [line["id"] for line in lines] == ["t:1", "t:2"]
    assert [line["note"] for line in lines] == [1, 2]
    assert not {"text", "hits", "voices", "quotes", "removed", "sentences"} & set(lines[0])
    full = json.loads(scored(Job(RUN, text=True, spans=True), count=2))
    assert all(full["text"][hit["start"] : hit["end"]] == hit["match"] for hit in full["hits"])
    assert {hit["marker"] for hit in full["hits"]} >= {"hedges", "boosters", "obligation"}


def test_a_line_says_what_the_profile_says() -> None:
    profile = score_batch([row(5)])[0]
    line = json.loads(profile_to_json(profile, text=True, spans=True))
    assert line.pop("note") == 5
    assert line == profile_to_dict(profile)


def test_a_column_named_like_ours_is_kept_beside_it() -> None:
    line = json.loads(profile_to_json(score_batch([row(5, words="many", rates=3)])[0]))
    assert (line["input_words"], line["input_rates"]) == ("many", 3)
    assert line["words"]["total"] > 5


def test_the_long_table() -> None:
    job = Job(RUN, csv=True)
    table = list(csv.DictReader(io.StringIO((rate_header() + scored(job, count=2)).decode(), newline="")))
    profile = score_batch([row(1)])[0]
    assert tuple(table[0]) == RATE_COLUMNS
    assert len(table) == len(profile.rates) + 1
    hedges = next(line for line in table if (line["marker"], line["voice"]) == ("hedges", "own"))
    rate = next(rate for rate in profile_rows(profile) if (rate["marker"], rate["voice"]) == ("hedges", "own"))
    assert {key: hedges[key] for key in rate} == {key: str(value) for key, value in rate.items()}
    assert hedges["lexicon_version"]
    last = table[-1]
    assert (last["marker"], last["voice"], last["count"], last["per_1000"]) == ("register:state_like", "", "", "")
    assert last["words"] == str(profile.words.total)


def test_a_users_lexicon_is_a_marker_of_every_row() -> None:
    own = lexicon("harbour", name="ships")
    line = json.loads(scored(Job(make_run(lexicons=[own]), lexicons=(own,)), count=2))
    assert sum(rate["count"] for rate in line["rates"] if rate["marker"] == "ships") == 2


def test_batches_are_small_and_whole() -> None:
    rows = [row(i) for i in range(2 * ROWS + 1)]
    assert [len(batch) for batch in batches(rows)] == [ROWS, ROWS, 1]
    big = [Row("", "", b"x" * (BYTES // 2 + 1))] * 5
    assert [len(batch) for batch in batches(big)] == [2, 2, 1]


@pytest.mark.parametrize("jobs", [1, 2])
def test_reading_is_never_far_ahead(jobs: int) -> None:
    read = 0

    def rows():
        nonlocal read
        for number in range(100 * ROWS):
            read += 1
            yield Row(f"row {number}", "", b"{}")

    results = score(rows(), Job(RUN), jobs)
    next(results)
    assert read <= (AHEAD * jobs + 2) * ROWS
    results.close()


def die(batch: list[Row]) -> None:
    os._exit(9)


def test_a_process_that_is_killed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "_work", die)
    with pytest.raises(FramingError, match="a working process was ended from outside; perhaps memory ran out"):
        list(score([row(1)], Job(RUN), 2))


def test_errors_travel_between_processes() -> None:
    error = InputError("no text", where="row 2", hint="give one")
    copy = pickle.loads(pickle.dumps(error))
    assert (str(copy), copy.what, copy.where, copy.hint) == (str(error), "no text", "row 2", "give one")
    assert isinstance(copy, FramingError)


def test_files_are_rows_too(tmp_path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (profile,) = score_batch(read_rows([str(tmp_path / "a.txt")]))
    alone = analyze(article_from_text(TEXT, id=profile.document.article.id))
    assert profile.rates == alone.rates
