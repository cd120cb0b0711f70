"""Whether a change lasts: asked six weeks, twelve weeks and six months after the work ended."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q

from lynchpin.casework.models import Case
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed, GovernedQuerySet
from lynchpin.organisations.models import Staff
from lynchpin.pathways.choices import CheckInPoint, CheckInState
from lynchpin.people.models import Resident, out_of_sight, who_died


class CheckInQuerySet(GovernedQuerySet):
    """All, one's clusters', or one's own to make; sealed people's are missing. A case's own scope ends too soon for this."""

    def in_scope(self, actor: Actor) -> Self:
        reached, hidden = self._reached(actor), out_of_sight(actor)
        return reached.exclude(resident_id__in=hidden) if hidden else reached

    def _reached(self, actor: Actor) -> Self:
        mine = Q(holder_id=actor.staff_id) | Q(lead_id=actor.staff_id) if actor.staff_id is not None else Q(pk__in=())
        match actor.scope:
            case "all":
                return self.all()
            case "cluster":
                return self.filter(Q(cluster_key__in=actor.reaches("cluster")) | mine)
            case "alloc":
                return self.filter(mine)
        return self.none()

    def due(self) -> Self:
        return self.filter(state=CheckInState.DUE)

    def to_ask(self) -> Self:
        """Those that are due, of people who live."""
        return self.due().exclude(resident_id__in=who_died())

    def counted(self) -> Self:
        """Without those that nobody can answer any more."""
        return self.exclude(state=CheckInState.DUE, resident_id__in=who_died())

    def answered(self) -> Self:
        return self.exclude(state__in=(CheckInState.DUE, CheckInState.DROPPED))


class CheckIn(Governed):
    """One time of asking. `series` is the reference of the first of the three that were planned together."""

    reference = models.CharField(max_length=12, unique=True)
    series = models.CharField(max_length=12)
    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT)
    cluster_key = models.CharField(max_length=40, blank=True)
    holder = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    lead = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    point = models.CharField(max_length=8, choices=CheckInPoint.choices)
    counted_from = models.DateField()
    due_on = models.DateField()
    state = models.CharField(max_length=10, choices=CheckInState.choices, default=CheckInState.DUE)
    asked_on = models.DateField(null=True)
    in_their_words = models.TextField(blank=True)
    recorded_at = models.DateTimeField(null=True)
    recorded_by = models.BigIntegerField(null=True)

    objects = CheckInQuerySet.as_manager()

    def answer(self, state: CheckInState, actor: Actor, at: datetime) -> tuple[str, ...]:
        """Be answered, or dropped. Gives the names of the fields to store."""
        self.state, self.recorded_at, self.recorded_by = state, at, actor.staff_id
        return "state", "recorded_at", "recorded_by"

    class Meta(Governed.Meta):
        constraints = [
            models.CheckConstraint(
                name="answered_check_in_says_when_and_by_whom",
                condition=Q(state=CheckInState.DUE, recorded_at__isnull=True, recorded_by__isnull=True)
                | Q(recorded_at__isnull=False, recorded_by__isnull=False) & ~Q(state=CheckInState.DUE),
            ),
            models.UniqueConstraint(
                name="check_in_is_due_once", fields=["case", "point"], condition=Q(state=CheckInState.DUE)
            ),
        ]
        indexes = [models.Index(fields=["state", "due_on"], name="check_ins_by_day")]
