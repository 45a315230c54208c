"""``framing score``: one profile per article, for many articles."""

from __future__ import annotations

import signal
import sys
import time
from contextlib import ExitStack, closing, nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from framing.corpus import Job, Scored
    from framing.types import Stamp

KINDS = (".jsonl", ".csv")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="out.jsonl or out.csv [default: print JSONL].")
@click.option("--jobs", type=click.IntRange(min=0), default=1, show_default=True, help="Processes; 0 is one a core.")
@click.option("--columns", default="", metavar="OURS=THEIRS,…", help="Names in your tables: text=body,id=doc.")
@click.option("--with-text", is_flag=True, help="Give each article's text in the JSONL.")
@click.option("--with-spans", is_flag=True, help="Give hits, voices, quotations and removed lines in the JSONL.")
@click.option("--lexicon", "lexicons", multiple=True, type=click.Path(), help="Your own lexicon, a marker like ours.")
@click.option("--engine", type=click.Choice(["local", "dask"]), default="local", help="This version has local only.")
@click.option("--quiet", is_flag=True, help="Print errors only.")
def command(
    paths: tuple[str, ...],
    out: Path | None,
    jobs: int,
    columns: str,
    with_text: bool,
    with_spans: bool,
    lexicons: tuple[str, ...],
    engine: str,
    quiet: bool,
) -> None:
    """Count the markers of many articles: one profile per article.

    Each PATH is an article (.txt, .md, .html), a folder, a table (.jsonl, .csv, also .gz)
    with a column "text" and, if you have them, id, title, outlet, date, url and language;
    or - for JSONL on standard input. A row that cannot be read is named on standard error
    and left out, and the command ends with 1. OUT.run.json beside the result records
    versions, hashes and options.

    \b
    Example:
      framing score articles.jsonl -o profiles.csv --jobs 2
    """
    from framing.analysis import make_run
    from framing.corpus import Job
    from framing.lexicon import load_user_lexicon

    _check(paths, out, engine)
    names = read_columns(columns)
    own = tuple(load_user_lexicon(path) for path in lexicons)
    run = make_run(map(_stamp, paths), own, {"columns": names})
    job = Job(run, names, own, csv=out is not None and out.suffix == ".csv", text=with_text, spans=with_spans)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # being ended from outside cleans up as Ctrl-C does
    try:
        faults = _run(paths, job, out, jobs, quiet=quiet)
    except KeyboardInterrupt:
        click.echo("\nframing: stopped" + (f"; {out} is not written" if out else ""), err=True)
        raise SystemExit(130) from None
    if faults:
        raise SystemExit(1)


def _check(paths: tuple[str, ...], out: Path | None, engine: str) -> None:
    """Refuse what this version cannot do, before any work is done."""
    if engine != "local":
        raise click.UsageError(f"this version has no engine {engine!r} yet; use --engine local with --jobs N")
    if any(name.endswith(".parquet") for name in (*paths, str(out))):
        raise click.UsageError("this version reads and writes no Parquet; use .jsonl or .csv")
    if out and out.suffix not in KINDS:
        raise click.UsageError(f"-o {out}: the file must end with {' or '.join(KINDS)}")
    if out and any(path != "-" and Path(path).resolve() == out.resolve() for path in paths):
        raise click.UsageError(f"-o {out} is one of the inputs; choose another file")


def read_columns(text: str) -> dict[str, str]:
    """Read ``--columns``: a table's own names by ours."""
    from framing.corpus.tables import COLUMNS

    names = {}
    for pair in filter(None, text.split(",")):
        ours, _, theirs = (part.strip() for part in pair.partition("="))
        if ours not in COLUMNS or not theirs:
            raise click.UsageError(f"--columns {pair!r}: write OURS=THEIRS, OURS being one of {', '.join(COLUMNS)}")
        names[ours] = theirs
    return names


def _stamp(path: str) -> Stamp:
    """Name an input and, if it is one file that can be read twice, its hash."""
    from hashlib import file_digest

    from framing.types import Stamp

    digest = ""
    if Path(path).is_file():
        with suppress(OSError), open(path, "rb") as file:  # reading will say what is wrong
            digest = file_digest(file, "sha256").hexdigest()
    return Stamp(path, digest)


def _run(paths: tuple[str, ...], job: Job, out: Path | None, jobs: int, *, quiet: bool) -> int:
    """Score, write and say how it went; return the number of rows that could not be read."""
    from framing.corpus import read_rows, replacing, score
    from framing.errors import InputError
    from framing.exporting import rate_header

    told = _Told(quiet)
    with ExitStack() as stack:
        file = stack.enter_context(replacing(out) if out else nullcontext(sys.stdout.buffer))
        record = stack.enter_context(replacing(out.with_name(f"{out.name}.run.json"))) if out else None
        results = stack.enter_context(closing(score(read_rows(paths, job.columns), job, jobs)))
        if job.csv:
            file.write(rate_header())
        for scored in results:
            file.write(scored.output)
            file.flush()
            told.tell(scored)
        told.end()
        if not told.done:
            raise InputError("no article could be read", hint="nothing is written")
        if record:
            record.write(_record(job, told))
    return told.faults


def _record(job: Job, told: _Told) -> bytes:
    import json

    from framing.exporting import run_to_dict

    record = {**run_to_dict(job.run), "articles": told.done, "not_read": told.faults}
    return json.dumps(record, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace") + b"\n"


class _Told:
    """What is said on standard error: faults at once, progress on a terminal, a summary at the end."""

    def __init__(self, quiet: bool) -> None:
        self.done = self.faults = 0
        self._quiet = quiet
        self._moving = sys.stderr.isatty() and not quiet
        self._start = time.monotonic()

    def tell(self, scored: Scored) -> None:
        self.done += scored.done
        self.faults += len(scored.faults)
        for line in (*scored.warnings, *scored.faults):
            self._say(f"framing: {line}")
        if self._moving:
            rate = self.done / (time.monotonic() - self._start)
            click.echo(f"\r{self.done:,} articles, {rate:,.0f} a second ", nl=False, err=True)

    def end(self) -> None:
        if self.faults or not self._quiet:
            self._say(f"{_counted(self.done, 'article')} scored, {_counted(self.faults, 'row')} could not be read")

    def _say(self, line: str) -> None:
        click.echo(f"\r\x1b[K{line}" if self._moving else line, err=True)


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'s'[: count != 1]}"
