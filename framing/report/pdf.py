"""The report as a tagged PDF (PDF/UA-1)."""

from __future__ import annotations

from collections.abc import Mapping

from framing.report.tree import Report
from framing.report.typeset import typeset


def render_pdf(report: Report, pictures: Mapping[str, bytes], paper: str = "a4") -> bytes:
    """Lay the report out on ``a4`` or ``letter``; the same report gives the same bytes."""
    pdf: bytes = typeset(report, "report", pictures, paper, format="pdf", pdf_standards=["ua-1"])
    return pdf
