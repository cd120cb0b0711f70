"""Allocate a case: the lead worker gives it to a worker who has room for it."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.casework import rules
from lynchpin.casework.choices import Permission, Verb
from lynchpin.casework.models import Case
from lynchpin.casework.queries.holders import holder_ids, kept_away
from lynchpin.frontdoor.choices import TimelineKind
from lynchpin.frontdoor.use_cases.extend_timeline import extend_timeline
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.organisations.models import Staff
from lynchpin.people.use_cases.begin_involvement import begin_involvement
from lynchpin.people.use_cases.end_involvement import end_involvement


@use_case(Permission.ALLOCATE_CASE)
def allocate_case(actor: Actor, *, reference: str, worker_id: int, version: int, at: datetime) -> str:
    """Give an open case to a worker who has room for it. Gives the case's reference."""
    on = local_date(at)
    worker = (
        Staff.objects.visible_to(actor).select_for_update().find(id=worker_id)
    )  # one queue a worker: the limit cannot be raced
    case = Case.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(_why_not_theirs(actor, worker, case, on))
    load = Case.unscoped.open().held_by(worker.pk).weight()
    refuse_if(rules.why_not_allocate(case, worker_id=worker.pk, load=load, limit=rules.limit_of(worker)))
    former_id = case.worker_id
    case.store(*case.allocate_to(worker, at, rules.first_contact_by(on)))
    audit.record(Verb.CASE_ALLOCATED, case, worker=worker.pk, load=load + case.weight)
    _hand_over(actor, case, former_id, on)
    if case.referral_reference:
        extend_timeline(actor, reference=case.referral_reference, kind=TimelineKind.WORKER_NAMED, at=at)
    return case.reference


def _why_not_theirs(actor: Actor, worker: Staff, case: Case, on: date) -> rules.Reason | None:
    return rules.why_not_hold(
        worker,
        holds_cases=worker.pk in holder_ids(on, (worker.pk,)),
        kept_away=worker.pk in kept_away(actor, case.resident_id),
        on=on,
    )


def _hand_over(actor: Actor, case: Case, former_id: int | None, on: date) -> None:
    """The lead stays with the person; the worker before leaves, and the new one comes."""
    about = {"resident_id": case.resident_id, "room": "casework", "reference": case.reference, "on": on}
    if former_id is not None:
        end_involvement(actor, **about)
        begin_involvement(actor, **about, holder_id=case.lead_id)
    if case.worker_id != case.lead_id:
        begin_involvement(actor, **about, holder_id=case.worker_id)
