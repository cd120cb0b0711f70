"""What was seen of a family, each thing once: many records may tell of it, and it counts as often as the rules say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from lynchpin.profiles.choices import Domain, LineKind


@dataclass(frozen=True, slots=True)
class Sighting:
    """One record that tells of it. Points are hundredths; `decay_percent` is how much of `full_points` still counts."""

    line_id: int
    who: str
    feed: str
    seen_on: date | None
    full_points: int | None
    decay_percent: int | None
    points: int
    points_if_removed: int | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was seen, or the limit of a part of life, which has no factor. The findings of an axis sum to its score."""

    factor: str
    domain: str
    points: int
    sightings: tuple[Sighting, ...]


class Told(Protocol):
    """A line of a score, as the room keeps it."""

    pk: int
    kind: str
    factor: str
    domain: str
    person_key: str
    feed: str
    evidence_date: date | None
    full_points: int | None
    decay_percent: int | None
    points: int
    points_if_removed: int | None


def findings(lines: Iterable[Told], names: Mapping[str, str], feeds: Mapping[str, str]) -> tuple[Finding, ...]:
    """The lines of one axis, gathered by what was seen: parts of life in their order, what counts most first, limits last.

    `names` are people by their keys, `feeds` are feeds by theirs.
    """
    gathered: dict[tuple[str, str], list[Told]] = {}
    for line in lines:
        gathered.setdefault((line.domain, line.factor), []).append(line)
    found = [_finding(domain, factor, told, names, feeds) for (domain, factor), told in gathered.items()]
    return tuple(sorted(found, key=_in_order))


def _finding(
    domain: str, factor: str, told: Iterable[Told], names: Mapping[str, str], feeds: Mapping[str, str]
) -> Finding:
    lines = list(told)
    seen = [_sighting(line, names, feeds) for line in lines if line.kind == LineKind.FACT]
    seen.sort(key=lambda each: (each.feed, each.who, each.seen_on or date.min))
    return Finding(factor, domain, sum(line.points for line in lines), tuple(seen))


def _sighting(line: Told, names: Mapping[str, str], feeds: Mapping[str, str]) -> Sighting:
    return Sighting(
        line_id=line.pk,
        who=names.get(line.person_key, ""),
        feed=feeds.get(line.feed, line.feed),
        seen_on=line.evidence_date,
        full_points=line.full_points,
        decay_percent=line.decay_percent,
        points=line.points,
        points_if_removed=line.points_if_removed,
    )


def _in_order(found: Finding) -> tuple[int, bool, int, str]:
    return Domain.values.index(found.domain), not found.factor, -found.points, found.factor
