"""How far a run lies from the one before it, purely: shares of bands, scores, and what came from feeds."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

Bounds = Mapping[str, int]
NEVER_EMPTY = (
    0.5  # families put in an empty part of the scores, so that the index stays finite; our own, from 2026-11-22
)
PART = 5  # whole points in one part of the scores
LAST = 40  # the last part holds everything from here on


@dataclass(frozen=True, slots=True)
class FeedShape:
    """What one feed brought: rows that could be read, and days past the day its next file was due."""

    rows: int
    days_late: int


@dataclass(frozen=True, slots=True)
class Shape:
    """A run in counts: families by band of each axis, by part of the scores, and its feeds by key."""

    families: int
    bands: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    scores: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    feeds: Mapping[str, FeedShape] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """One bound that a run lies beyond: which, of what (an axis and its band, or a feed), by how much, and what was allowed."""

    bound: str
    of: str
    measured: int
    limit: int

    def kept(self) -> dict[str, Any]:
        return asdict(self)


def findings(now: Shape, before: Shape | None, bounds: Bounds) -> tuple[Finding, ...]:
    """Everything beyond its bound, in the order of the bounds. Without a run before, only files can be late."""
    return (*(_against(now, before, bounds) if before else ()), *_late(now, bounds))


def parts_of(hundredths: list[int]) -> dict[str, int]:
    """Scores in hundredths of a point, counted in parts of five whole points; the keys are where each part begins."""
    counted: dict[str, int] = {}
    for points in hundredths:
        part = str(min(points // 100 // PART * PART, LAST))
        counted[part] = counted.get(part, 0) + 1
    return counted


def stability_index(now: Mapping[str, int], before: Mapping[str, int]) -> float:
    """Population stability index of two counted distributions: the sum of (p - q) ln(p / q) over their parts; 0 where alike.

    Credit scoring's rule of thumb reads under 0.1 as stable and over 0.25 as another population."""
    parts = sorted({*now, *before})
    p, q = (_shares(counted, parts) for counted in (now, before))
    return sum((a - b) * math.log(a / b) for a, b in zip(p, q, strict=True))


def _shares(counted: Mapping[str, int], parts: list[str]) -> list[float]:
    filled = [counted.get(part, 0) or NEVER_EMPTY for part in parts]
    return [each / sum(filled) for each in filled]


def _against(now: Shape, before: Shape, bounds: Bounds) -> Iterator[Finding]:
    if min(now.families, before.families) >= bounds["least_families"]:
        yield from _bands(now, before, bounds["band_share"])
        yield from _scores(now, before, bounds["score_shift"])
    yield from _gone(now, before, bounds["feed_gone"])
    yield from _rows(now, before, bounds["feed_rows"])


def _bands(now: Shape, before: Shape, limit: int) -> Iterator[Finding]:
    for axis in sorted(now.bands):
        one, other = now.bands[axis], before.bands.get(axis, {})
        for band in sorted({*one, *other}):
            moved = round(100 * (one.get(band, 0) / now.families - other.get(band, 0) / before.families))
            if abs(moved) > limit:
                yield Finding("band_share", f"{axis}:{band}", moved, limit)


def _scores(now: Shape, before: Shape, limit: int) -> Iterator[Finding]:
    for axis in sorted(set(now.scores) & set(before.scores)):
        shifted = round(100 * stability_index(now.scores[axis], before.scores[axis]))
        if shifted > limit:
            yield Finding("score_shift", axis, shifted, limit)


def _gone(now: Shape, before: Shape, limit: int) -> Iterator[Finding]:
    gone = sorted(set(before.feeds) - set(now.feeds))
    if len(gone) > limit:
        yield from (Finding("feed_gone", feed, len(gone), limit) for feed in gone)


def _rows(now: Shape, before: Shape, limit: int) -> Iterator[Finding]:
    for feed in sorted(set(now.feeds) & set(before.feeds)):
        rows, were = now.feeds[feed].rows, before.feeds[feed].rows
        changed = round(100 * (rows - were) / were) if were else 0
        if abs(changed) > limit:
            yield Finding("feed_rows", feed, changed, limit)


def _late(now: Shape, bounds: Bounds) -> Iterator[Finding]:
    for feed in sorted(now.feeds):
        if now.feeds[feed].days_late > bounds["feed_late"]:
            yield Finding("feed_late", feed, now.feeds[feed].days_late, bounds["feed_late"])
