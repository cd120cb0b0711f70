"""Place a case on a worker's caseload: the part that every way of allocating shares, so that each is judged alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from lynchpin.casework import hands, rules
from lynchpin.casework.choices import Verb
from lynchpin.casework.models import Allocation, Case, Transfer
from lynchpin.casework.queries.absences import absences_of, away_until
from lynchpin.casework.queries.capacities import capacities
from lynchpin.casework.queries.holders import holder_ids, kept_away
from lynchpin.casework.use_cases.extend_cover import extend_cover
from lynchpin.casework.use_cases.overtake_transfers import overtake_transfers
from lynchpin.frontdoor.choices import TimelineKind
from lynchpin.frontdoor.use_cases.extend_timeline import extend_timeline
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.use_case import part
from lynchpin.organisations.models import Staff
from lynchpin.people.use_cases.begin_involvement import begin_involvement
from lynchpin.people.use_cases.end_cover import end_cover
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
    refuse_if(why_not_theirs(actor, worker, case, on))
    room = room_of(actor, worker, on)
    refuse_if(rules.why_not_allocate(case, worker_id=worker.pk, load=room.load, limit=room.limit))
    return give_to(actor, case, worker, at, Choice(proposed_worker_id, why, override_reason))


@dataclass(frozen=True, slots=True)
class Choice:
    """What spoke for a worker: who was proposed and why, and why somebody else was chosen."""

    proposed_worker_id: int | None = None
    why: Sequence[Reason] = ()
    override_reason: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """A worker's caseload in points: what is on it, and what it can hold."""

    load: int
    limit: int


def room_of(actor: Actor, worker: Staff, on: date) -> Room:
    """How full a locked worker's caseload is, sealed people's cases too."""
    load = Case.unscoped.open().held_by(worker.pk).weight()
    return Room(load, capacities(actor, [worker], on)[worker.pk].points)


def why_not_theirs(actor: Actor, worker: Staff, case: Case, on: date) -> Reason | None:
    """Whether a locked worker may hold a case on a day, whatever room they have."""
    no = rules.why_not_hold(
        worker,
        holds_cases=worker.pk in holder_ids(on, (worker.pk,)),
        kept_away=worker.pk in kept_away(actor, case.resident_id),
        on=on,
    )
    return no or hands.why_not_while_away(away_until(worker.pk, on))


def give_to(actor: Actor, case: Case, worker: Staff, at: datetime, choice: Choice) -> int:
    """Put a locked case on a locked worker's caseload, once it is judged. Gives the points then on it."""
    on, former_id = local_date(at), case.worker_id
    if Transfer.unscoped.waiting().filter(case=case).exists():
        overtake_transfers(actor, case_id=case.pk, on=on)
    case.store(*case.allocate_to(worker, at, rules.first_contact_by(on)))
    _keep(case, worker, actor, at, choice)
    load = Case.unscoped.open().held_by(worker.pk).weight()
    audit.record(Verb.CASE_PLACED, case, worker=worker.pk, load=load, proposed=choice.proposed_worker_id)
    _hand_over(actor, case, former_id, on)
    if case.referral_reference:
        extend_timeline(actor, reference=case.referral_reference, kind=TimelineKind.WORKER_NAMED, at=at)
    return load


def _keep(case: Case, worker: Staff, actor: Actor, at: datetime, choice: Choice) -> None:
    """One line of the case's history of workers."""
    Allocation(
        case=case,
        worker=worker,
        proposed_worker_id=choice.proposed_worker_id,
        why=[[reason.code, reason.params] for reason in choice.why],
        override_reason=choice.override_reason,
        allocated_at=at,
        allocated_by=actor.staff_id,
    ).save()


def _hand_over(actor: Actor, case: Case, former_id: int | None, on: date) -> None:
    """The lead stays with the person; the worker before leaves, and the new one comes."""
    about: dict[str, Any] = {"resident_id": case.resident_id, "room": "casework", "reference": case.reference, "on": on}
    if former_id is not None:
        end_involvement(actor, **about)
        begin_involvement(actor, **about, holder_id=case.lead_id)
        end_cover_of(actor, case, former_id, on)
    if case.worker_id != case.lead_id:
        begin_involvement(actor, **about, holder_id=case.worker_id)
    if absences_of(case.worker_id, on):
        extend_cover(actor, reference=case.reference, on=on)


def end_cover_of(actor: Actor, case: Case, worker_id: int | None, on: date) -> None:
    """A case that leaves a worker's caseload leaves whoever covers for them too."""
    if covering := [absence.cover_id for absence in absences_of(worker_id, on)]:
        end_cover(actor, references=[case.reference], holder_ids=covering, on=on)
