"""Marked texts: every kept word on a line, every hit marked once."""

from __future__ import annotations

import pytest

from framing.report.lines import plain
from framing.report.texts import line_at, mark_up
from framing.report.tree import Gap, Line
from framing.types import Comparison

STATES = ["plain", "nasty", "translated", "five"]


@pytest.mark.parametrize("state", STATES)
def test_lines_joined_give_back_the_kept_text(states: dict[str, Comparison], state: str) -> None:
    comparison = states[state]
    for profile in comparison.profiles:
        document = profile.document
        lines = [line for line in mark_up(profile, comparison).lines if isinstance(line, Line)]
        assert [line.number for line in lines] == list(range(1, len(lines) + 1))
        for line in lines:
            assert "".join(s.words for s in line.segments) == plain(document.article.text[line.start : line.end])
        shown = "".join(document.article.text[line.start : line.end] for line in lines)
        assert "".join(shown.split()) == "".join(document.clean.split())


@pytest.mark.parametrize("state", STATES)
def test_what_was_taken_off_is_named_in_its_place(states: dict[str, Comparison], state: str) -> None:
    comparison = states[state]
    for profile in comparison.profiles:
        marked = mark_up(profile, comparison)
        gaps = [line for line in marked.lines if isinstance(line, Gap)]
        text = profile.document.article.text
        removed = " ".join(plain(text[r.start : r.end]) for r in profile.document.article.removed)
        assert " ".join(line for gap in gaps for line in gap.lines).split() == removed.split()
        assert all(
            kind in " ".join(gap.says for gap in gaps) for kind in {r.kind for r in profile.document.article.removed}
        )


@pytest.mark.parametrize("state", STATES)
def test_every_hit_is_marked_where_it_stands(states: dict[str, Comparison], state: str) -> None:
    comparison = states[state]
    for profile in comparison.profiles:
        marked = mark_up(profile, comparison)
        segments = [s for line in marked.lines if isinstance(line, Line) for s in line.segments]
        for card, hit in zip(marked.hits, profile.hits, strict=True):
            assert card.match == plain(hit.match)
            assert card.line == line_at(marked.lines, hit.start)
            covered = "".join(s.words for s in segments if card.number in s.hits)
            assert covered.strip() == card.match
            line = next(x for x in marked.lines if isinstance(x, Line) and x.number == card.line)
            assert card.letter in line.letters


def test_a_longer_hit_wears_the_line(two: Comparison) -> None:
    for profile in two.profiles:
        marked = mark_up(profile, two)
        for line in marked.lines:
            for segment in line.segments if isinstance(line, Line) else ():
                if segment.hits:
                    lengths = {n: marked.hits[n].end - marked.hits[n].start for n in segment.hits}
                    assert segment.hit is not None
                    assert lengths[segment.hit] == max(lengths.values())
