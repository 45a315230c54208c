"""Units drawn anew, for intervals; always the same draws."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

SEED = 20260204
REPLICATES = 2000


def draw(units: int, stream: int = 0) -> NDArray[np.int64]:
    """Return how often each unit is drawn, a row for each replicate; streams are independent."""
    return np.random.default_rng([SEED, stream]).multinomial(units, np.full(units, 1 / units), REPLICATES)
