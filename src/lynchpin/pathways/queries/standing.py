"""A person's place as a verb or a page finds it: locked with its case, its answers, and what a move would still need."""

from __future__ import annotations

from datetime import date

from lynchpin.casework.models import Case
from lynchpin.frontdoor.queries.peace import latest_no
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.pathways.choices import LeaveReason, PlaceState
from lynchpin.pathways.models import Guarantee, PathwayStep, Place, StepAnswer
from lynchpin.pathways.queries.definitions import questions
from lynchpin.pathways.rules import Answers, Need, needs_of
from lynchpin.people.models import records_of_person


def place_to_move(actor: Actor, reference: str, version: int | None = None) -> tuple[Place, Case]:
    """A place and its case, both locked; the case first, as closing it locks it before its places."""
    places = Place.objects.visible_to(actor)
    case_id = places.find(reference=reference).case_id
    case = Case.objects.visible_to(actor).select_for_update().find(pk=case_id)
    return places.select_for_update().find(reference=reference, version=version), case


def answers_of(actor: Actor, place: Place) -> Answers:
    """The newest answer to each question."""
    rows = StepAnswer.objects.visible_to(actor).filter(place=place).order_by("recorded_at", "pk")
    return dict(rows.values_list("test_key", "answer"))


def needed_to_go(actor: Actor, place: Place, here: PathwayStep, there: PathwayStep | None) -> tuple[Need, ...]:
    """What going on asks: how this step is left, and how the next one is entered. Without a next one, completing it."""
    entries = [*here.exit_tests, *(there.entry_tests if there else ())]
    return needs_of(entries, questions(actor), answers_of(actor, place))


def needed_to_enter(actor: Actor, place: Place, there: PathwayStep) -> tuple[Need, ...]:
    """What a step asks of whoever comes to it from above, or comes back to it."""
    return needs_of(there.entry_tests, questions(actor), answers_of(actor, place))


def keys_of(needs: tuple[Need, ...]) -> list[str]:
    """Keys of the tests that were asked."""
    return [need.question.key for need in needs]


def live_place(actor: Actor, resident_id: int, pathway: str) -> bool:
    """Whether a person is on a pathway now, under any of their records."""
    theirs = Place.unscoped.live().filter(resident_id__in=records_of_person(actor, resident_id))
    return theirs.filter(pathway_id=pathway).exists()


def said_no_on(actor: Actor, resident_id: int, pathway: str) -> date | None:
    """When a person last said no, to this pathway or to the service; unscoped, as it binds whoever may not see it."""
    theirs = Place.unscoped.filter(resident_id__in=records_of_person(actor, resident_id), pathway_id=pathway)
    left = theirs.filter(state=PlaceState.LEFT, left_because=LeaveReason.PERSONS_NO).order_by("-ended_on")
    at_door = latest_no(actor, resident_id)
    days = [left.values_list("ended_on", flat=True).first(), local_date(at_door) if at_door else None]
    return max((day for day in days if day), default=None)


def guarantees_owed(actor: Actor, case_id: int) -> int:
    """How many promises to the person of a case are still to be kept; for closing the case."""
    places = Place.objects.visible_to(actor).filter(case_id=case_id)
    return Guarantee.objects.visible_to(actor).filter(place_id__in=places.values("pk"), given_on__isnull=True).count()
