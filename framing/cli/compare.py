"""``framing compare``: the main job."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from framing.errors import FramingError
    from framing.types import Article, Comparison, Lexicon

FORMATS = "pdf,png,html,json,csv"


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="A B [C …]")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Folder to write to [default: reports/out/NAME].")
@click.option("--formats", default=FORMATS, show_default=True, help="What to write, comma separated.")
@click.option("--paper", default="a4", show_default=True, help="a4 or letter.")
@click.option("--lexicon", "lexicons", multiple=True, type=click.Path(), help="Your own lexicon, a marker like ours.")
@click.option("--quiet", is_flag=True, help="Print errors only.")
@click.option("--json", "as_json", is_flag=True, help="Print the written paths as JSON.")
def command(
    sources: tuple[str, ...],
    out: Path | None,
    formats: str,
    paper: str,
    lexicons: tuple[str, ...],
    quiet: bool,
    as_json: bool,
) -> None:
    """Set two or more articles side by side and write a report.

    Each of A, B, … is a file (.txt, .md, .html), an address, - for standard input, or
    event:NAME for a built-in event (see: framing events).

    \b
    Example:
      framing compare a.txt b.html -o out --formats pdf,html
    """
    from framing.lexicon import load_user_lexicon
    from framing.report import check_formats

    wanted = [name.strip().lower() for name in formats.split(",") if name.strip()]
    check_formats(wanted, paper)
    own = [load_user_lexicon(path) for path in lexicons]
    articles, errors = read_all(sources)
    for error in errors:
        click.echo(f"framing: {error}", err=True)
    if len(articles) < 2:
        raise SystemExit(_too_few(len(articles)))
    run(articles, out or default_folder(sources), wanted, paper, own, quiet=quiet, as_json=as_json)
    if errors:
        raise SystemExit(1)


def read_all(sources: tuple[str, ...]) -> tuple[list[Article], list[FramingError]]:
    """Read what can be read, each text once; return it with an error for each that could not be."""
    from framing.errors import FramingError, InputError
    from framing.reading import expand, read_article

    articles: dict[str, Article] = {}
    errors: list[FramingError] = []
    for source in sources:
        try:
            for name in expand(source):
                article = read_article(name)
                words = " ".join(article.text.split())
                if words in articles:
                    raise InputError(
                        f"the same text as {articles[words].source}",
                        where=name,
                        hint="left out; give another article",
                    )
                articles[words] = article
        except FramingError as error:
            errors.append(error)
    return list(articles.values()), errors


def run(
    articles: list[Article],
    folder: Path,
    formats: list[str],
    paper: str,
    lexicons: Sequence[Lexicon] = (),
    *,
    quiet: bool = False,
    as_json: bool = False,
) -> None:
    """Compare, write and say where; warnings of reading go to standard error."""
    import json

    from framing.analysis import compare
    from framing.report import standfirst, write_report

    for article in articles:
        for warning in article.extra.get("warnings", ()):
            click.echo(f"framing: {article.source}: {warning}", err=True)
    comparison = compare(articles, lexicons=lexicons)
    paths = write_report(comparison, folder, formats=formats, paper=paper)
    if as_json:
        click.echo(json.dumps({"headline": _headline(comparison), "files": [str(path) for path in paths]}, indent=2))
    elif not quiet:
        click.echo(f"{_headline(comparison)}\n{click.wrap_text(standfirst(comparison), 80)}\n", err=True)
        for path in paths:
            click.echo(path)


def default_folder(sources: tuple[str, ...]) -> Path:
    """``reports/out/NAME``, where NAME is made of the inputs' names."""
    names = [re.sub(r"\W+", "-", Path(source.removeprefix("event:")).stem).strip("-") or "stdin" for source in sources]
    return Path("reports") / "out" / "-vs-".join(names)[:100]


def _headline(comparison: Comparison) -> str:
    from framing.report import headline

    return headline(comparison)


def _too_few(count: int) -> str:
    left = "no text is left" if count == 0 else "one text is left"
    return f"framing: {left}, nothing to compare; give at least two different articles"
