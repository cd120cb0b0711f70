"""Give what was guaranteed. An interview that brings no offer at once makes work experience owed, where the step promises it."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.pathways import rules
from lynchpin.pathways.choices import Permission, Promise, Verb
from lynchpin.pathways.models import Guarantee, Place
from lynchpin.pathways.queries.definitions import steps_on


@use_case(Permission.GIVE_GUARANTEE)
def give_guarantee(
    actor: Actor,
    *,
    reference: str,
    guarantee_id: int,
    version: int,
    given_on: date,
    given_with: str,
    at: datetime,
    offer: bool | None = None,
) -> str:
    """Keep a guarantee of a place: on which day, with whom, and whether an interview brought an offer. Gives the place's reference."""
    place = Place.objects.visible_to(actor).find(reference=reference)
    owed = Guarantee.objects.visible_to(actor).select_for_update()
    guarantee = owed.find(id=guarantee_id, place=place, version=version)
    refuse_if(
        rules.why_not_give(guarantee, given_on=given_on, given_with=given_with, offer=offer, today=local_date(at))
    )
    guarantee.given_on, guarantee.given_with, guarantee.offer = given_on, given_with, offer
    guarantee.given_at, guarantee.given_by = at, actor.staff_id
    guarantee.store("given_on", "given_with", "offer", "given_at", "given_by")
    audit.record(Verb.GUARANTEE_GIVEN, guarantee, place=place.pk, kind=guarantee.kind, offer=offer)
    if guarantee.kind == Promise.INTERVIEW and offer is False:
        _owe_work_experience(actor, place, guarantee)
    return place.reference


def _owe_work_experience(actor: Actor, place: Place, guarantee: Guarantee) -> None:
    """Where it was promised on the day on which they completed the pathway."""
    step = steps_on(actor, guarantee.owed_from, place.pathway_id)[place.step]
    if Promise.WORK_EXPERIENCE in step.promises and guarantee.given_on is not None:
        due_on = guarantee.given_on + rules.GUARANTEE_WITHIN[Promise.WORK_EXPERIENCE]
        Guarantee(place=place, kind=Promise.WORK_EXPERIENCE, owed_from=guarantee.given_on, due_on=due_on).save()
