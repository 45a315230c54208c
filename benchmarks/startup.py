"""Whole-process times of the commands, beside a bare interpreter in the same run.

``python -m benchmarks.startup``
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 7
EVENT = "event:xi-putin-call"


def main() -> None:
    """Print median wall seconds and the ratio to ``python -c pass``."""
    with tempfile.TemporaryDirectory() as folder:
        framing = [sys.executable, "-m", "framing"]
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "framing --help": [*framing, "--help"],
            "compare to JSON": [*framing, "compare", EVENT, "-o", folder, "--formats", "json", "--quiet"],
            "compare to all formats": [*framing, "compare", EVENT, "-o", folder, "--quiet"],
        }
        rounds: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(ROUNDS):
            for name, command in commands.items():
                start = time.perf_counter()
                subprocess.run(command, check=True, capture_output=True)
                rounds[name].append(time.perf_counter() - start)
    bare = statistics.median(rounds["python -c pass"])
    for name, times in rounds.items():
        middle = statistics.median(times)
        print(f"{name:<26}{middle:7.2f} s  ({min(times):.2f}-{max(times):.2f})  {middle / bare:6.1f} x a bare Python")


if __name__ == "__main__":
    main()
