"""PolNeAR: news articles with every attribution marked (Newell et al. 2018)."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.evaluate.tables import Part, decimals, table
from benchmarks.voices_polnear import rows, score_article
from framing.parsing.attributions import BREADTHS

KINDS = ("sentence", "words", "inside marks", "outside marks", "cue", "source")


def evaluate(data: Path) -> Part:
    """Score the development articles at both breadths."""
    articles = list(rows(str(data), "dev"))
    lines, figures = [], {}
    for breadth in BREADTHS:
        counts = Counter[str]()
        for row in articles:
            score_article(row, breadth, counts, Counter[Any]())
        for kind in KINDS:
            right, found, gold = (counts[f"{kind} {part}"] for part in ("right", "found", "gold"))
            f1 = 2 * right / (found + gold)
            lines.append([f"{kind}, {breadth} breadth", *map(decimals, (right / found, right / gold, f1))])
            figures[f"PolNeAR dev, {breadth}, {kind}"] = f1
    return Part(table(["attributions", "precision", "recall", "F1"], lines), figures)
