"""End the places of a case: the part that closing a case asks of pathways, so that nothing is left without an owner."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.casework.use_cases.release_plan_approval import release_plan_approval
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import part
from lynchpin.pathways.choices import HandoverState, PlaceMoveKind, PlaceState, Verb
from lynchpin.pathways.models import Handover, Place
from lynchpin.pathways.queries.approving import asked_by
from lynchpin.people.use_cases.end_involvement import end_involvement


@part
def end_places(actor: Actor, *, case_id: int, because: str, on: date, at: datetime) -> int:
    """End every live place of a case, and a handover under way, for a code of `choices.LeaveReason`. Gives how many places."""
    live = list(Place.unscoped.live().filter(case_id=case_id).select_for_update().order_by("pk"))
    for place in live:
        place.store(*place.end(PlaceState.LEFT, max(on, place.moved_on), because))
        place.told(PlaceMoveKind.LEFT, actor, at, from_step=place.step).save()
        release_plan_approval(actor, case_id=case_id, asked_by=asked_by(place.pathway_id), on=on)
    for handover in Handover.unscoped.under_way().filter(case_id=case_id).select_for_update():
        handover.because = because
        handover.store(*handover.settle(HandoverState.WITHDRAWN, actor, at), "because")
        about = {"resident_id": handover.resident_id, "room": "pathways", "reference": handover.reference}
        end_involvement(actor, **about, on=on)
    audit.record(Verb.PLACES_ENDED, None, case=case_id, ended=len(live), because=because)
    return len(live)
