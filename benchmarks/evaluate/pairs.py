"""State and Western articles on one story: what differs in the same events."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from benchmarks.evaluate.bootstrap import draw
from benchmarks.evaluate.labelled import NAMES, Array
from benchmarks.evaluate.tables import Part, decimals, table
from framing.analysis import analyze
from framing.reading import article_from_text
from framing.types import Profile, Voice

WESTERN = ("mainstream", "agency", "tabloid")
HONG_KONG_MENTIONS = 3
OWN, ALL = 0, 1
FAKED = re.compile(r"negation|numbers|scare_quotes|us_them|\w+_sources|group:(?:stance|sourcing|labels|facts)")
"""Not compared for RT, whose texts here lack full stops, apostrophes, hyphens and quotation marks."""


def evaluate(data: Path) -> Part:
    """Compare rates within pairs, for China, China without Hong Kong, and RT (whose voices cannot be told)."""
    pairs = [pair for pair in _lines(data / "news" / "pairs.jsonl") if pair["west_subgroup"] in WESTERN]
    texts = _texts(data, pairs)
    rates = {name: _rates(analyze(article_from_text(text, id=name))) for name, text in texts.items()}
    differences = np.array([rates[pair["state_id"]] - rates[pair["west_id"]] for pair in pairs])
    china = np.array([pair["state_subgroup"] == "cn-state" for pair in pairs])
    russia = np.array([pair["state_outlet"] == "RT" for pair in pairs])
    elsewhere = china & ~np.array([_on_hong_kong(pair, texts) for pair in pairs])
    events = _events(pairs)
    columns = {
        "China, own voice": (china, OWN),
        "China, all words": (china, ALL),
        "without Hong Kong, own voice": (elsewhere, OWN),
        "without Hong Kong, all words": (elsewhere, ALL),
        "RT, all words": (russia, ALL),
    }
    cells = [_cells(differences[rows, voice], events[rows]) for rows, voice in columns.values()]
    cells[-1] = ["" if FAKED.fullmatch(name) else cell for name, cell in zip(NAMES, cells[-1], strict=True)]
    header = [
        "per 10,000 words [95 %]",
        *(f"{name} ({rows.sum()} pairs, {len(set(events[rows]))} events)" for name, (rows, _) in columns.items()),
    ]
    return Part(table(header, ([name, *(column[n] for column in cells)] for n, name in enumerate(NAMES))))


def _rates(profile: Profile) -> Array:
    """Return hits per 10,000 words, in the outlet's own voice and in all."""
    counts = {(rate.marker, rate.voice): rate.count for rate in profile.rates}
    own = [counts[name, Voice.OWN] for name in NAMES]
    every = [sum(counts[name, voice] for voice in Voice) for name in NAMES]
    return 10_000 * np.array([own, every]) / np.maximum([[profile.words.own], [profile.words.total]], 1)


def _cells(differences: Array, events: np.ndarray) -> list[str]:
    """Write the mean difference of each marker, bold where the interval from drawing events anew leaves out 0."""
    _, event = np.unique(events, return_inverse=True)
    draws = draw(event.max() + 1)[:, event]
    means = (draws @ differences) / draws.sum(1, keepdims=True)
    low, high = np.quantile(means, [0.025, 0.975], axis=0)
    return [_cell(*map(float, row)) for row in zip(differences.mean(0), low, high, strict=True)]


def _cell(mean: float, low: float, high: float) -> str:
    text = f"{'+' if mean > 0 else ''}{decimals(mean, 1)} [{decimals(low, 1)}, {decimals(high, 1)}]"
    return f"**{text}**" if low > 0 or high < 0 else text


def _events(pairs: list[dict[str, Any]]) -> np.ndarray:
    """Give the pairs numbers so that those that share an article have one number."""
    _, ends = np.unique([[pair["state_id"], pair["west_id"]] for pair in pairs], return_inverse=True)
    state, west = ends.reshape(-1, 2).T
    size = ends.max() + 1
    return connected_components(coo_array((np.ones(len(pairs)), (state, west)), (size, size)), directed=False)[1][state]


def _on_hong_kong(pair: Mapping[str, Any], texts: Mapping[str, str]) -> bool:
    return any(texts[pair[side]].lower().count("hong kong") >= HONG_KONG_MENTIONS for side in ("state_id", "west_id"))


def _texts(data: Path, pairs: list[dict[str, Any]]) -> dict[str, str]:
    wanted = {pair[side] for pair in pairs for side in ("state_id", "west_id")}
    return {row["id"]: row["text"] for row in _lines(data / "news" / "articles.jsonl.gz") if row["id"] in wanted}


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)
