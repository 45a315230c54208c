"""Pages and figures as PNG pictures, each figure with its alternative text."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from dataclasses import replace

from framing.report.tree import Figure, Report, Section
from framing.report.typeset import typeset

DPI = 150
_HEADER = 8 + 25


def render_pages(report: Report, pictures: Mapping[str, bytes], paper: str = "a4") -> list[bytes]:
    """Lay the report out and return one picture per page."""
    return [described(page, report.title) for page in _pages(report, "report", pictures, paper)]


def render_figures(report: Report, pictures: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return each figure by name, with its title, caption and the foot sentence."""
    figures = report.figures
    alone = replace(report, sections=(Section("figures", "", "", "", figures),))
    pages = _pages(alone, "figure", pictures, "a4")
    return {figure.name: described(page, figure.alt) for figure, page in zip(figures, pages, strict=True)}


def _pages(report: Report, template: str, pictures: Mapping[str, bytes], paper: str) -> list[bytes]:
    pages = typeset(report, template, pictures, paper, format="png", ppi=DPI)
    return pages if isinstance(pages, list) else [pages]


def described(png: bytes, words: str) -> bytes:
    """Put a description into a PNG, as an iTXt chunk behind its header."""
    body = b"Description\0\0\0\0\0" + words.encode()
    chunk = struct.pack(">I", len(body)) + b"iTXt" + body + struct.pack(">I", zlib.crc32(b"iTXt" + body))
    return png[:_HEADER] + chunk + png[_HEADER:]


def alt_text(figure: Figure) -> bytes:
    """Return what stands beside a figure's picture: its alternative text, one line."""
    return f"{figure.alt}\n".encode()
