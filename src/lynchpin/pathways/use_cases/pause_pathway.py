"""Pause: a break from a pathway, with a reason. Whoever holds the case stays with the person."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.pathways import rules
from lynchpin.pathways.choices import Permission, PlaceMoveKind, PlaceState, Verb
from lynchpin.pathways.queries.standing import place_to_move


@use_case(Permission.PAUSE_PATHWAY)
def pause_pathway(actor: Actor, *, reference: str, version: int, moved_on: date, reason: str, at: datetime) -> str:
    """Let somebody have a break on their step. Gives the place's reference."""
    place, case = place_to_move(actor, reference, version)
    refuse_if(rules.why_not_move(place, case, PlaceMoveKind.PAUSED))
    refuse_if(rules.why_not_date(moved_on, today=local_date(at), last=place.moved_on))
    refuse_if(None if reason.strip() else Reason("move_without_reason"))
    place.store(*place.become(PlaceState.PAUSED, moved_on))
    place.told(PlaceMoveKind.PAUSED, actor, at, from_step=place.step, reason=reason).save()
    audit.record(Verb.PATHWAY_PAUSED, place, step=place.step)
    return place.reference
