"""``framing demo``: the main job on two built-in texts."""

from __future__ import annotations

from pathlib import Path

import click

TEXTS = ("event:xi-putin-call/state-agency", "event:xi-putin-call/wire")


@click.command()
@click.option("-o", "--out", type=click.Path(path_type=Path), default=Path("reports/out/demo"), show_default=True)
@click.option("--paper", default="a4", show_default=True, help="a4 or letter.")
def command(out: Path, paper: str) -> None:
    """Compare two built-in texts on one event and write their report.

    \b
    Example:
      framing demo -o out
    """
    from framing.cli.compare import FORMATS, run
    from framing.reading import read_article

    run([read_article(text) for text in TEXTS], out, FORMATS.split(","), paper)
