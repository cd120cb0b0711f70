"""Record a contact: who, what, next. Sent twice, it is kept once."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from lynchpin.casework import rules
from lynchpin.casework.choices import ContactKind, Permission, Verb
from lynchpin.casework.models import Case, Contact, Goal
from lynchpin.casework.queries.reaching import why_not_reach
from lynchpin.frontdoor.choices import TimelineKind
from lynchpin.frontdoor.queries.peace import why_not_try
from lynchpin.frontdoor.use_cases.extend_timeline import extend_timeline
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason, Refused, refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.RECORD_CONTACT)
def record_contact(
    actor: Actor,
    *,
    reference: str,
    client_id: UUID,
    kind: str,
    happened_at: datetime,
    minutes: int,
    at: datetime,
    note: str = "",
    next_step: str = "",
    next_contact_on: date | None = None,
    goal_id: int | None = None,
    made_despite: str = "",
) -> int:
    """Keep a contact and when the next one is due. Gives its id; a `client_id` seen before gives the first one's.

    A way of reaching the person that is not marked safe is refused, unless `made_despite` says why it was used. So is a
    fourth try within six weeks at somebody who never asked: an open offer is left instead.
    """
    case = Case.objects.visible_to(actor).select_for_update().find(reference=reference)
    if (kept := Contact.unscoped.filter(client_id=client_id).first()) is not None:
        return _kept_before(kept, case)
    refuse_if(rules.why_not_record_contact(case, happened_at=happened_at, now=at))
    refuse_if(_why_not_try(actor, case, kind, happened_at))
    if not made_despite:
        refuse_if(why_not_reach(actor, case.resident_id, kind))
    goal = Goal.objects.visible_to(actor).find(id=goal_id, case=case) if goal_id else None
    contact = Contact(
        case=case,
        client_id=client_id,
        kind=kind,
        at=happened_at,
        minutes=minutes,
        note=note,
        next_step=next_step,
        goal=goal,
        made_despite=made_despite,
        recorded_at=at,
        recorded_by=actor.staff_id,  # type: ignore[misc]
    )
    contact.save()
    audit.record(Verb.CONTACT_RECORDED, contact, case=case.pk, kind=kind, despite=bool(made_despite))
    _tell_front_door(actor, case, contact)
    _expect_next(case, contact, next_contact_on)
    return contact.pk


def _kept_before(kept: Contact, case: Case) -> int:
    if kept.case_id != case.pk:
        raise Refused(Reason("contact_kept_elsewhere"))
    audit.record(Verb.CONTACT_CAME_AGAIN, kept, case=case.pk)
    return kept.pk


def _why_not_try(actor: Actor, case: Case, kind: str, happened_at: datetime) -> Reason | None:
    """Somebody who never asked and whom nobody has met is tried three times in six weeks at most."""
    if kind != ContactKind.NO_REPLY or case.last_contact_at is not None or not case.referral_reference:
        return None
    return why_not_try(actor, case.referral_reference, happened_at)


def _tell_front_door(actor: Actor, case: Case, contact: Contact) -> None:
    """Every try and the first meeting are steps of the referral's journey; later meetings are the case's own."""
    tried = contact.kind == ContactKind.NO_REPLY
    if case.referral_reference and (tried or case.last_contact_at is None):
        step = TimelineKind.APPROACH if tried else TimelineKind.MET
        extend_timeline(actor, reference=case.referral_reference, kind=step, at=contact.at)


def _expect_next(case: Case, contact: Contact, chosen: date | None) -> None:
    """Say when the case was last heard of and is next due. Its version stays: a contact makes no open form stale."""
    due = chosen or rules.next_contact_due(contact.kind, local_date(contact.at))
    changes: dict[str, Any] = {"next_contact_on": due}
    if contact.kind != ContactKind.NO_REPLY:
        changes["last_contact_at"] = max(filter(None, (case.last_contact_at, contact.at)))
    Case.unscoped.filter(pk=case.pk).update(**changes)
