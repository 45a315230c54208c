"""The only place that prints. One command a file; the table below names them all."""

from __future__ import annotations

from importlib import import_module

import click

from framing import __version__

COMMANDS = {
    "compare": "Set two or more articles side by side and write a report.",
    "demo": "Compare two built-in texts and write their report.",
    "score": "Count the markers of many articles: files, folders and tables.",
    "show": "Print one article in the terminal with its markers and voices.",
    "events": "List the built-in events.",
    "lexicon": "List, show, check, test, import and export lexicons.",
    "validate": "Draw a blind sample for people to code, and score the tool by their codes.",
    "cite": "Print how to cite this version.",
}


class _Commands(click.Group):
    """Loads a command's file only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"framing.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="framing")
def commands() -> None:
    """Two outlets tell the same event: what differs in how they tell it.

    Counts the wording of news articles, the outlet's own words apart from the people it
    quotes, and sets the counts side by side. It describes wording; it says nothing about
    truth, intent or authorship.

    \b
    Example:
      framing compare a.txt b.html
    """
