"""Extend cover: a case that comes to a worker who will be away is covered with the others."""

from __future__ import annotations

from datetime import date

from lynchpin.casework.choices import Verb
from lynchpin.casework.models import Case
from lynchpin.casework.queries.absences import absences_of, coverable
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import part
from lynchpin.people.use_cases.cover_involvement import cover_involvement


@part
def extend_cover(actor: Actor, *, reference: str, on: date) -> int:
    """Lend sight of the case's person to whoever covers for its worker, each time they are away. Gives how often."""
    case = Case.unscoped.find(reference=reference)  # the verb has judged who may have it
    absences = [
        absence for absence in absences_of(case.worker_id, on) if coverable([case.resident_id], absence.cover_id)
    ]
    for absence in absences:
        cover_involvement(
            actor,
            resident_id=case.resident_id,
            reference=reference,
            holder_id=absence.cover_id,
            from_on=max(absence.from_on, on),
            to_on=absence.to_on,
        )
    audit.record(Verb.COVER_EXTENDED, case, times=len(absences))
    return len(absences)
