"""Record what was done about an overdue visit; the alarm ends only with an answer."""

from __future__ import annotations

from datetime import datetime

from lynchpin.casework import visit_rules
from lynchpin.casework.choices import Permission, Verb
from lynchpin.casework.models import LoneVisit, VisitStep
from lynchpin.casework.queries.visits import terms_on
from lynchpin.casework.visit_choices import AlarmStep
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.ANSWER_VISIT)
def answer_visit(actor: Actor, *, visit_id: int, version: int, kind: str, at: datetime, note: str = "") -> bool:
    """Keep one step, by whom and when. Gives whether it ended the alarm.

    Somebody who is safe and still there has more time from now; otherwise an answer ends the visit too.
    """
    visit = LoneVisit.objects.visible_to(actor).select_for_update().find(pk=visit_id, version=version)
    refuse_if(visit_rules.why_not_answer_visit(visit, kind=kind, staff_id=actor.staff_id, now=at))
    ended = visit_rules.ends_alarm(kind)
    visit.store(
        *_answered(actor, visit, kind, at) if ended else visit.raise_alarm(visit_rules.alarm_raised_at(visit, at))
    )
    VisitStep(visit=visit, kind=kind, note=note, recorded_at=at, recorded_by=actor.staff_id).save()  # type: ignore[misc]
    audit.record(Verb.VISIT_ANSWERED, visit, kind=kind, ended=ended)
    return ended


def _answered(actor: Actor, visit: LoneVisit, kind: str, at: datetime) -> tuple[str, ...]:
    """Change what an answer changes. Gives the names of the fields to store."""
    quiet = visit.raise_alarm(None)
    if kind == AlarmStep.STILL_THERE:
        visit.due_at = max(visit.due_at, visit_rules.due_in(at, terms_on(actor).more))
        return *quiet, "due_at"
    return quiet if visit.ended_at is not None else (*quiet, *visit.come_away(actor.staff_id, at))
