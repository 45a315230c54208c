"""How batches are run: in this process or in several, always in order and never far ahead of the reader."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from framing.corpus.scoring import Job, Scored, score_to_bytes
from framing.corpus.tables import Row
from framing.errors import FramingError

ROWS, BYTES = 32, 1_000_000
"""A batch is full with so many rows, or bytes of JSONL."""
AHEAD = 3
"""Batches a process that are read before their turn has come."""
ANY = Row("", "", b'{"text": "Any words."}')

_job: Job
"""In a worker process: what to do there, set once when it starts."""


def score(rows: Iterable[Row], job: Job, jobs: int = 1) -> Generator[Scored]:
    """Score rows in batches, in their order; the same bytes whatever the number of processes.

    Parameters
    ----------
    rows : iterable of Row
        From `read_rows`; read only a few batches ahead.
    job : Job
        What to make of them.
    jobs : int
        Processes; 0 for one a core, 1 for this one.

    Raises
    ------
    FramingError
        Where a process is ended from outside.
    """
    jobs = jobs or os.cpu_count() or 1
    if jobs == 1:
        return (score_to_bytes(batch, job) for batch in batches(rows))
    return _in_processes(batches(rows), job, jobs)


def batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Group rows so that a batch is worth sending and never large."""
    batch: list[Row] = []
    size = 0
    for row in rows:
        batch.append(row)
        size += len(row.content) if isinstance(row.content, bytes) else 0
        if len(batch) == ROWS or size > BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _in_processes(batches: Iterable[list[Row]], job: Job, jobs: int) -> Generator[Scored]:
    score_to_bytes([ANY], job)  # lexicons compiled here need no compiling in processes forked from this one
    waiting: deque[Future[Scored]] = deque()
    pool = ProcessPoolExecutor(jobs, initializer=_begin, initargs=(job,))
    try:
        for batch in batches:
            waiting.append(pool.submit(_work, batch))
            if len(waiting) > AHEAD * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool:
        hint = "perhaps memory ran out: use fewer --jobs"
        raise FramingError("a working process was ended from outside", hint=hint) from None
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(job: Job) -> None:
    """Set up a worker process; an interrupt is for the process that waits for it."""
    global _job
    _job = job
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _work(batch: list[Row]) -> Scored:
    return score_to_bytes(batch, _job)
