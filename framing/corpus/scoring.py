"""From a batch of rows to a batch of profiles, and to the bytes of a result: what every engine runs."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from framing.analysis import analyze, analyze_batch
from framing.corpus.tables import Row, to_article
from framing.errors import FramingError, InputError
from framing.exporting import profile_to_json, rates_to_csv
from framing.types import Article, Lexicon, Profile, Run

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Job:
    """What to make of the rows; it travels to each process once.

    ``columns`` are a table's own names by ours, ``lexicons`` the user's. As ``csv`` the
    result is a long table of rates; else it is JSONL, with texts and spans if wanted.
    """

    run: Run
    columns: Mapping[str, str] = field(default_factory=dict)
    lexicons: tuple[Lexicon, ...] = ()
    csv: bool = False
    text: bool = False
    spans: bool = False


@dataclass(frozen=True, slots=True)
class Scored:
    """A batch done: the result's bytes, how many articles they hold, and what is to be said.

    A fault is a row that could not be read, a warning is about one that could.
    """

    output: bytes
    done: int
    faults: tuple[str, ...]
    warnings: tuple[str, ...]


def score_batch(
    rows: Iterable[Row], columns: Mapping[str, str] | None = None, lexicons: Iterable[Lexicon] = ()
) -> list[Profile | FramingError]:
    """Profile a batch of rows: for each its profile, or why there is none.

    It keeps nothing between calls but compiled lexicons, so batches may be scored in any
    process and order.

    Examples
    --------
    >>> rows = [Row("row 1", "a", b'{"text": "It may rain in the north on Monday."}'), Row("row 2", "b", b"{}")]
    >>> profile, error = score_batch(rows)
    >>> profile.words.own, str(error)
    (8, "row 2: no text; every row needs one; give its column's name with --columns text=NAME")
    """
    rows, lexicons = list(rows), tuple(lexicons)
    articles = [_attempt(row, partial(to_article, row, columns or {})) for row in rows]
    try:
        profiles = iter(analyze_batch([article for article in articles if isinstance(article, Article)], lexicons))
        return [next(profiles) if isinstance(article, Article) else article for article in articles]
    except Exception:  # one article in a million must not end the run, nor its batch
        return [
            _attempt(row, partial(analyze, article, lexicons)) if isinstance(article, Article) else article
            for row, article in zip(rows, articles, strict=True)
        ]


def _attempt(row: Row, work: Callable[[], Result]) -> Result | FramingError:
    try:
        return work()
    except FramingError as error:
        return error
    except Exception as error:
        what = f"failed inside framing ({type(error).__name__}: {error})"
        return InputError(what, where=row.where, hint="please report it, with the text")


def score_to_bytes(rows: Iterable[Row], job: Job) -> Scored:
    """Score a batch and write it down, in the order of its rows."""
    with _uncollected():
        scored = score_batch(rows, job.columns, job.lexicons)
        profiles = [profile for profile in scored if isinstance(profile, Profile)]
        if job.csv:
            output = rates_to_csv(profiles, job.run, register=True)
        else:
            output = b"".join(profile_to_json(profile, text=job.text, spans=job.spans) for profile in profiles)
    articles = [profile.document.article for profile in profiles]
    return Scored(
        output,
        len(profiles),
        faults=tuple(str(error) for error in scored if isinstance(error, FramingError)),
        warnings=tuple(f"{a.source}: {warning}" for a in articles for warning in a.extra.get("warnings", ())),
    )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Hold garbage collection: articles make no cycles, and the search for some takes a twentieth of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
