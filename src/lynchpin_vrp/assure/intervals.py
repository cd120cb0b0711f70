"""Intervals of 95 per cent: Wilson's for shares, widened where observations come in clusters, and the bootstrap for all else.

Sources: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212; for clusters the effective sample size of
E. L. Korn and B. I. Graubard, Survey Methodology 24 (1998), 193-201, put into Wilson's interval as N. Dean and M. Pagano, Journal
of Survey Statistics and Methodology 3 (2015), 484-503, compare it; B. Efron, Annals of Statistics 7 (1979), 1-26."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

Z = 1.959964  # the normal distribution's 97.5th percentile
DRAWS = 200  # of a bootstrap: enough for two digits of an interval's ends
SEED = 20260901  # fixed, so that the same run gives the same report

Interval = tuple[float, float]


def wilson(hits: float, of: float) -> Interval:
    """The interval of a share of `hits` in `of`, which may be an effective, broken number; (0, 1) where nothing was seen."""
    if of <= 0:
        return 0.0, 1.0
    share, spread = hits / of, Z * Z / of
    middle = (share + spread / 2) / (1 + spread)
    half = Z * math.sqrt(share * (1 - share) / of + spread / (4 * of)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True, slots=True)
class Clustered:
    """A share over clusters, such as pairs of records that come in people: how many clusters, the share and its interval."""

    clusters: int
    share: float
    low: float
    high: float


def clustered(kinds: Iterable[tuple[int, int, int]]) -> Clustered | None:
    """A share from (right, of, how many clusters are like that); None where there is nothing to take a share of."""
    rows = [(right, of, times) for right, of, times in kinds if of]
    total = sum(of * times for _, of, times in rows)
    if not total:
        return None
    clusters = sum(times for *_, times in rows)
    share = sum(right * times for right, _, times in rows) / total
    effective = _effective(rows, share, total, clusters)
    return Clustered(clusters, share, *wilson(share * effective, effective))


def _effective(rows: list[tuple[int, int, int]], share: float, total: int, clusters: int) -> float:
    """How many independent observations the pairs are worth; where nothing varies, no more than there are clusters."""
    if share in (0.0, 1.0) or clusters < 2:
        return float(clusters)
    squares = sum(times * (right - share * of) ** 2 for right, of, times in rows)
    variance = clusters / (clusters - 1) * squares / total**2
    return float(min(total, share * (1 - share) / variance))


def bootstrap(measure: Callable[[np.ndarray], float], size: int) -> Interval | None:
    """The percentile interval of `measure`, which takes the places of a drawn sample; None where hardly any draw has an answer."""
    rng = np.random.default_rng(SEED)
    drawn = [measure(rng.integers(0, size, size)) for _ in range(DRAWS)]
    told = [value for value in drawn if not math.isnan(value)]
    if len(told) < DRAWS / 2:
        return None
    low, high = np.percentile(told, [2.5, 97.5])
    return float(low), float(high)
