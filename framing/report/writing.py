"""Renderings of a report as files: one table of formats, all or nothing on disk."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from framing.errors import OptionError, OutputError, one_of
from framing.types import Comparison

if TYPE_CHECKING:
    from framing.report.tree import Report

PAPERS = ("a4", "letter")

_OURS = re.compile(
    r"report(-\d+|-figure-(groups|markers|voices|files))?\.png|report-figure-(groups|markers|voices|files)\.alt\.txt"
    r"|report\.(pdf|html|json|csv|(contrasts|hits|quotes|keyness|sources|actors)\.csv)"
)
"""Names that a report of any format gives its files."""


@dataclass(frozen=True)
class _Job:
    """A comparison on its way to files; what several formats need is made once."""

    comparison: Comparison
    paper: str

    @cached_property
    def report(self) -> Report:
        from framing.report.compose import compose

        return compose(self.comparison)

    @cached_property
    def pictures(self) -> Mapping[str, bytes]:
        from framing.report.pictures import draw_all

        return draw_all(self.report.figures)


def _pdf(job: _Job) -> dict[str, bytes]:
    from framing.report.pdf import render_pdf

    return {"report.pdf": render_pdf(job.report, job.pictures, job.paper)}


def _png(job: _Job) -> dict[str, bytes]:
    from framing.report.png import alt_text, render_figures, render_pages

    pages = render_pages(job.report, job.pictures, job.paper)
    files = {"report.png" if i == 1 else f"report-{i}.png": page for i, page in enumerate(pages, 1)}
    pictures = render_figures(job.report, job.pictures)
    for figure in job.report.figures:
        files[f"report-figure-{figure.name}.png"] = pictures[figure.name]
        files[f"report-figure-{figure.name}.alt.txt"] = alt_text(figure)
    return files


def _html(job: _Job) -> dict[str, bytes]:
    from framing.report.html import render_html

    return {"report.html": render_html(job.report)}


def _json(job: _Job) -> dict[str, bytes]:
    from framing.exporting import comparison_to_json

    return {"report.json": comparison_to_json(job.comparison)}


def _csv(job: _Job) -> dict[str, bytes]:
    from framing.exporting import comparison_to_csv

    return comparison_to_csv(job.comparison)


FORMATS: Mapping[str, Callable[[_Job], dict[str, bytes]]] = {
    "pdf": _pdf,
    "png": _png,
    "html": _html,
    "json": _json,
    "csv": _csv,
}


def check_formats(formats: Iterable[str], paper: str = "a4") -> None:
    """Refuse unknown formats and papers before any work is done.

    Raises
    ------
    OptionError
        Naming the allowed values.
    """
    wanted = list(formats)
    if not wanted:
        raise OptionError("no format given", hint="choose from: " + ", ".join(FORMATS))
    for name in wanted:
        one_of(name, FORMATS, what="format")
    one_of(paper, PAPERS, what="paper")


def render(comparison: Comparison, formats: Iterable[str] = tuple(FORMATS), *, paper: str = "a4") -> dict[str, bytes]:
    """Render a comparison.

    Parameters
    ----------
    comparison : Comparison
        From `framing.compare`.
    formats : iterable of str
        Any of ``pdf``, ``png``, ``html``, ``json``, ``csv``.
    paper : str
        ``a4`` or ``letter``, for PDF and PNG.

    Returns
    -------
    dict of str to bytes
        File names and their contents; the same comparison gives the same bytes.

    Raises
    ------
    OptionError
        For an unknown format or paper.
    """
    formats = list(dict.fromkeys(formats))
    check_formats(formats, paper)
    job = _Job(comparison, paper)
    files: dict[str, bytes] = {}
    for name in formats:
        files |= FORMATS[name](job)
    return files


def write_report(
    comparison: Comparison,
    folder: str | Path,
    formats: Iterable[str] = tuple(FORMATS),
    *,
    paper: str = "a4",
) -> list[Path]:
    """Render a comparison into a folder, all files or none.

    The folder then holds this report only: once everything is written, files of an
    earlier one are replaced or, by their names, removed. Other files stay.

    Raises
    ------
    OptionError
        For an unknown format or paper.
    OutputError
        If the folder or a file in it cannot be written to; then nothing is.
    """
    files = render(comparison, formats, paper=paper)
    folder = Path(folder)
    hint = "choose a folder that can be written to with -o"
    for name in files:
        if (folder / name).is_dir():
            raise OutputError(
                "is a folder, and a file of this name is to be written", where=str(folder / name), hint=hint
            )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _replace_all(folder, files)
    except OSError as error:
        raise OutputError(error.strerror or "cannot be written", where=str(folder), hint=hint) from error
    return [folder / name for name in files]


def _replace_all(folder: Path, files: Mapping[str, bytes]) -> None:
    with TemporaryDirectory(prefix=".report-", dir=folder) as place:
        for name, content in files.items():
            Path(place, name).write_bytes(content)
        for name in files:
            os.replace(Path(place, name), folder / name)
    for path in folder.iterdir():
        if _OURS.fullmatch(path.name) and path.name not in files and path.is_file():
            path.unlink()
