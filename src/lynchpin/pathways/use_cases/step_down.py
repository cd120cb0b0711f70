"""Step down: less, or something gentler, for a reason that is written down. What was answered stays."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.pathways import rules
from lynchpin.pathways.choices import Direction, Permission, PlaceMoveKind, Verb
from lynchpin.pathways.queries.definitions import is_offered, leads, steps_on
from lynchpin.pathways.queries.standing import keys_of, needed_to_enter, place_to_move


@use_case(Permission.STEP_DOWN)
def step_down(
    actor: Actor, *, reference: str, to_step: str, version: int, moved_on: date, reason: str, at: datetime
) -> str:
    """Move somebody to a step below theirs, for a reason in words. Gives the place's reference."""
    today = local_date(at)
    place, case = place_to_move(actor, reference, version)
    refuse_if(rules.why_not_move(place, case, PlaceMoveKind.DOWN))
    refuse_if(rules.why_not_date(moved_on, today=today, last=place.moved_on))
    refuse_if(None if reason.strip() else Reason("move_without_reason"))
    steps, before = steps_on(actor, today, place.pathway_id), place.step
    arrow = {"pathway": place.pathway_id, "from_step": before, "to_step": to_step, "kind": Direction.DOWN}
    refuse_if(rules.why_not_step(leads_there=is_offered(steps.get(to_step), today) and leads(actor, today, **arrow)))
    needs = needed_to_enter(actor, place, steps[to_step])
    refuse_if(rules.why_not_met(needs))
    place.store(*place.stand_on(steps[to_step], moved_on))
    place.told(PlaceMoveKind.DOWN, actor, at, from_step=before, reason=reason, tests_met=keys_of(needs)).save()
    audit.record(Verb.STEPPED_DOWN, place, step=to_step, before=before)
    return place.reference
