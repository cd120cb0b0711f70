"""Place a case on a worker's caseload: the part that every way of allocating shares, so that each is judged alike."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from lynchpin.casework import rules
from lynchpin.casework.choices import Verb
from lynchpin.casework.models import Allocation, Case
from lynchpin.casework.queries.capacities import capacities
from lynchpin.casework.queries.holders import holder_ids, kept_away
from lynchpin.frontdoor.choices import TimelineKind
from lynchpin.frontdoor.use_cases.extend_timeline import extend_timeline
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.use_case import part
from lynchpin.organisations.models import Staff
from lynchpin.people.use_cases.begin_involvement import begin_involvement
from lynchpin.people.use_cases.end_involvement import end_involvement


@part
def place_case(
    actor: Actor,
    *,
    reference: str,
    worker_id: int,
    version: int,
    at: datetime,
    proposed_worker_id: int | None = None,
    why: Sequence[Reason] = (),
    override_reason: str = "",
) -> int:
    """Give an open case to a worker who has room for it. Gives the points then on their caseload."""
    on = local_date(at)
    worker = (
        Staff.objects.visible_to(actor).select_for_update().find(id=worker_id)
    )  # one queue a worker: the limit cannot be raced
    case = Case.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(_why_not_theirs(actor, worker, case, on))
    load = Case.unscoped.open().held_by(worker.pk).weight()
    limit = capacities(actor, [worker], on)[worker.pk].points
    refuse_if(rules.why_not_allocate(case, worker_id=worker.pk, load=load, limit=limit))
    former_id = case.worker_id
    case.store(*case.allocate_to(worker, at, rules.first_contact_by(on)))
    _keep(case, worker, actor, at, proposed_worker_id, why, override_reason)
    audit.record(Verb.CASE_PLACED, case, worker=worker.pk, load=load + case.weight, proposed=proposed_worker_id)
    _hand_over(actor, case, former_id, on)
    if case.referral_reference:
        extend_timeline(actor, reference=case.referral_reference, kind=TimelineKind.WORKER_NAMED, at=at)
    return load + case.weight


def _why_not_theirs(actor: Actor, worker: Staff, case: Case, on: date) -> Reason | None:
    return rules.why_not_hold(
        worker,
        holds_cases=worker.pk in holder_ids(on, (worker.pk,)),
        kept_away=worker.pk in kept_away(actor, case.resident_id),
        on=on,
    )


def _keep(
    case: Case, worker: Staff, actor: Actor, at: datetime, proposed_id: int | None, why: Sequence[Reason], override: str
) -> None:
    """One line of the case's history of workers."""
    Allocation(
        case=case,
        worker=worker,
        proposed_worker_id=proposed_id,
        why=[[reason.code, reason.params] for reason in why],
        override_reason=override,
        allocated_at=at,
        allocated_by=actor.staff_id,
    ).save()


def _hand_over(actor: Actor, case: Case, former_id: int | None, on: date) -> None:
    """The lead stays with the person; the worker before leaves, and the new one comes."""
    about: dict[str, Any] = {"resident_id": case.resident_id, "room": "casework", "reference": case.reference, "on": on}
    if former_id is not None:
        end_involvement(actor, **about)
        begin_involvement(actor, **about, holder_id=case.lead_id)
    if case.worker_id != case.lead_id:
        begin_involvement(actor, **about, holder_id=case.worker_id)
