"""Clocks that run on a referral, and the days on which none runs."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from lynchpin.frontdoor.choices import ClockStep, PauseCause
from lynchpin.frontdoor.models.referrals import Referral, of_referrals_in_sight
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed, GovernedQuerySet, SharedQuerySet


class ReferralClockQuerySet(GovernedQuerySet):
    """Clocks of referrals that the actor sees."""

    def in_scope(self, actor: Actor) -> Self:
        return self.filter(of_referrals_in_sight(actor))

    def running(self) -> Self:
        return self.filter(stopped_at__isnull=True)


class ReferralClock(Governed):
    """One step's clock, from when it began to when it was met; while it stands still, `paused_at` says since when."""

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT)
    step = models.CharField(max_length=20, choices=ClockStep.choices)
    rule_key = models.CharField(max_length=60, blank=True)
    began_at = models.DateTimeField()
    due_at = models.DateTimeField()
    paused_at = models.DateTimeField(null=True)
    paused_because = models.CharField(max_length=16, choices=PauseCause.choices, blank=True)
    paused_minutes = models.PositiveIntegerField(default=0)
    stopped_at = models.DateTimeField(null=True)

    objects = ReferralClockQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.UniqueConstraint(
                name="a_step_has_one_running_clock", fields=["referral", "step"], condition=Q(stopped_at__isnull=True)
            ),
            models.CheckConstraint(
                name="paused_clock_says_why",
                condition=Q(paused_at__isnull=True) | ~Q(paused_because="") & Q(stopped_at__isnull=True),
            ),
        ]
        indexes = [models.Index(fields=["step", "stopped_at"], name="clocks_met_by_step")]


class ClosedDay(Governed):
    """A day on which the service is closed and that is no bank holiday: clocks stand still."""

    closed_on = models.DateField(unique=True)
    label_en = models.CharField(max_length=120)
    label_cy = models.CharField(max_length=120)

    objects = SharedQuerySet.as_manager()
