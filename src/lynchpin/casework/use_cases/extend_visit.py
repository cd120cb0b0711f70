"""Ask for more time on a visit."""

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


@use_case(Permission.EXTEND_VISIT)
def extend_visit(actor: Actor, *, visit_id: int, version: int, at: datetime) -> int:
    """Let one's own visit last longer by what the terms give. Gives its id.

    After the time it is a sign of life that a colleague is told of, and the alarm stands until they have spoken.
    """
    mine = LoneVisit.objects.visible_to(actor).filter(worker_id=actor.staff_id)
    visit = mine.select_for_update().find(pk=visit_id, version=version)
    refuse_if(visit_rules.why_not_check_in(visit))
    terms, raised_at = terms_on(actor), visit_rules.alarm_raised_at(visit, at)
    due_at = visit_rules.due_in(max(visit.due_at, at), terms.more)
    refuse_if(visit_rules.why_not_back_by(due_at, terms, at=at))
    visit.due_at = due_at
    visit.store("due_at", *visit.raise_alarm(raised_at))
    if raised_at is not None:
        VisitStep(visit=visit, kind=AlarmStep.ASKED_MORE, recorded_at=at, recorded_by=actor.staff_id).save()  # type: ignore[misc]
    audit.record(Verb.VISIT_EXTENDED, visit, late=raised_at is not None)
    return visit.pk
