"""Markdown tables, and the pages that hold them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Part:
    """What one part of the evaluation found: tables to read, figures to hold."""

    text: str
    figures: Mapping[str, float] = field(default_factory=dict)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Lay out a table; every column but the first stands to the right."""
    lines = [header, ["---"] + ["--:"] * (len(header) - 1), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def decimals(value: float, places: int = 3) -> str:
    """Write a figure without the zero before its point: ``.743``.

    Examples
    --------
    >>> decimals(0.7434), decimals(1.25, 2), decimals(-0.5, 1)
    ('.743', '1.25', '−.5')
    """
    text = f"{value:.{places}f}".replace("-", "−")
    return text.replace("0.", ".", 1) if abs(value) < 1 else text


def write(page: Path, parts: Mapping[str, Part]) -> None:
    """Put the text of each part between its marks in a page."""
    text = page.read_text(encoding="utf-8")
    for name, part in parts.items():
        marks = re.compile(rf"(<!-- figures: {name} -->\n).*?(<!-- end -->)", re.DOTALL)
        text = marks.sub(lambda found, new=part.text: f"{found[1]}{new}\n{found[2]}", text)
    page.write_text(text, encoding="utf-8")
