"""What the demo's engagement workers do beside cases, where each starts from, and what each is trained in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lynchpin.casework.use_cases.record_duties import record_duties
from lynchpin.demo.machine import Colleagues, machine
from lynchpin.demo.staffing import CLUSTERS, DOMAIN, WORKERS_IN_A_CLUSTER, worker_code
from lynchpin.kernel import clock
from lynchpin.reference import open_pack


@dataclass(frozen=True, slots=True)
class Beside:
    """Hours a week, and what people ask for that the worker knows about."""

    group_hours: int
    universal_hours: int
    skills: tuple[str, ...]


# by the worker's number in their cluster; the second holds few cases already, so nothing is taken off
BESIDE = {
    1: Beside(3, 4, ("money", "parenting")),
    2: Beside(0, 0, ("home", "money")),
    3: Beside(1, 2, ("learning", "work")),
    4: Beside(0, 6, ("health", "loneliness")),
}


def record_all(pack: str, colleagues: Colleagues, since: date) -> None:
    """Each worker of a cluster starts from another part of it, so that somebody is near to everyone."""
    for place, cluster in enumerate(CLUSTERS, start=1):
        codes = sorted(row.key for row in open_pack(pack).table("places", "cluster_areas") if row["cluster"] == cluster)
        for number in range(1, WORKERS_IN_A_CLUSTER + 1):
            _record(colleagues, worker_code(place, number), _part(codes, number), BESIDE[number], since)


def _part(codes: list[str], number: int) -> str:
    """The middle of one of as many parts of a cluster as there are workers: neighbouring areas have neighbouring codes."""
    return codes[(2 * number - 1) * len(codes) // (2 * WORKERS_IN_A_CLUSTER)]


def _record(colleagues: Colleagues, code: str, base: str, beside: Beside, since: date) -> None:
    record_duties(
        machine("central-support"),
        staff_id=colleagues.named(f"{code}@{DOMAIN}").staff_id or 0,
        version=0,
        from_on=since,
        group_hours=beside.group_hours,
        universal_hours=beside.universal_hours,
        base_area=base,
        skills=beside.skills,
        at=clock.now(),
    )
