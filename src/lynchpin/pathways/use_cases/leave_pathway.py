"""Leave a pathway before its end. A person's own no needs no more than that, and is never passed on."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.casework.use_cases.release_plan_approval import release_plan_approval
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.pathways import rules
from lynchpin.pathways.choices import Permission, PlaceMoveKind, PlaceState, Verb
from lynchpin.pathways.queries.approving import asked_by
from lynchpin.pathways.queries.standing import place_to_move


@use_case(Permission.LEAVE_PATHWAY)
def leave_pathway(
    actor: Actor, *, reference: str, version: int, moved_on: date, because: str, at: datetime, reason: str = ""
) -> str:
    """End a person's place for a coded reason, with words where there are any. Gives the place's reference."""
    place, case = place_to_move(actor, reference, version)
    refuse_if(rules.why_not_move(place, case, PlaceMoveKind.LEFT))
    refuse_if(rules.why_not_leave(because))
    refuse_if(rules.why_not_date(moved_on, today=local_date(at), last=place.moved_on))
    place.store(*place.end(PlaceState.LEFT, moved_on, because))
    place.told(PlaceMoveKind.LEFT, actor, at, from_step=place.step, reason=reason).save()
    release_plan_approval(actor, case_id=place.case_id, asked_by=asked_by(place.pathway_id), on=moved_on)
    audit.record(Verb.PATHWAY_LEFT, place, step=place.step, because=because)
    return place.reference
