"""From a batch of rows to a batch of profiles, and to the bytes of a result: what every engine runs."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from framing.analysis import analyze
from framing.corpus.tables import Row, to_article
from framing.errors import FramingError, InputError
from framing.exporting import profile_to_json, rates_to_csv
from framing.types import Lexicon, Profile, Run


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
    lexicons = tuple(lexicons)
    return [_score(row, columns or {}, lexicons) for row in rows]


def _score(row: Row, columns: Mapping[str, str], lexicons: Sequence[Lexicon]) -> Profile | FramingError:
    try:
        return analyze(to_article(row, columns), lexicons)
    except FramingError as error:
        return error
    except Exception as error:  # one article in a million must not end the run
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
