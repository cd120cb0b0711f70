"""What edges connect, for millions of them: whole arrays at a time. Pure; no database.

SciPy has the same; it takes longer to be imported than this takes to run (PERFORMANCE 3)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


def labels(left: Numbers, right: Numbers) -> tuple[Numbers, Numbers]:
    """Every number that an edge touches, ascending, and the lowest number that it is connected with."""
    touched, places = np.unique(np.concatenate([left, right]), return_inverse=True)
    low = _lowest(len(touched), places[: len(left)], places[len(left) :])
    return touched, touched[low]


def _lowest(size: int, left: Numbers, right: Numbers) -> Numbers:
    """The lowest place that each place is connected with: neighbours tell one another, and hearsay is followed to its end."""
    low = np.arange(size)
    while True:
        nearest = np.minimum(low[left], low[right])
        told = low.copy()
        np.minimum.at(told, low[left], nearest)
        np.minimum.at(told, low[right], nearest)
        while not np.array_equal(further := told[told], told):
            told = further
        if np.array_equal(told, low):
            return low
        low = told
