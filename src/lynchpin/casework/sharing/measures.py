"""How fair a sharing out is, and how far it sends people."""

from __future__ import annotations

from collections.abc import Sequence

from lynchpin.casework.sharing.facts import CaseToShare, Proposal, WorkerWithRoom


def loads_after(
    cases: Sequence[CaseToShare], workers: Sequence[WorkerWithRoom], given: Sequence[Proposal]
) -> dict[int, int]:
    """Worker id -> points on the caseload once everything proposed is given."""
    weights = {case.reference: case.weight for case in cases}
    loads = {worker.id: worker.load for worker in workers}
    for proposal in given:
        if proposal.worker_id is not None:
            loads[proposal.worker_id] += weights[proposal.reference]
    return loads


def largest_load_ratio(
    cases: Sequence[CaseToShare], workers: Sequence[WorkerWithRoom], given: Sequence[Proposal]
) -> float:
    """The fullest caseload as a share of what its worker can carry; 0 when nobody can carry anything."""
    loads = loads_after(cases, workers, given)
    return max((loads[worker.id] / worker.capacity for worker in workers if worker.capacity > 0), default=0.0)


def travel_km(given: Sequence[Proposal]) -> float:
    """Kilometres from base to person, added up over the proposals whose way is known."""
    return sum(proposal.km for proposal in given if proposal.km is not None)
