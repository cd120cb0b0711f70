"""A person's place on a pathway: where they are, how they came there, what was answered, and what they are owed."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Self

from django.db import models
from django.db.models import Q

from lynchpin.casework.models import Case, cases_in_sight
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed, GovernedQuerySet
from lynchpin.pathways.choices import LeaveReason, PlaceMoveKind, PlaceState, Promise
from lynchpin.pathways.models.pathways import Pathway, PathwayStep
from lynchpin.people.models import Resident

LIVE = (PlaceState.ON, PlaceState.PAUSED)


class PlaceQuerySet(GovernedQuerySet):
    """Places of the cases that the actor sees; sealed people's are missing with their cases."""

    def in_scope(self, actor: Actor) -> Self:
        return self.filter(case_id__in=cases_in_sight(actor))

    def live(self) -> Self:
        return self.filter(state__in=LIVE)


class Place(Governed):
    """Where a person is on a pathway. `stepped_on` is the day of the step; `moved_on` of whatever happened last.

    A live place belongs to whoever holds its case, which has a lead at all times; any other says on which day it ended.
    """

    reference = models.CharField(max_length=12, unique=True)
    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT)
    pathway = models.ForeignKey(Pathway, on_delete=models.PROTECT, to_field="key")
    step = models.CharField(max_length=40)
    step_edition = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=PlaceState.choices, default=PlaceState.ON)
    started_on = models.DateField()
    stepped_on = models.DateField()
    moved_on = models.DateField()
    ended_on = models.DateField(null=True)
    left_because = models.CharField(max_length=14, choices=LeaveReason.choices, blank=True)
    started_at = models.DateTimeField()
    started_by = models.BigIntegerField()

    objects = PlaceQuerySet.as_manager()

    def stand_on(self, step: PathwayStep, on: date) -> tuple[str, ...]:
        """Put the person on a step. Gives the names of the fields to store, as the next three do."""
        self.step, self.step_edition, self.stepped_on = step.step, step.edition, on
        return "step", "step_edition", "stepped_on", *self.become(PlaceState.ON, on)

    def become(self, state: PlaceState, on: date) -> tuple[str, ...]:
        """Go on, or have a break."""
        self.state, self.moved_on, self.ended_on, self.left_because = state, on, None, ""
        return "state", "moved_on", "ended_on", "left_because"

    def end(self, state: PlaceState, on: date, because: str = "") -> tuple[str, ...]:
        """Be completed, or left for a coded reason."""
        self.state, self.moved_on, self.ended_on, self.left_because = state, on, on, because
        return "state", "moved_on", "ended_on", "left_because"

    def told(self, kind: PlaceMoveKind, actor: Actor, at: datetime, **facts: Any) -> PlaceMove:
        """A line of history about where the person stands now, not kept yet."""
        given = {"to_step": self.step, "moved_on": self.moved_on, "step_edition": self.step_edition} | facts
        return PlaceMove(place=self, kind=kind, recorded_at=at, recorded_by=actor.staff_id, **given)

    class Meta(Governed.Meta):
        constraints = [
            models.CheckConstraint(
                name="ended_place_says_when_and_why",
                condition=Q(state__in=LIVE, ended_on__isnull=True, left_because="")
                | Q(state=PlaceState.COMPLETED, ended_on__isnull=False, left_because="")
                | Q(state=PlaceState.LEFT, ended_on__isnull=False) & ~Q(left_because=""),
            ),
            models.UniqueConstraint(
                name="person_is_on_a_pathway_once", fields=["resident", "pathway"], condition=Q(state__in=LIVE)
            ),
        ]
        indexes = [models.Index(fields=["pathway", "step", "state"], name="places_on_a_step")]


class OfPlaceQuerySet(GovernedQuerySet):
    """What belongs to a place, seen with it."""

    def in_scope(self, actor: Actor) -> Self:
        return self.filter(place_id__in=Place.objects.visible_to(actor).values("pk"))


class PlaceMove(Governed):
    """One line of a place's history. `reason` is in words where a move needs one; `tests_met` are the keys that were asked."""

    append_only = True

    place = models.ForeignKey(Place, on_delete=models.PROTECT)
    kind = models.CharField(max_length=12, choices=PlaceMoveKind.choices)
    from_step = models.CharField(max_length=40, blank=True)
    to_step = models.CharField(max_length=40)
    step_edition = models.PositiveSmallIntegerField()
    moved_on = models.DateField()
    reason = models.CharField(max_length=400, blank=True)
    tests_met = models.JSONField(default=list)
    recorded_at = models.DateTimeField()
    recorded_by = models.BigIntegerField()

    objects = OfPlaceQuerySet.as_manager()


class StepAnswer(Governed):
    """An answer to a step's question. The newest one holds; earlier ones stay."""

    append_only = True

    place = models.ForeignKey(Place, on_delete=models.PROTECT)
    test_key = models.CharField(max_length=40)
    answer = models.BooleanField()
    answered_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.BigIntegerField()

    objects = OfPlaceQuerySet.as_manager()


class Guarantee(Governed):
    """What a person was promised: by when it is owed, and when and with whom it was given. `offer` is what came of an interview."""

    place = models.ForeignKey(Place, on_delete=models.PROTECT)
    kind = models.CharField(max_length=16, choices=Promise.choices)
    owed_from = models.DateField()
    due_on = models.DateField()
    given_on = models.DateField(null=True)
    given_with = models.CharField(max_length=240, blank=True)
    offer = models.BooleanField(null=True)
    given_at = models.DateTimeField(null=True)
    given_by = models.BigIntegerField(null=True)

    objects = OfPlaceQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.CheckConstraint(
                name="given_guarantee_says_when_and_by_whom",
                condition=Q(given_at__isnull=True, given_by__isnull=True, given_on__isnull=True)
                | Q(given_at__isnull=False, given_by__isnull=False, given_on__isnull=False),
            )
        ]
