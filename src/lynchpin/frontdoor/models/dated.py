"""The dated rules of the front door: which bands lead where, and how long a step may take."""

from __future__ import annotations

from django.db import models

from lynchpin.frontdoor.choices import ClockStep, Route, Urgency
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
    """How many working days a step may take, by urgency; dated."""

    key = models.CharField(max_length=60, unique=True)
    step = models.CharField(max_length=20, choices=ClockStep.choices)
    urgency = models.CharField(max_length=10, choices=Urgency.choices)
    working_days = models.PositiveSmallIntegerField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    objects = SharedQuerySet.as_manager()
