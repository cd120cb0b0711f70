"""Allocate a case: the lead worker gives it to a worker who has room for it."""

from __future__ import annotations

from datetime import datetime

from lynchpin.casework.choices import Permission, Verb
from lynchpin.casework.models import Case
from lynchpin.casework.use_cases.place_case import place_case
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import use_case


@use_case(Permission.ALLOCATE_CASE)
def allocate_case(actor: Actor, *, reference: str, worker_id: int, version: int, at: datetime) -> str:
    """Give an open case to a worker who has room for it. Gives the case's reference."""
    load = place_case(actor, reference=reference, worker_id=worker_id, version=version, at=at)
    case = Case.objects.visible_to(actor).find(reference=reference)
    audit.record(Verb.CASE_ALLOCATED, case, worker=worker_id, load=load)
    return reference
