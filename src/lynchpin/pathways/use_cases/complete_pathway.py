"""Complete a pathway. What its last step promises is owed from that day on, with a day by which it is due."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.casework.use_cases.release_plan_approval import release_plan_approval
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.pathways import rules
from lynchpin.pathways.choices import Permission, PlaceMoveKind, PlaceState, Promise, Verb
from lynchpin.pathways.models import Guarantee, PathwayStep, Place
from lynchpin.pathways.queries.approving import asked_by
from lynchpin.pathways.queries.definitions import steps_on
from lynchpin.pathways.queries.standing import keys_of, needed_to_go, place_to_move


@use_case(Permission.COMPLETE_PATHWAY)
def complete_pathway(actor: Actor, *, reference: str, version: int, moved_on: date, at: datetime) -> str:
    """End a person's place because they have done it, once the step's tests are met. Gives the place's reference."""
    today = local_date(at)
    place, case = place_to_move(actor, reference, version)
    refuse_if(rules.why_not_move(place, case, PlaceMoveKind.COMPLETED))
    refuse_if(rules.why_not_date(moved_on, today=today, last=place.moved_on))
    here = steps_on(actor, today, place.pathway_id)[place.step]
    refuse_if(None if here.may_complete else Reason("step_ends_nothing"))
    needs = needed_to_go(actor, place, here, None)
    refuse_if(rules.why_not_met(needs))
    place.store(*place.end(PlaceState.COMPLETED, moved_on))
    place.told(PlaceMoveKind.COMPLETED, actor, at, from_step=place.step, tests_met=keys_of(needs)).save()
    _promise(place, here, moved_on)
    release_plan_approval(actor, case_id=place.case_id, asked_by=asked_by(place.pathway_id), on=moved_on)
    audit.record(Verb.PATHWAY_COMPLETED, place, step=place.step, promises=list(here.promises))
    return place.reference


def _promise(place: Place, here: PathwayStep, on: date) -> None:
    """The first promise is owed at once; work experience stands behind the interview, for when there is no offer."""
    promised = [kind for kind in Promise if kind in here.promises]
    if promised:
        kind = promised[0]
        Guarantee(place=place, kind=kind, owed_from=on, due_on=on + rules.GUARANTEE_WITHIN[kind]).save()
