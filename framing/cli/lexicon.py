"""``framing lexicon``: what is counted, entry by entry."""

from __future__ import annotations

from pathlib import Path

import click


@click.group()
def command() -> None:
    """List, show and check lexicons."""


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
@click.argument("name")
def show(name: str) -> None:
    """Print a lexicon's card and entries.

    \b
    Example:
      framing lexicon show hedges
    """
    from dataclasses import fields

    from framing.errors import one_of
    from framing.lexicon import load_lexicons

    lexicons = {lexicon.name: lexicon for lexicon in load_lexicons()}
    lexicon = lexicons[one_of(name, lexicons, what="lexicon")]
    for field in fields(lexicon.card):
        value = getattr(lexicon.card, field.name)
        text = value if isinstance(value, str) else "".join(f"\n  - {item}" for item in value)
        click.echo(f"{field.name}: {text}")
    click.echo(f"sha256: {lexicon.sha256}\n")
    for entry in lexicon.entries:
        tail = f"   not in: {'; '.join(entry.exclude)}" if entry.exclude else ""
        click.echo(f"  {entry.pattern}{tail}")


@command.command("check")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
def check(folder: Path) -> None:
    """Check a lexicon's table, card, examples and counterexamples.

    \b
    Example:
      framing lexicon check lexicons/hedges
    """
    from framing.errors import LexiconError
    from framing.lexicon import check_examples, lint, read_lexicon

    lexicon = read_lexicon(folder)
    faults = [*lint(lexicon), *check_examples(lexicon)]
    for fault in faults:
        click.echo(f"{folder}: {fault}", err=True)
    if faults:
        raise LexiconError(f"{len(faults)} faults", where=str(folder), hint="mend them and check again")
    click.echo(f"{lexicon.name} {lexicon.card.version}: {len(lexicon.entries)} entries, sha256 {lexicon.sha256}")
