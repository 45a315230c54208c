"""No list that only one side can be caught with: every marker has hits in state and in Western news."""

from __future__ import annotations

import gzip
import json
from itertools import islice
from pathlib import Path

import pytest

from framing.analysis import analyze
from framing.markers import MARKERS
from framing.reading import article_from_text

EVERY = 24


@pytest.mark.shared
def test_every_marker_is_found_on_both_sides(shared: Path) -> None:
    found: dict[str, set[str]] = {row.marker.name: set() for row in MARKERS}
    with gzip.open(shared / "data" / "news" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, islice(lines, 0, None, EVERY)):
            if row["group"] in ("state", "western"):
                for hit in analyze(article_from_text(row["text"], id="x")).hits:
                    found[hit.marker].add(row["group"])
    assert {marker for marker, sides in found.items() if len(sides) < 2} == set()
