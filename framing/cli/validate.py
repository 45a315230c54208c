"""``framing validate``: people check what the tool counts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framing.corpus import Validity
    from framing.stats import Estimate
    from framing.types import Lexicon, Profile


@click.group()
def command() -> None:
    """Draw a blind sample for people to code, and score the tool by their codes.

    \b
    Example:
      framing validate sample articles.jsonl -o sample.csv
      framing validate score sample.key.csv coded.csv
    """


@command.command("sample")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), required=True, help="The sheet; its key is put beside it."
)
@click.option("--per-marker", type=click.IntRange(min=4), default=20, show_default=True, help="Hits of each marker.")
@click.option("--markers", default="", metavar="NAME,…", help="Ask about these only [default: all].")
@click.option("--coders", type=click.IntRange(1, 20), default=1, show_default=True, help="Columns for codes.")
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("--columns", default="", metavar="OURS=THEIRS,…", help="Names in your tables: text=body,id=doc.")
@click.option("--lexicon", "lexicons", multiple=True, type=click.Path(), help="Your own lexicon, a marker like ours.")
@click.option("--quiet", is_flag=True, help="Print errors only.")
def sample(
    paths: tuple[str, ...],
    out: Path,
    per_marker: int,
    markers: str,
    coders: int,
    seed: int,
    columns: str,
    lexicons: tuple[str, ...],
    quiet: bool,
) -> None:
    """Draw a stratified sample of sentences for blind coding.

    Hits of each marker, some of each voice, and as many sentences without one, shuffled; the
    sheet says neither where a sentence is from nor what the tool found. Coders write
    yes, other (not the words in […], but others of the sentence), no or unsure. OUT.key.csv
    says what each item is: keep it from them.

    \b
    Example:
      framing validate sample articles.jsonl -o sample.csv --markers hedges,boosters --coders 2
    """
    from framing.analysis import make_run
    from framing.cli.score import read_columns
    from framing.corpus import draw_sample, key_to_csv, replacing, sheet_to_csv
    from framing.errors import InputError, one_of
    from framing.exporting import run_id
    from framing.lexicon import load_user_lexicon
    from framing.markers import with_own

    if out.suffix != ".csv":
        raise click.UsageError(f"-o {out}: the file must end with .csv")
    names = read_columns(columns)
    own = tuple(load_user_lexicon(path) for path in lexicons)
    about = [row.marker for row in with_own(own)[0]]
    every = [marker.name for marker in about]
    wanted = [one_of(name.strip(), every, what="marker") for name in markers.split(",") if name.strip()] or every
    faults: list[str] = []
    items = draw_sample(_profiles(paths, names, own, faults), wanted, per_marker, seed)
    if not items:
        raise InputError("no article could be read", hint="nothing is written")
    run = make_run(lexicons=own, options={"columns": names, "per_marker": per_marker, "seed": seed})
    key = out.with_suffix(".key.csv")
    with replacing(out) as sheet_file, replacing(key) as key_file:
        sheet_file.write(sheet_to_csv(items, about, coders))
        key_file.write(key_to_csv(items, run, run_id(run)))
    if not quiet:
        click.echo(f"{len(items):,} items in {out}; the key is {key}", err=True)
    if faults:
        raise SystemExit(1)


@command.command("score")
@click.argument("key", type=click.Path())
@click.argument("sheets", nargs=-1, required=True, metavar="CODED.csv…")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Write the table as CSV.")
@click.option("--json", "as_json", is_flag=True, help="Print the table as JSON.")
def score(key: str, sheets: tuple[str, ...], out: Path | None, as_json: bool) -> None:
    """Score the tool by what people coded: precision, recall and the coders' agreement.

    Each CODED.csv is the sheet with codes filled in; every column whose name begins with
    "code" is a coder. Precision is weighted over voices by their hits. Recall sets right
    hits against sentences without a hit in which coders see one; it is an upper estimate.
    Intervals are of 95 %. Agreement is Krippendorff's alpha: .800 is good, below .667 the
    figures beside it mean little.

    \b
    Example:
      framing validate score sample.key.csv coded-a.csv coded-b.csv -o validity.csv
    """
    import json

    from framing.corpus import agreement, judge, read_codes, read_key, replacing
    from framing.errors import InputError
    from framing.exporting import table_to_csv

    items = read_key(key)
    codes, faults = read_codes(sheets, items)
    for fault in faults:
        click.echo(f"framing: {fault}", err=True)
    if not any(codes.values()):
        raise InputError("no item is coded", where=", ".join(sheets), hint="fill the column 'code'")
    table = [_row(found) for found in judge(items, codes)]
    if out:
        with replacing(out) as file:
            file.write(table_to_csv(list(table[0]), (tuple(row.values()) for row in table)))
    if as_json:
        click.echo(json.dumps({"alpha": agreement(codes), "markers": table}, indent=1))
    else:
        _print(table, agreement(codes), sum(map(bool, codes.values())), len(items))
    if faults:
        raise SystemExit(1)


def _profiles(
    paths: tuple[str, ...], columns: dict[str, str], own: tuple[Lexicon, ...], faults: list[str]
) -> Iterator[Profile]:
    """Yield profiles, telling what cannot be read and keeping count of it."""
    from framing.corpus import read_rows, score_batch
    from framing.errors import FramingError

    for row in read_rows(paths, columns):
        (found,) = score_batch([row], columns, own)
        if isinstance(found, FramingError):
            faults.append(str(found))
            click.echo(f"framing: {found}", err=True)
        else:
            yield found


def _row(found: Validity) -> dict[str, object]:
    """Lay one marker's figures out flat."""
    return {
        "marker": found.marker,
        "hits": found.hits,
        "hits_judged": found.hits_judged,
        **_interval("precision", found.precision),
        "sentences": found.sentences,
        "sentences_judged": found.sentences_judged,
        **_interval("recall", found.recall),
        "unsure": found.unsure,
        "alpha": found.alpha,
    }


def _interval(name: str, estimate: Estimate | None) -> dict[str, float | None]:
    value, low, high = estimate or (None, None, None)
    return {name: value, f"{name}_low": low, f"{name}_high": high}


def _print(table: list[dict[str, object]], alpha: float | None, coded: int, items: int) -> None:
    click.echo(f"{'marker':<24} {'right of judged hits':<32} {'recall, an upper estimate':<28} alpha")
    for row in table:
        right = f"{_share(row, 'precision')} of {row['hits_judged']}"
        click.echo(f"{row['marker']:<24} {right:<32} {_share(row, 'recall'):<28} {_number(row['alpha'])}")
    click.echo(f"{coded} of {items} items coded; alpha over all: {_number(alpha)}")


def _share(row: dict[str, object], name: str) -> str:
    value, low, high = (_number(row[key]) for key in (name, f"{name}_low", f"{name}_high"))
    return value if row[name] is None else f"{value} ({low} to {high})"


def _number(value: object) -> str:
    return "not known" if value is None else f"{value:.2f}"
