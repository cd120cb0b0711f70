"""Say that one is safe and away: in one tap, whatever else was changed meanwhile."""

from __future__ import annotations

from datetime import datetime

from lynchpin.casework import visit_rules
from lynchpin.casework.choices import Permission, Verb
from lynchpin.casework.models import Case, LoneVisit, VisitStep
from lynchpin.casework.visit_choices import AlarmStep
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.END_VISIT)
def end_visit(actor: Actor, *, visit_id: int, at: datetime) -> str:
    """End one's own visit. Gives the reference of the case if it is still in sight, for the contact that comes next.

    It asks for no version: nobody who is safe is told to open a page again. After the time it ends the visit and not the
    alarm: that is for a colleague who has spoken with them.
    """
    mine = LoneVisit.objects.visible_to(actor).filter(worker_id=actor.staff_id)
    visit = mine.select_for_update().find(pk=visit_id)
    refuse_if(visit_rules.why_not_check_in(visit))
    raised_at = visit_rules.alarm_raised_at(visit, at)
    visit.store(*visit.raise_alarm(raised_at), *visit.come_away(actor.staff_id, at))
    if raised_at is not None:
        VisitStep(visit=visit, kind=AlarmStep.SAID_SAFE, recorded_at=at, recorded_by=actor.staff_id).save()  # type: ignore[misc]
    audit.record(Verb.VISIT_ENDED, visit, late=raised_at is not None)
    case = Case.objects.visible_to(actor).open().filter(pk=visit.case_id).first()
    return case.reference if case else ""
