"""What is shared out, among whom, and what is proposed."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt

from lynchpin.kernel.errors import Reason

EARTH_KM = 6371.0088  # mean radius, IUGG
NOBODY: frozenset[int] = frozenset()
NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Place:
    """A point in degrees (WGS84)."""

    latitude: float
    longitude: float

    def km_to(self, other: Place) -> float:
        """Kilometres in a straight line: roads in a valley are longer."""
        north, south = radians(self.latitude), radians(other.latitude)
        across = radians(other.longitude - self.longitude)
        half = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(across / 2) ** 2
        return 2 * EARTH_KM * asin(sqrt(half))


@dataclass(frozen=True, slots=True)
class Settings:
    """What counts after the loads, each as the kilometres of travel that it is worth.

    `evenness` is how much fuller than the evenest sharing out a caseload may become for it, as a share of capacity.
    """

    evenness: float = 0.05
    km: float = 1.0
    welsh: float = 20.0
    skill: float = 4.0
    continuity: float = 10.0


@dataclass(frozen=True, slots=True)
class CaseToShare:
    """A case that waits. `weight` is in points; `place` is the middle of the person's area, or not known."""

    reference: str
    weight: int
    place: Place | None = None
    waited_days: int = 0
    wants_welsh: bool = False
    skills: frozenset[str] = NOTHING
    former_worker_id: int | None = None
    kept_away: frozenset[int] = NOBODY


@dataclass(frozen=True, slots=True)
class WorkerWithRoom:
    """A worker. `capacity` and `load` are in points; `base` is where they usually start, or not known."""

    id: int
    capacity: int
    load: int = 0
    base: Place | None = None
    speaks_welsh: bool = False
    skills: frozenset[str] = NOTHING

    @property
    def ratio(self) -> float:
        """The load as a share of what they can carry."""
        return self.load / self.capacity if self.capacity > 0 else 0.0

    def can_take(self, case: CaseToShare) -> bool:
        """Whether one case fits their limit and nothing keeps them from it."""
        return self.id not in case.kept_away and self.load + case.weight <= self.capacity


@dataclass(frozen=True, slots=True)
class Proposal:
    """A worker for a case, or nobody; either way it says why. `km` is the way to the person, where it is known."""

    reference: str
    worker_id: int | None
    why: tuple[Reason, ...] = field(default=())
    km: float | None = None


def km_between(case: CaseToShare, worker: WorkerWithRoom) -> float | None:
    """The way from the worker's base to the person; nothing when either place is not known: it is never guessed."""
    return case.place.km_to(worker.base) if case.place and worker.base else None


def longest_waiting(cases: tuple[CaseToShare, ...] | list[CaseToShare]) -> tuple[CaseToShare, ...]:
    """The cases in the order in which they wait, the same whatever order they came in."""
    return tuple(sorted(cases, key=lambda case: (-case.waited_days, case.reference)))
