"""Record an absence: a worker is away from a day to a day, and a colleague covers, with sight that ends by itself."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.casework import hands
from lynchpin.casework.choices import Permission, Verb
from lynchpin.casework.models import Absence, Case
from lynchpin.casework.queries.absences import coverable, plans_for, share_a_cluster
from lynchpin.casework.queries.holders import holder_ids
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.organisations.models import Staff
from lynchpin.people.use_cases.cover_involvement import cover_involvement


@use_case(Permission.RECORD_ABSENCE)
def record_absence(
    actor: Actor, *, staff_id: int, cover_id: int, reason: str, from_on: date, to_on: date, at: datetime
) -> int:
    """Keep when a worker is away and who covers, both days included. Gives the absence's id.

    Cover lends sight of the cases' people from day to day. The cases stay with their worker; nobody is lent sight of
    somebody whom they must not see, so such a person stays with the lead worker.
    """
    away = Staff.objects.visible_to(actor).find(id=staff_id)
    today = local_date(at)
    two = Staff.unscoped.filter(pk__in=(staff_id, cover_id)).order_by("pk").select_for_update()
    cover = {row.pk: row for row in two}.get(cover_id) or Staff.unscoped.find(id=cover_id)
    refuse_if(hands.why_not_those_days(from_on, to_on, today))
    plans = plans_for(staff_id, cover_id, max(from_on, today), to_on)
    refuse_if(hands.why_not_away(plans, holds_cases=staff_id in holder_ids(today, (staff_id,))))
    refuse_if(
        hands.why_not_cover(
            cover,
            is_themself=cover_id == staff_id,
            away=plans.cover_away,
            holds_cases=cover_id in holder_ids(today, (cover_id,)),
            same_cluster=share_a_cluster(staff_id, cover_id),
            from_on=from_on,
            to_on=to_on,
        )
    )
    absence = Absence(
        staff=away,
        cover=cover,
        reason=reason,
        from_on=from_on,
        to_on=to_on,
        recorded_at=at,
        recorded_by=actor.staff_id,
    )
    absence.save()
    lent = _lend(actor, absence, today)
    audit.record(Verb.ABSENCE_RECORDED, absence, staff=staff_id, cover=cover_id, cases=lent)
    return absence.pk


def _lend(actor: Actor, absence: Absence, today: date) -> int:
    """Sight of everybody on the caseload whom the colleague may see. Gives how many."""
    held = list(Case.unscoped.open().held_by(absence.staff_id).select_for_update().order_by("pk"))
    may = coverable([case.resident_id for case in held], absence.cover_id)
    covered = [case for case in held if case.resident_id in may]
    for case in covered:
        cover_involvement(
            actor,
            resident_id=case.resident_id,
            reference=case.reference,
            holder_id=absence.cover_id,
            from_on=max(absence.from_on, today),
            to_on=absence.to_on,
        )
    return len(covered)
