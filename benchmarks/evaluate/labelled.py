"""Sentences that people labelled, with what the program counts in them."""

from __future__ import annotations

import ast
import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.analysis import analyze
from framing.markers import MARKERS
from framing.profiling import group_hits
from framing.reading import article_from_text
from framing.types import VOICES, Article, Profile, Voice

Array = NDArray[np.float64]

GROUP_OF = {row.marker.name: row.marker.group for row in MARKERS}
NAMES = (*GROUP_OF, *(f"group:{group}" for group in dict.fromkeys(GROUP_OF.values())))
OWN, OTHERS = 0, 1
"""Columns of counts: the outlet's voice (headings too), and words quoted or reported."""

LEAD = "So it was.\n"
"""Stands before a lone sentence, which is no headline."""
_WORD = re.compile(r"\w+(?:['’]\w+)*")


@dataclass(frozen=True)
class Labelled:
    """Sentences in the order of the data.

    ``source`` is the outlet or the article of a sentence; ``marked`` tells for each of its
    ``tokens`` whether people marked that very word. ``words`` has two columns, `OWN` and
    `OTHERS`; so has ``hits``, for every one of `NAMES`. ``around`` counts markers near by.
    """

    texts: list[str]
    positive: NDArray[np.bool_]
    source: NDArray[np.str_]
    tokens: list[list[str]]
    marked: list[list[bool]]
    words: Array
    hits: Array
    around: Array

    def __len__(self) -> int:
        return len(self.texts)

    def keep(self, kept: NDArray[np.bool_]) -> Labelled:
        """Return the sentences that ``kept`` tells to keep."""
        rows = np.flatnonzero(kept)
        columns = (getattr(self, field.name) for field in fields(self))
        return Labelled(*(x[rows] if isinstance(x, np.ndarray) else [x[row] for row in rows] for x in columns))

    def __add__(self, other: Labelled) -> Labelled:
        pairs = ((getattr(self, field.name), getattr(other, field.name)) for field in fields(self))
        return Labelled(*(np.concatenate([x, y]) if isinstance(x, np.ndarray) else x + y for x, y in pairs))


def read_babe(data: Path) -> Labelled:
    """Read BABE: sentences that experts called biased or not, each analysed by itself."""
    rows = [row for row in _rows(data / "bench" / "babe.jsonl") if row["label"] in ("Biased", "Non-biased")]
    texts = [row["text"] for row in rows]
    counted = [count(analyze_alone(text), [(len(LEAD), len(LEAD) + len(text))]) for text in texts]
    tokens = [_tokens(text) for text in texts]
    biased = [{token for words in ast.literal_eval(row["biased_words"]) for token in _tokens(words)} for row in rows]
    return Labelled(
        texts,
        np.array([row["label"] == "Biased" for row in rows]),
        np.array([row["outlet"] for row in rows]),
        tokens,
        [[token in words for token in sentence] for sentence, words in zip(tokens, biased, strict=True)],
        np.concatenate([words for words, _ in counted]),
        np.concatenate([hits for _, hits in counted]),
        np.empty((len(rows), 0)),
    )


def read_ptc(data: Path, part: str) -> Labelled:
    """Read the lines of PTC's articles; one is positive where a span of propaganda touches it."""
    articles = list(_rows(data / "bench" / f"ptc_{part}.jsonl"))
    lines = [_lines(article["text"]) for article in articles]
    places = [(row, start, end) for row, spans in zip(articles, lines, strict=True) for start, end in spans]
    counted = [
        count(analyze(article_from_text(row["text"], id=row["id"])), spans)
        for row, spans in zip(articles, lines, strict=True)
    ]
    return Labelled(
        [row["text"][start:end] for row, start, end in places],
        np.array([_touched(row["spans"], start, end) for row, start, end in places]),
        np.array([row["id"] for row, _, _ in places]),
        [_tokens(row["text"][start:end]) for row, start, end in places],
        [
            [_touched(row["spans"], *found.span()) for found in _WORD.finditer(row["text"], start, end)]
            for row, start, end in places
        ],
        np.concatenate([words for words, _ in counted]),
        np.concatenate([hits for _, hits in counted]),
        np.concatenate([_around(*pair) for pair in counted]),
    )


def count(profile: Profile, spans: Iterable[tuple[int, int]]) -> tuple[Array, Array]:
    """Count words and hits in slices of an article that do not overlap, the outlet's voice apart from others."""
    starts, ends = zip(*spans, strict=True)
    words, hits = np.zeros((len(starts), 2)), np.zeros((len(starts), 2, len(NAMES)))

    def place(start: int, voice: Voice) -> tuple[int, int] | None:
        at = bisect_right(starts, start) - 1
        column = OTHERS if voice in (Voice.QUOTED, Voice.REPORTED) else OWN
        return (at, column) if at >= 0 and start < ends[at] else None

    document = profile.document
    for start, is_word, voice in zip(document.tokens.start, document.tokens.is_word, document.voices, strict=True):
        if is_word and (cell := place(start, VOICES[voice])):
            words[cell] += 1
    named = [(hit.marker, hit) for hit in profile.hits]
    named += [(f"group:{group}", hit) for group, hit in group_hits(document, profile.hits, GROUP_OF)]
    for name, hit in named:
        if cell := place(hit.start, hit.voice):
            hits[(*cell, NAMES.index(name))] += 1
    return words, hits


def _around(words: Array, hits: Array) -> Array:
    """Return hits in the lines before and after, and hits per 100 words in the rest of the article."""
    every, length = hits.sum(1), words.sum(1)
    beside = np.zeros_like(every)
    beside[1:] += every[:-1]
    beside[:-1] += every[1:]
    rest = 100 * (every.sum(0) - every) / np.maximum(length.sum() - length, 50)[:, None]
    return np.hstack([beside, rest])


def analyze_alone(sentence: str) -> Profile:
    """Analyse a sentence that is no headline."""
    return analyze(Article(id="sentence", text=LEAD + sentence))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _lines(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(r"[^\n]*\S[^\n]*", text)]


def _tokens(text: str) -> list[str]:
    return [token.lower() for token in _WORD.findall(text)]


def _touched(spans: list[dict[str, Any]], start: int, end: int) -> bool:
    return any(span["start"] < end and start < span["end"] for span in spans)
