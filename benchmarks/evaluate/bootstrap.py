"""Units drawn anew, for intervals; always the same draws."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

SEED = 20260204
REPLICATES = 2000


def draw(units: int) -> NDArray[np.int64]:
    """Return how often each unit is drawn, a row for each replicate."""
    return np.random.default_rng(SEED).multinomial(units, np.full(units, 1 / units), REPLICATES)
