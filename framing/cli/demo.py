"""``framing demo``: the main job on a built-in event."""

from __future__ import annotations

from pathlib import Path

import click

EVENT = "event:xi-putin-call"


@click.command()
@click.option("-o", "--out", type=click.Path(path_type=Path), default=Path("reports/out/demo"), show_default=True)
@click.option("--paper", default="a4", show_default=True, help="a4 or letter.")
def command(out: Path, paper: str) -> None:
    """Compare a built-in event and write its report.

    \b
    Example:
      framing demo -o out
    """
    from framing.cli.compare import FORMATS, read_all, run

    articles, errors = read_all((EVENT,))
    for error in errors:
        raise error
    run(articles, out, FORMATS.split(","), paper, quiet=False, as_json=False)
