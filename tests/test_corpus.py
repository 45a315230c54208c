"""The shipped events are complete, and every slice of their gold stands where it says."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

CORPUS = Path(__file__).parent.parent / "corpus"
EVENTS = sorted(path.parent for path in CORPUS.glob("*/event.toml"))
TEXTS = sorted(path for path in CORPUS.glob("*/*.txt"))

EVENT_KEYS = {"name", "title", "date", "invented", "licence", "summary", "differences", "facts", "texts"}
TEXT_KEYS = {"file", "label", "register", "outlet", "words"}
MARKERS = {
    *("hedges", "boosters", "absolutes", "obligation", "praise", "judging", "intensifiers"),
    *("attribution", "doubting", "unnamed_sources", "western_conventions", "named_sources", "scare_quotes"),
    *("labels", "us_them", "blocs", "principles", "purpose", "history"),
    *("threat", "conflict_verbs", "war_metaphor", "china_formula", "russia_formula", "diplomatic"),
    *("vague_quantities", "numbers", "dates"),
}


@dataclass(frozen=True)
class Mark:
    """One entry of the gold, at its place in the text."""

    start: int
    end: int
    entry: Mapping[str, Any]

    def holds(self, other: Mark) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True)
class Gold:
    """A text with its gold."""

    text: str
    headings: tuple[Mark, ...]
    quotes: tuple[Mark, ...]
    reported: tuple[Mark, ...]
    markers: tuple[Mark, ...]
    removed: tuple[Mark, ...]


def place(text: str, entry: Mapping[str, Any]) -> Mark:
    """Find the ``nth`` occurrence of an entry's slice."""
    start = -1
    for _ in range(entry.get("nth", 1)):
        start = text.find(entry["text"], start + 1)
        assert start >= 0, f"not in the text: {entry}"
    return Mark(start, start + len(entry["text"]), entry)


@cache
def load(path: Path) -> Gold:
    text = path.read_text("utf-8")
    table = tomllib.loads(path.with_suffix(".gold.toml").read_text("utf-8"))

    def marks(key: str) -> tuple[Mark, ...]:
        return tuple(place(text, entry) for entry in table.get(key, ()))

    starts = [(text.index(f"\n{line}\n") + 1, line) for line in table["headings"]]
    headings = tuple(Mark(start, start + len(line), {"text": line}) for start, line in starts)
    return Gold(text, headings, marks("quotes"), marks("reported"), marks("markers"), marks("removed"))


def count_words(gold: Gold) -> int:
    """Words as an editor counts them: between spaces, with a letter or digit, removed slices left out."""
    kept = list(gold.text)
    for mark in gold.removed:
        kept[mark.start : mark.end] = " " * (mark.end - mark.start)
    return sum(any(map(str.isalnum, word)) for word in "".join(kept).split())


def voice_of(mark: Mark, gold: Gold) -> str:
    spoken = [quote for quote in gold.quotes if quote.entry["kind"] in ("direct", "partial")]
    for voice, spans in (("heading", gold.headings), ("quoted", spoken), ("reported", gold.reported)):
        if any(span.holds(mark) for span in spans):
            return voice
    return "own"


def says(text: str, speaker: str) -> bool:
    """Whether all words of a speaker's name stand in the text, if not side by side."""
    return all(word in text.lower() for word in speaker.lower().split())


def quotation_marks(text: str) -> Iterator[int]:
    return (i for i, character in enumerate(text) if character in '"“”')


def test_six_events_in_two_or_more_texts() -> None:
    assert len(EVENTS) >= 6
    assert all(len(list(event.glob("*.txt"))) >= 2 for event in EVENTS)


@pytest.mark.parametrize("folder", EVENTS, ids=lambda path: path.name)
def test_event_is_complete(folder: Path) -> None:
    event = tomllib.loads((folder / "event.toml").read_text("utf-8"))
    assert event.keys() >= EVENT_KEYS
    assert event["name"] == folder.name
    assert event["licence"] == "CC BY 4.0"
    assert 3 <= len(event["differences"]) <= 6
    assert 8 <= len(event["facts"]) <= 15
    files = [text["file"] for text in event["texts"]]
    assert sorted(files) == sorted(path.name for path in folder.glob("*.txt"))
    assert all(text.keys() >= TEXT_KEYS for text in event["texts"])
    stems = {Path(file).stem for file in files}
    assert all(fact["in"] and stems.issuperset(fact["in"]) for fact in event["facts"])
    assert event["invented"] or all(fact["source"] for fact in event["facts"])
    told = [set(fact["in"]) for fact in event["facts"]]
    assert any(where == stems for where in told), "no fact is told by all texts"
    assert any(where < stems for where in told), "nothing is left out by any text"
    for text in event["texts"]:
        assert text["words"] == count_words(load(folder / text["file"])), text["file"]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
class TestText:
    def test_header_says_it_was_written_for_teaching(self, path: Path) -> None:
        gold = load(path)
        header = gold.text.splitlines()[0]
        assert header.startswith("Written for teaching:")
        assert header.endswith("CC BY 4.0.")
        assert gold.removed[0].entry["text"] == header

    def test_length(self, path: Path) -> None:
        assert 350 <= count_words(load(path)) <= 900

    def test_headings_stand_in_order(self, path: Path) -> None:
        starts = [heading.start for heading in load(path).headings]
        assert starts
        assert starts == sorted(starts)

    def test_removed_slices_say_what_they_are_and_do_not_overlap(self, path: Path) -> None:
        removed = load(path).removed
        assert all(mark.entry["kind"] for mark in removed)
        assert all(a.end <= b.start for a, b in pairwise(removed))

    def test_quotes_stand_in_order_with_kind_and_speaker(self, path: Path) -> None:
        gold = load(path)
        starts = [quote.start for quote in gold.quotes]
        assert starts == sorted(set(starts))
        for quote in gold.quotes:
            entry = quote.entry
            assert entry["kind"] in {"direct", "partial", "scare", "title"}, entry
            assert entry["type"] in {"named", "unnamed", "institution", ""}, entry
            assert bool(entry["speaker"]) == bool(entry["type"]), entry
            assert says(gold.text, entry["speaker"]), entry
            outer = [other for other in gold.quotes if other is not quote and other.holds(quote)]
            assert bool(outer) == entry.get("nested", False), entry

    def test_every_quotation_mark_belongs_to_a_quote(self, path: Path) -> None:
        gold = load(path)
        edges = {quote.start for quote in gold.quotes} | {quote.end - 1 for quote in gold.quotes}
        removed = {i for mark in gold.removed for i in range(mark.start, mark.end)}
        assert [i for i in quotation_marks(gold.text) if i not in edges | removed] == []

    def test_reported_content_has_speaker_and_cue(self, path: Path) -> None:
        gold = load(path)
        for mark in gold.reported:
            assert says(gold.text, mark.entry["speaker"]), mark.entry
            assert mark.entry["cue"] in gold.text, mark.entry

    def test_markers_stand_in_the_voice_they_are_marked_with(self, path: Path) -> None:
        gold = load(path)
        assert len(gold.markers) >= 25
        for mark in gold.markers:
            assert mark.entry["marker"] in MARKERS, mark.entry
            assert mark.entry["voice"] == voice_of(mark, gold), mark.entry
            assert not any(gone.holds(mark) for gone in gold.removed), mark.entry
