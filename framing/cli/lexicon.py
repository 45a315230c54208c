"""``framing lexicon``: what is counted, entry by entry; your own lists, and those of other programs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from framing.errors import FramingError

LEXICONS = click.argument("names", metavar="LEXICON…", nargs=-1, required=True)
SKIP = click.option("--skip", is_flag=True, help="Leave out entries that cannot be held, and list them.")
FORMAT = "csv, tsv, liwc, liwc22, quanteda, lexicoder, wordstat or yoshikoder [default: by the file's name]"


@click.group()
def command() -> None:
    """List, show, check, test, import and export lexicons.

    A LEXICON is the name of a shipped one, a folder, or a table (.tsv, .csv, .txt).
    """


@command.command("list")
def list_() -> None:
    """List the shipped lexicons with their version, size and construct.

    \b
    Example:
      framing lexicon list
    """
    from framing.lexicon import load_lexicons

    for lexicon in load_lexicons():
        click.echo(f"{lexicon.name:<20} {lexicon.card.version:<5} {len(lexicon.entries):>5}  {lexicon.card.construct}")


@command.command("show")
@click.argument("name", metavar="LEXICON")
def show(name: str) -> None:
    """Print a lexicon's card and entries.

    \b
    Example:
      framing lexicon show hedges
    """
    from dataclasses import fields

    from framing.lexicon import get_lexicon

    lexicon = get_lexicon(name)
    for field in fields(lexicon.card):
        value = getattr(lexicon.card, field.name)
        text = value if isinstance(value, str) else "".join(f"\n  - {item}" for item in value)
        click.echo(f"{field.name}: {text}")
    click.echo(f"sha256: {lexicon.sha256}\n")
    for entry in lexicon.entries:
        tail = f"   not in: {'; '.join(entry.exclude)}" if entry.exclude else ""
        click.echo(f"  {entry.pattern}{tail}")


@command.command("check")
@click.argument("path", metavar="LEXICON", type=click.Path(path_type=Path, exists=True))
def check(path: Path) -> None:
    """Check a lexicon of your own: its rows, card, examples and counterexamples.

    \b
    Example:
      framing lexicon check my_words.tsv
    """
    from framing.errors import LexiconError
    from framing.lexicon import check_examples, lint, read_user_lexicon

    lexicon, rows = read_user_lexicon(path)
    faults = [str(row) for row in rows]
    faults += [f"{path}: {fault}" for fault in (*lint(lexicon), *check_examples(lexicon))]
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        raise LexiconError(f"{len(faults)} faults", where=str(path), hint="mend them and check again")
    click.echo(f"{lexicon.name} {lexicon.card.version}: {len(lexicon.entries)} entries, sha256 {lexicon.sha256}")


@command.command("test")
@LEXICONS
def test(names: tuple[str, ...]) -> None:
    """Find lexicons in their cards' examples, and nothing of them in the counterexamples.

    \b
    Example:
      framing lexicon test hedges my_words
    """
    from framing.errors import LexiconError
    from framing.lexicon import check_examples, get_lexicon

    failed = 0
    for lexicon in map(get_lexicon, names):
        faults = check_examples(lexicon)
        failed += len(faults)
        for fault in faults:
            click.echo(f"{lexicon.name}: {fault}", err=True)
        card = lexicon.card
        counts = f"{len(card.examples)} examples, {len(card.counterexamples)} counterexamples"
        click.echo(f"{lexicon.name}: {counts}, {len(faults)} failed")
    if failed:
        raise LexiconError(f"{failed} failed", hint="mend the entries or the card and test again")


@command.command("import")
@click.argument("source", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("-o", "--out", type=click.Path(path_type=Path), required=True, help="Folder to write lexicons into.")
@click.option("--format", "name", default="", help=FORMAT)
@click.option("--prefix", default="", help="Put this before every lexicon's name.")
@SKIP
def import_(source: Path, out: Path, name: str, prefix: str, skip: bool) -> None:
    """Make a dictionary of another program, or a spreadsheet, into lexicons: one a category.

    \b
    Example:
      framing lexicon import frames.dic -o lexicons --prefix frames
    """
    from framing.lexicon import load_lexicons, save_lexicons
    from framing.lexicon.formats import format_of, import_dictionary

    found = import_dictionary(source.read_bytes(), str(source), format_of(str(source), name), prefix)
    _settle(found.faults, skip=skip)
    if found.hyphened:
        some = ", ".join(found.hyphened[:5])
        click.echo(f"framing: a hyphen in an entry now stands for a space as well: {some}", err=True)
    ours = {lexicon.name for lexicon in load_lexicons()}
    for taken in (lexicon.name for lexicon in found.lexicons if lexicon.name in ours):
        click.echo(f"framing: there is a marker {taken} already: for use with --lexicon give a --prefix", err=True)
    for folder in save_lexicons(found.lexicons, out):
        click.echo(folder)


@command.command("export")
@LEXICONS
@click.option("-o", "--out", type=click.Path(path_type=Path), required=True, help="File to write.")
@click.option("--format", "name", default="", help=FORMAT)
@SKIP
def export(names: tuple[str, ...], out: Path, name: str, skip: bool) -> None:
    """Write lexicons as a dictionary for another program, one category a lexicon.

    Cards and notes are left behind (a spreadsheet keeps the notes), and alternatives
    (a|b) are written out.

    \b
    Example:
      framing lexicon export hedges boosters -o frames.yml
    """
    from framing.lexicon import get_lexicon
    from framing.lexicon.formats import export_dictionary, format_of

    text, faults = export_dictionary([get_lexicon(one) for one in names], format_of(str(out), name))
    _settle(faults, skip=skip)
    part = out.with_name(f".{out.name}.part")
    part.write_text(text, encoding="utf-8", newline="\n")
    part.replace(out)
    click.echo(out)


def _settle(faults: Sequence[FramingError], *, skip: bool) -> None:
    """Name the entries that cannot be held, and stop unless they may be left out."""
    from framing.errors import LexiconError

    for fault in faults:
        click.echo(f"{'left out: ' if skip else ''}{fault}", err=True)
    if faults and not skip:
        raise LexiconError(f"{len(faults)} entries cannot be held", hint="mend them, or leave them out with --skip")
