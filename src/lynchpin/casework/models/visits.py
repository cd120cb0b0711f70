"""Visits that colleagues make alone, and what was done when nobody heard from them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from lynchpin.casework.models.cases import Case
from lynchpin.casework.visit_choices import AlarmStep, VisitPlace
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed, GovernedQuerySet, SharedQuerySet
from lynchpin.organisations.models import Staff, in_force
from lynchpin.places.models import Cluster


def offered_minutes() -> list[int]:
    """What a visit is first offered to last."""
    return [30, 60, 90]


class VisitTermsQuerySet(SharedQuerySet):
    """Terms are the same for everybody; the newest edition whose dates cover a day holds."""

    def in_force(self, on: date) -> Self:
        return self.filter(in_force(on)).order_by("-edition")


class VisitTerms(Governed):
    """How long lone visits last and who hears of an overdue one when, dated. Everything is in minutes.

    Where no edition was loaded the defaults of the columns hold: nobody goes unwatched for want of a row.
    """

    edition = models.PositiveSmallIntegerField(unique=True)
    offered = models.JSONField(default=offered_minutes)
    more = models.PositiveSmallIntegerField(default=30)
    longest_minutes = models.PositiveSmallIntegerField(default=240)
    manager_after = models.PositiveSmallIntegerField(default=15)
    centre_after = models.PositiveSmallIntegerField(default=45)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    objects = VisitTermsQuerySet.as_manager()


class LoneVisitQuerySet(GovernedQuerySet):
    """Seen by the visitor, by whoever leads the case, and by those whose clusters it is in.

    A seal hides whom a visit is to and never that a colleague is overdue: the person is read apart, in the actor's scope.
    """

    def in_scope(self, actor: Actor) -> Self:
        if actor.scope == "all":
            return self.all()
        if actor.staff_id is None:
            return self.none()
        mine = Q(worker_id=actor.staff_id)
        match actor.scope:
            case "cluster":
                here = Q(cluster_id__in=actor.reaches("cluster"))
                return self.filter(mine | here | Q(lead_id=actor.staff_id))
            case "alloc":
                return self.filter(mine)
        return self.none()

    def under_way(self) -> Self:
        return self.filter(ended_at__isnull=True)

    def alarming(self, now: datetime) -> Self:
        """Overdue, or heard from late and not answered by anybody yet; the longest alarm first."""
        overdue = Q(ended_at__isnull=True, due_at__lt=now)
        return self.filter(overdue | Q(alarm_at__isnull=False)).order_by("due_at", "pk")

    def raised_by(self, moment: datetime) -> Self:
        """Of alarms: those that stood already at a moment."""
        return self.filter(raised_by(moment))


def raised_by(moment: datetime) -> Q:
    """Alarms that stood already at a moment."""
    return Q(alarm_at__lte=moment) | Q(alarm_at__isnull=True, due_at__lte=moment)


def led_by_the_visitor() -> Q:
    """Visits whose own lead made them: there is nobody between them and their manager."""
    return Q(lead_id=F("worker_id"))


class LoneVisit(Governed):
    """A colleague alone with somebody until `due_at`. The address is the person's own, read when it is needed.

    `alarm_at` is when an alarm was raised that no colleague has answered; an overdue visit of which nothing was written
    yet has none, and is as loud. `lead` and `cluster` are those of the case when the visit began. `ring_on` is the
    visitor's own number.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    worker = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    lead = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, to_field="key", null=True)
    place = models.CharField(max_length=10, choices=VisitPlace.choices)
    where = models.CharField(max_length=160, blank=True)
    ring_on = models.CharField(max_length=20)
    made_despite = models.CharField(max_length=400, blank=True)
    started_at = models.DateTimeField()
    due_at = models.DateTimeField()
    alarm_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.BigIntegerField(null=True)

    objects = LoneVisitQuerySet.as_manager()

    def raise_alarm(self, raised_at: datetime | None) -> tuple[str, ...]:
        """Write down since when an alarm stands. Gives the names of the fields to store."""
        self.alarm_at = raised_at
        return ("alarm_at",)

    def come_away(self, by: int | None, at: datetime) -> tuple[str, ...]:
        """Be over. Gives the names of the fields to store."""
        self.ended_at, self.ended_by = at, by
        return "ended_at", "ended_by"

    class Meta(Governed.Meta):
        constraints = [
            models.UniqueConstraint(
                name="colleague_is_on_one_visit_at_a_time", fields=["worker"], condition=Q(ended_at__isnull=True)
            ),
            models.CheckConstraint(name="visit_is_due_after_it_starts", condition=Q(due_at__gt=F("started_at"))),
            models.CheckConstraint(
                name="visit_end_is_whole",
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["ended_at", "due_at"], name="visits_by_when_due"),
            models.Index(fields=["alarm_at"], name="visits_by_alarm"),
        ]


def visits_in_sight(actor: Actor) -> Any:
    """Ids of the visits in the actor's scope, as a subquery."""
    return actor.remember("casework.visits_in_sight", lambda: LoneVisit.objects.visible_to(actor).values("pk"))


class OfVisitQuerySet(GovernedQuerySet):
    """Steps are seen with their visit."""

    def in_scope(self, actor: Actor) -> Self:
        return self.filter(visit_id__in=visits_in_sight(actor))


class VisitStep(Governed):
    """One thing that was done about an overdue visit, by whom and when."""

    append_only = True

    visit = models.ForeignKey(LoneVisit, on_delete=models.PROTECT)
    kind = models.CharField(max_length=12, choices=AlarmStep.choices)
    note = models.CharField(max_length=400, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.BigIntegerField()

    objects = OfVisitQuerySet.as_manager()
