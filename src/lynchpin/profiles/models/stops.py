"""Profiling stopped altogether, and let go on again by two people."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from lynchpin.kernel.models import Governed, SharedQuerySet
from lynchpin.profiles.choices import StopReason, StopState


class ProfilingStop(Governed):
    """From its moment on nobody is profiled, until one person has proposed to go on and another has let it.

    `runs_stopped` and `families_hidden` are what it took away; letting it go on brings nothing back.
    """

    reference = models.CharField(max_length=12, unique=True)
    state = models.CharField(max_length=8, choices=StopState.choices, default=StopState.STANDS)
    reason = models.CharField(max_length=12, choices=StopReason.choices)
    words = models.CharField(max_length=400)
    runs_stopped = models.PositiveIntegerField(default=0)
    families_hidden = models.PositiveIntegerField(default=0)
    stopped_at = models.DateTimeField()
    stopped_by = models.BigIntegerField()
    proposal = models.CharField(max_length=400, blank=True)
    proposed_at = models.DateTimeField(null=True)
    proposed_by = models.BigIntegerField(null=True)
    resumed_at = models.DateTimeField(null=True)
    resumed_by = models.BigIntegerField(null=True)

    objects = SharedQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.UniqueConstraint(
                name="one_stop_of_profiling_stands", fields=["state"], condition=Q(state=StopState.STANDS)
            ),
            models.CheckConstraint(name="stop_of_profiling_says_why", condition=~Q(words="")),
            models.CheckConstraint(
                name="proposal_to_resume_is_whole",
                condition=Q(proposed_at__isnull=True, proposed_by__isnull=True, proposal="")
                | Q(proposed_at__isnull=False, proposed_by__isnull=False) & ~Q(proposal=""),
            ),
            models.CheckConstraint(
                name="profiling_is_resumed_by_a_second_person",
                condition=Q(resumed_at__isnull=True, resumed_by__isnull=True, state=StopState.STANDS)
                | Q(resumed_at__isnull=False, resumed_by__isnull=False, proposed_by__isnull=False, state=StopState.OVER)
                & ~Q(resumed_by=F("proposed_by")),
            ),
        ]
