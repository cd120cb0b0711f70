"""Resume: go on after a break, on the same step."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.pathways import rules
from lynchpin.pathways.choices import Permission, PlaceMoveKind, PlaceState, Verb
from lynchpin.pathways.queries.standing import place_to_move


@use_case(Permission.RESUME_PATHWAY)
def resume_pathway(actor: Actor, *, reference: str, version: int, moved_on: date, at: datetime) -> str:
    """Go on after a break. Gives the place's reference."""
    place, case = place_to_move(actor, reference, version)
    refuse_if(rules.why_not_move(place, case, PlaceMoveKind.RESUMED))
    refuse_if(rules.why_not_date(moved_on, today=local_date(at), last=place.moved_on))
    place.store(*place.become(PlaceState.ON, moved_on))
    place.told(PlaceMoveKind.RESUMED, actor, at, from_step=place.step).save()
    audit.record(Verb.PATHWAY_RESUMED, place, step=place.step)
    return place.reference
