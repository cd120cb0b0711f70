"""Step up: the person has what this step gives and what the next one asks."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.pathways import rules
from lynchpin.pathways.choices import Direction, Permission, PlaceMoveKind, Verb
from lynchpin.pathways.queries.definitions import is_offered, leads, steps_on
from lynchpin.pathways.queries.standing import keys_of, needed_to_go, place_to_move


@use_case(Permission.STEP_UP)
def step_up(actor: Actor, *, reference: str, to_step: str, version: int, moved_on: date, at: datetime) -> str:
    """Move somebody to a step above theirs, once every test is met. Gives the place's reference."""
    today = local_date(at)
    place, case = place_to_move(actor, reference, version)
    refuse_if(rules.why_not_move(place, case, PlaceMoveKind.UP))
    refuse_if(rules.why_not_date(moved_on, today=today, last=place.moved_on))
    steps, before = steps_on(actor, today, place.pathway_id), place.step
    arrow = {"pathway": place.pathway_id, "from_step": before, "to_step": to_step, "kind": Direction.UP}
    there = steps.get(to_step)
    refuse_if(rules.why_not_step(leads_there=is_offered(there, today) and leads(actor, today, **arrow)))
    needs = needed_to_go(actor, place, steps[before], there)
    refuse_if(rules.why_not_met(needs))
    place.store(*place.stand_on(steps[to_step], moved_on))
    place.told(PlaceMoveKind.UP, actor, at, from_step=before, tests_met=keys_of(needs)).save()
    audit.record(Verb.STEPPED_UP, place, step=to_step, before=before)
    return place.reference
