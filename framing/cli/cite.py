"""``framing cite``: how to cite."""

from __future__ import annotations

import click

from framing import __version__


@click.command()
def command() -> None:
    """Print how to cite this version.

    \b
    Example:
      framing cite
    """
    click.echo(
        f"The framing authors (2026). framing: how two outlets tell the same event (Version {__version__}) "
        "[Computer software]."
    )
