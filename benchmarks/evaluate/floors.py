"""Figures that no later change may lower: pinned with the hash of the data they were measured on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from math import floor
from pathlib import Path
from typing import Any

from benchmarks.evaluate.labelled import GROUP_OF, OWN
from benchmarks.evaluate.ratios import ENOUGH_HITS, Ratio, Ratios

FLOORS = Path(__file__).with_name("floors.json")
FILES = ("babe.jsonl", "ptc_train.jsonl", "ptc_dev.jsonl")
KEPT_HITS = 0.8
SLACK = 0.005


def fingerprint(data: Path) -> dict[str, str]:
    """Hash the files that the floors were measured on."""
    return {name: hashlib.sha256((data / "bench" / name).read_bytes()).hexdigest() for name in FILES}


def pinned() -> dict[str, Any]:
    """Read the floors."""
    floors: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return floors


def pin(data: Path, figures: Mapping[str, float], ratios: Mapping[str, Ratios]) -> None:
    """Write today's figures, less a little and rounded down, as the floors.

    A marker whose own-voice ratio lies clear of 1 must stay on that side, no nearer to 1
    than the end of today's interval; every marker keeps most of its hits.
    """
    markers = {name: {corpus: _floor(found[name][OWN]) for corpus, found in ratios.items()} for name in GROUP_OF}
    floors = {
        "fingerprint": fingerprint(data),
        "figures": {name: floor(100 * (figure - SLACK)) / 100 for name, figure in figures.items()},
        "markers": markers,
    }
    FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")


def figures_below(figures: Mapping[str, float]) -> list[str]:
    """Say which figures have fallen below their floor."""
    floors = pinned()["figures"]
    return [
        f"{name} is {figure:.3f}, its floor {floors[name]}"
        for name, figure in figures.items()
        if figure < floors.get(name, 0)
    ]


def markers_below(ratios: Mapping[str, Ratios]) -> list[str]:
    """Say which markers find too little in the corpora given, or lie nearer to 1 than they did."""
    return [
        f"{name} in {corpus}: {fault}"
        for name, floors in pinned()["markers"].items()
        for corpus, found in ratios.items()
        for fault in _faults(found[name][OWN] if name in found else None, floors[corpus])
    ]


def _floor(ratio: Ratio) -> dict[str, float]:
    bounds = {1: {"above": floor(100 * ratio.low) / 100}, -1: {"below": -floor(-100 * ratio.high) / 100}, 0: {}}
    hits = floor(KEPT_HITS * ratio.hits) if ratio.hits >= ENOUGH_HITS else 0
    return {"hits": hits, **bounds[ratio.sign]}


def _faults(ratio: Ratio | None, floors: Mapping[str, float]) -> list[str]:
    if ratio is None:
        return ["the marker is gone"]
    faults = []
    if ratio.hits < floors["hits"]:
        faults.append(f"{ratio.hits} hits, the floor is {floors['hits']}")
    if ratio.value < floors.get("above", 0):
        faults.append(f"ratio {ratio.value:.2f}, the floor is {floors['above']}")
    if ratio.value > floors.get("below", float("inf")):
        faults.append(f"ratio {ratio.value:.2f}, the ceiling is {floors['below']}")
    return faults
