"""When a worker is away and who covers for them: a dated grant of sight, which ends by itself."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from lynchpin.casework.choices import COVER_ALLOWS, AbsenceReason
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed, GovernedQuerySet
from lynchpin.organisations.models import Staff, whose


def is_for_cover(actor: Actor) -> bool:
    """Whether what the actor asks for is what cover is for. Whatever remembers a scope of cases remembers it apart."""
    return actor.permission in COVER_ALLOWS


class AbsenceQuerySet(GovernedQuerySet):
    """Absences are seen by whoever sees the colleague who is away, and by the one who covers for them."""

    def in_scope(self, actor: Actor) -> Self:
        covering = Q(cover_id=actor.staff_id) if actor.staff_id is not None else Q(pk__in=())
        return self.filter(whose(actor, "staff_id") | covering)

    def on_day(self, on: date) -> Self:
        """Those away on a day."""
        return self.standing(on).filter(from_on__lte=on)

    def standing(self, on: date) -> Self:
        """Those away on a day or after it, and not back before."""
        return self.filter(Q(back_on__isnull=True) | Q(back_on__gt=on), to_on__gte=on)

    def touching(self, from_on: date, to_on: date) -> Self:
        """Those that share a day with a time."""
        stays = Q(back_on__isnull=True) | Q(back_on__gt=F("from_on")) & Q(back_on__gt=from_on)
        return self.filter(stays, from_on__lte=to_on, to_on__gte=from_on)


class Absence(Governed):
    """A worker is away from a day to a day, both included, and a colleague covers their cases meanwhile.

    `back_on` is the day on which they were back before the time that was planned; on or before `from_on` it never began.
    """

    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    cover = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=16, choices=AbsenceReason.choices)
    from_on = models.DateField()
    to_on = models.DateField()
    back_on = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.BigIntegerField(null=True)

    objects = AbsenceQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.CheckConstraint(name="absence_ends_after_it_begins", condition=Q(to_on__gte=F("from_on"))),
            models.CheckConstraint(name="nobody_covers_for_themselves", condition=~Q(staff=F("cover"))),
        ]
        indexes = [models.Index(fields=["cover", "to_on"], name="absences_covered_by_a_worker")]


def own_absences(actor: Actor) -> tuple[Absence, ...]:
    """Absences of the actor's day or after it that are their own or that they cover, the next one first; asked once a page."""
    found: tuple[Absence, ...] = actor.remember("casework.own_absences", lambda: _find_own(actor))
    return found


def _find_own(actor: Actor) -> tuple[Absence, ...]:
    if actor.staff_id is None:
        return ()
    mine = Q(staff_id=actor.staff_id) | Q(cover_id=actor.staff_id)
    return tuple(Absence.unscoped.standing(actor.on).filter(mine).order_by("from_on", "pk"))


def covered_workers(actor: Actor) -> Any:
    """Ids of the colleagues for whom the actor covers on their day, as a subquery: a scope costs no statement of its own."""
    return Absence.unscoped.on_day(actor.on).filter(cover_id=actor.staff_id or 0).values("staff_id")


def covered_today(actor: Actor) -> tuple[Absence, ...]:
    """Absences that the actor covers on their day; nobody covers for nobody."""
    return tuple(row for row in own_absences(actor) if row.cover_id == actor.staff_id and row.from_on <= actor.on)
