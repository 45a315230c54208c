"""Does time grow with length only? Ratios of processor time, tried again where the machine was busy."""

from __future__ import annotations

import time
from collections.abc import Callable

TRIES = 5
FACTOR = 8
MOST = 24
"""Eight times the input takes eight times as long if all is linear, 64 times if it is quadratic."""


def grows_linearly(work: Callable[[str], object], text_of: Callable[[int], str], size: int) -> bool:
    """Whether a text eight times as long ever takes less than 24 times as long; each try has texts of its own."""
    for attempt in range(TRIES):
        short, long = (_seconds(work, text_of(n + attempt)) for n in (size, FACTOR * size))
        if long < MOST * max(short, 0.002):
            return True
    return False


def _seconds(work: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    work(text)
    return time.process_time() - start
