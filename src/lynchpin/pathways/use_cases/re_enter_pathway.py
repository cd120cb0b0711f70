"""Re-enter: somebody who left or completed a pathway comes back to one of its steps, with everything that was answered."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.casework.use_cases.require_plan_approval import require_plan_approval
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.pathways import rules
from lynchpin.pathways.choices import Direction, Permission, PlaceMoveKind, Verb
from lynchpin.pathways.models import Pathway, Place
from lynchpin.pathways.queries.approving import asked_by, asks_for_approval
from lynchpin.pathways.queries.definitions import is_offered, leads, steps_on
from lynchpin.pathways.queries.standing import keys_of, live_place, needed_to_enter, place_to_move, said_no_on


@use_case(Permission.RE_ENTER_PATHWAY)
def re_enter_pathway(
    actor: Actor, *, reference: str, to_step: str, version: int, moved_on: date, they_asked: bool, at: datetime
) -> str:
    """Take somebody back in at a step the pathway allows. Gives the place's reference."""
    today = local_date(at)
    place, case = place_to_move(actor, reference, version)
    refuse_if(rules.why_not_move(place, case, PlaceMoveKind.RE_ENTERED))
    refuse_if(rules.why_not_date(moved_on, today=today, last=place.moved_on))
    refuse_if(_why_not_back(actor, place, moved_on, they_asked))
    steps, before = steps_on(actor, today, place.pathway_id), place.step
    arrow = {"pathway": place.pathway_id, "from_step": before, "to_step": to_step, "kind": Direction.RE_ENTRY}
    refuse_if(rules.why_not_step(leads_there=is_offered(steps.get(to_step), today) and leads(actor, today, **arrow)))
    needs = needed_to_enter(actor, place, steps[to_step])
    refuse_if(rules.why_not_met(needs))
    place.store(*place.stand_on(steps[to_step], moved_on))
    place.told(PlaceMoveKind.RE_ENTERED, actor, at, from_step=before, tests_met=keys_of(needs)).save()
    if asks_for_approval(actor, place.pathway_id):
        require_plan_approval(actor, case_id=case.pk, asked_by=asked_by(place.pathway_id), on=today)
    audit.record(Verb.PATHWAY_RE_ENTERED, place, step=to_step, before=before)
    return place.reference


def _why_not_back(actor: Actor, place: Place, on: date, they_asked: bool) -> Reason | None:
    pathway = Pathway.objects.visible_to(actor).find(key=place.pathway_id)
    return rules.why_not_re_enter(
        may_re_enter=pathway.may_re_enter,
        offered=Pathway.objects.visible_to(actor).in_force(on).filter(key=pathway.key).exists(),
        already_on=live_place(actor, place.resident_id, place.pathway_id),
        said_no_on=said_no_on(actor, place.resident_id, place.pathway_id),
        on=on,
        they_asked=they_asked,
    )
