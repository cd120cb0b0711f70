"""Who is out alone now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.queries.visits import VisitFact, visits_out
from lynchpin.casework.views.visiting import ring, visit_lines, visit_tag
from lynchpin.face.parts import Link, Tag
from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import Request, page, show


@dataclass(frozen=True, slots=True)
class VisitShown:
    """One visit in the list; `answer` leads to where an alarm is answered."""

    worker: str
    tag: Tag
    lines: tuple[str, ...]
    ring: Link
    answer: Link | None


@page(Permission.READ_VISITS, action="list")
def visits_page(request: Request) -> HttpResponse:
    """The page asks again every minute where scripts run."""
    now = clock.now()
    found = [_shown(request.actor, visit, now) for visit in visits_out(request.actor, now)]
    return show(request, "casework/visits.html", visits=found)


def _shown(actor: Actor, visit: VisitFact, now: datetime) -> VisitShown:
    answers = visit.alarm_at is not None and visit.worker_id != actor.staff_id and actor.may(Permission.ANSWER_VISIT)
    answer = Link(_("Say what you did"), reverse("casework:answer_visit", args=[visit.id])) if answers else None
    return VisitShown(visit.worker, visit_tag(visit, now), visit_lines(visit, now), ring(visit), answer)
