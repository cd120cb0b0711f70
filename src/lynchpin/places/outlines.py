"""Outlines with few corners: enough to be recognised on a page, small enough to keep beside an area. Pure."""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence
from itertools import pairwise

Point = tuple[float, float]
MOST_CORNERS = 24
DECIMALS = 5  # of a degree: about a metre


def simplified(ring: Sequence[Point], most: int = MOST_CORNERS) -> list[Point]:
    """A closed ring with at most `most` corners, first and last the same.

    The method is Douglas and Peucker's (1973), asked the other way round: instead of every corner that strays further than
    a tolerance, it keeps the `most` that stray furthest, so that large and small areas come out equally plain.
    """
    if len(ring) <= most:
        return _rounded(ring)
    opposite = max(range(len(ring)), key=lambda index: math.dist(ring[0], ring[index]))
    kept = {0, opposite, len(ring) - 1}
    waiting = [*_furthest(ring, 0, opposite), *_furthest(ring, opposite, len(ring) - 1)]
    heapq.heapify(waiting)
    while waiting and len(kept) < most:
        _strays, index, start, end = heapq.heappop(waiting)
        kept.add(index)
        for span in ((start, index), (index, end)):
            for found in _furthest(ring, *span):
                heapq.heappush(waiting, found)
    return _rounded([ring[index] for index in sorted(kept)])


def middle(rings: Sequence[Sequence[Point]]) -> Point:
    """The centre of the largest ring, by area; of a ring without area, its first corner."""
    ring = max(rings, key=lambda corners: abs(_twice_area(corners)))
    doubled = _twice_area(ring)
    if not doubled:
        return ring[0]
    pairs = [(a, b, a[0] * b[1] - b[0] * a[1]) for a, b in pairwise(ring)]
    x = sum((a[0] + b[0]) * cross for a, b, cross in pairs) / (3 * doubled)
    y = sum((a[1] + b[1]) * cross for a, b, cross in pairs) / (3 * doubled)
    return round(x, DECIMALS), round(y, DECIMALS)


def _furthest(ring: Sequence[Point], start: int, end: int) -> list[tuple[float, int, int, int]]:
    """The corner between two that strays most from the line between them, first by how far; none where there is no corner."""
    if end - start < 2:
        return []
    strays = [(_off_line(ring[index], ring[start], ring[end]), index) for index in range(start + 1, end)]
    most, index = max(strays)
    return [(-most, index, start, end)]


def _off_line(point: Point, start: Point, end: Point) -> float:
    length = math.dist(start, end)
    if not length:
        return math.dist(point, start)
    across = (end[0] - start[0]) * (point[1] - start[1]) - (end[1] - start[1]) * (point[0] - start[0])
    return abs(across) / length


def _twice_area(ring: Sequence[Point]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))


def _rounded(ring: Sequence[Point]) -> list[Point]:
    return [(round(x, DECIMALS), round(y, DECIMALS)) for x, y in ring]
