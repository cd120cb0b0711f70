"""Receive a case that was open in a former system, so that a council starts with the caseloads it has."""

from __future__ import annotations

from datetime import datetime

from lynchpin.casework.choices import Complexity, Intensity, Verb
from lynchpin.casework.models import Case
from lynchpin.casework.queries.weighing import weighing
from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.use_case import part
from lynchpin.people.use_cases.begin_involvement import begin_involvement


@part
def receive_case(
    actor: Actor,
    *,
    resident_id: int,
    lead_id: int,
    former_reference: str,
    opened_at: datetime,
    at: datetime,
    cluster: str = "",
    worker_id: int | None = None,
    complexity: str = Complexity.STEADY,
    family_size: int = 1,
    intensity: str = Intensity.FORTNIGHTLY,
    stated_reason: str = "",
) -> str:
    """Keep an open case under the reference it had. Its worker's limit is not asked: they hold it already. Gives its reference."""
    on = local_date(at)
    answers = {"complexity": complexity, "family_size": family_size, "intensity": intensity}
    case = Case(
        reference=references.draw("C"),
        resident_id=resident_id,
        cluster_id=cluster or None,
        lead_id=lead_id,
        worker_id=worker_id,
        allocated_at=opened_at if worker_id else None,
        next_contact_on=on if worker_id else None,
        stated_reason=stated_reason,
        opened_at=opened_at,
        opened_by=actor.staff_id,
        former_reference=former_reference,
        **answers,
        **weighing(actor, on=on, resident_id=resident_id, cluster=cluster, **answers).fields,  # type: ignore[arg-type]
    )
    case.save()
    audit.record(Verb.CASE_RECEIVED, case, worker=worker_id, weight=case.weight)
    for holder_id in {lead_id, worker_id} - {None}:
        begin_involvement(
            actor, resident_id=resident_id, room="casework", reference=case.reference, holder_id=holder_id, on=on
        )
    return case.reference
