"""The dated rules of the front door: which bands lead where, and how long a step may take."""

from __future__ import annotations

from django.db import models

from lynchpin.frontdoor.choices import ClockStep, ClockUnit, Route, Urgency
from lynchpin.kernel.models import Governed, SharedQuerySet


class BandRoute(Governed):
    """A cell of the band-to-route matrix, dated. `listen_first`: resilience was not heard, so listening comes first."""

    key = models.CharField(max_length=60, unique=True)
    vulnerability_band = models.CharField(max_length=14)
    resilience_band = models.CharField(max_length=14)
    route = models.CharField(max_length=20, choices=Route.choices)
    listen_first = models.BooleanField(default=False)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    objects = SharedQuerySet.as_manager()


class ClockRule(Governed):
    """How long a step may take, in working days or working hours, by urgency and, where it differs, by route; dated."""

    key = models.CharField(max_length=60, unique=True)
    step = models.CharField(max_length=20, choices=ClockStep.choices)
    urgency = models.CharField(max_length=10, choices=Urgency.choices)
    route = models.CharField(max_length=20, choices=Route.choices, blank=True)
    limit = models.PositiveSmallIntegerField()
    unit = models.CharField(max_length=4, choices=ClockUnit.choices, default=ClockUnit.DAY)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    objects = SharedQuerySet.as_manager()
