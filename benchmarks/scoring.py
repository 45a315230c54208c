"""Many articles: how much faster two processes are than one, and that memory stays flat.

``python -m benchmarks.scoring DATA [N]`` scores N articles (default 4000) of
``DATA/news/articles.jsonl.gz`` with ``framing score``, and 1,000 and 5,000 for the memory.
"""

from __future__ import annotations

import gzip
import itertools
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROUNDS = 3
SIZES = (1000, 5000)


class Cost(NamedTuple):
    """Of one run, its processes together; ``megabytes`` is the peak of the largest of them."""

    seconds: float
    processor: float
    megabytes: float


def score(table: Path, jobs: int) -> Cost:
    out = table.with_suffix(f".{jobs}.jsonl")
    command = [sys.executable, "-m", "framing", "score", str(table), "-o", str(out), "--jobs", str(jobs), "--quiet"]
    start = time.perf_counter()
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):  # 1: some rows could not be read
        sys.exit(f"framing score ended with {process.returncode}")
    return Cost(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def cut(data: str, count: int, folder: str) -> Path:
    """Write the first articles of the news to a table."""
    table = Path(folder) / f"{count}.in.jsonl"
    with gzip.open(Path(data) / "news" / "articles.jsonl.gz") as lines, table.open("wb") as file:
        file.writelines(itertools.islice(lines, count))
    return table


def main(data: str, count: int = 4000) -> None:
    """Print the median of interleaved rounds, the ratio of two processes to one, and peak memory."""
    with tempfile.TemporaryDirectory() as folder:
        table = cut(data, count, folder)
        rounds: dict[int, list[Cost]] = {1: [], 2: []}
        for _ in range(ROUNDS):
            for jobs, costs in rounds.items():
                costs.append(score(table, jobs))
        if table.with_suffix(".1.jsonl").read_bytes() != table.with_suffix(".2.jsonl").read_bytes():
            sys.exit("one process and two give different bytes")
        print(f"framing score, {count} articles to JSONL, start included, median of {ROUNDS} interleaved rounds")
        for jobs, costs in rounds.items():
            wall = statistics.median(cost.seconds for cost in costs)
            processor = statistics.median(cost.processor for cost in costs)
            print(f"--jobs {jobs}  {count / wall:7.0f}/s  {processor:7.1f} s of processors")
        ratios = sorted(one.seconds / two.seconds for one, two in zip(*rounds.values(), strict=True))
        print(f"two processes are {statistics.median(ratios):.2f} x one ({ratios[0]:.2f}-{ratios[-1]:.2f})")
        for size in SIZES:
            peak = score(cut(data, size, folder), 2).megabytes
            print(f"{size} articles with two processes: {peak:.0f} MB at most in one of them")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 4000)
