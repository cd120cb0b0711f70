"""Say that one is going alone to somebody, where, and by when one is back."""

from __future__ import annotations

from datetime import UTC, datetime

from lynchpin.casework import visit_rules
from lynchpin.casework.choices import ContactKind, Permission, Verb
from lynchpin.casework.models import Case, LoneVisit
from lynchpin.casework.queries.reaching import why_not_reach
from lynchpin.casework.queries.visits import terms_on
from lynchpin.casework.visit_choices import VisitPlace
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.organisations.models import Staff


@use_case(Permission.START_VISIT)
def start_visit(
    actor: Actor,
    *,
    reference: str,
    place: str,
    ring_on: str,
    due_at: datetime,
    at: datetime,
    where: str = "",
    made_despite: str = "",
) -> int:
    """Begin a visit to the person of a case. Gives its id.

    A visit to a home that is not marked safe is refused, unless `made_despite` says why it is made.
    """
    worker = Staff.objects.visible_to(actor).select_for_update().find(id=actor.staff_id)
    case = Case.objects.visible_to(actor).find(reference=reference)
    under_way = LoneVisit.objects.visible_to(actor).under_way().filter(worker=worker).exists()
    refuse_if(
        visit_rules.why_not_start_visit(
            case, worker, under_way=under_way, place=place, where=where, ring_on=ring_on, at=at
        )
    )
    refuse_if(visit_rules.why_not_back_by(due_at, terms_on(actor), at=at))
    if place == VisitPlace.HOME and not made_despite:
        refuse_if(why_not_reach(actor, case.resident_id, ContactKind.VISIT))
    visit = LoneVisit(
        case=case,
        worker=worker,
        lead_id=case.lead_id,
        cluster_id=case.cluster_id,
        place=place,
        where=where if place == VisitPlace.ELSEWHERE else "",
        ring_on=ring_on,
        made_despite=made_despite,
        started_at=at,
        due_at=due_at.astimezone(UTC),
    )
    visit.save()
    audit.record(Verb.VISIT_STARTED, visit, case=case.pk, place=place, despite=bool(made_despite))
    return visit.pk
