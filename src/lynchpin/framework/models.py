"""Definitions that other rooms point at: dated, in both languages, retired and never deleted."""

from __future__ import annotations

from django.db import models

from lynchpin.framework.choices import DefinitionKind, MeasureKind, RuleKind
from lynchpin.kernel.models import Governed, SharedQuerySet


class Definition(Governed):
    """An outcome, theme, priority, group, goal or policy. `details` holds what only its kind has, as the pack gives it.

    An empty `valid_from` is not known. Keys are of the whole framework: no two kinds share one.
    """

    kind = models.CharField(max_length=20, choices=DefinitionKind.choices)
    key = models.CharField(max_length=40, unique=True)
    label_en = models.CharField(max_length=240)
    label_cy = models.CharField(max_length=240)
    parent_key = models.CharField(max_length=40, blank=True)
    sort = models.PositiveSmallIntegerField(default=0)
    details = models.JSONField(default=dict)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    objects = SharedQuerySet.as_manager()


class Measure(Governed):
    """A performance measure about the service's own customers. Polarity 1: higher is better; -1: lower; 0: neither."""

    key = models.CharField(max_length=12, unique=True)
    label_en = models.CharField(max_length=240)
    label_cy = models.CharField(max_length=240)
    kind = models.CharField(max_length=12, choices=MeasureKind.choices)
    polarity = models.SmallIntegerField(default=1)
    denominator_en = models.CharField(max_length=240, blank=True)
    denominator_cy = models.CharField(max_length=240, blank=True)
    programmes = models.JSONField(default=list)
    sort = models.PositiveSmallIntegerField(default=0)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    objects = SharedQuerySet.as_manager()


class CoreOfferLine(Governed):
    """A line of the core offer: provision that a pathway may need, whom it is for, and what it is measured by.

    `details` holds the rest as the pack gives it: weeks, hours, clusters, what is tried first, and the rules in words.
    """

    key = models.CharField(max_length=12, unique=True)
    label_en = models.CharField(max_length=240)
    label_cy = models.CharField(max_length=240)
    priority_keys = models.JSONField(default=list)
    provider_keys = models.JSONField(default=list)
    group_keys = models.JSONField(default=list)
    measure_keys = models.JSONField(default=list)
    age_from = models.PositiveSmallIntegerField(null=True)
    age_to = models.PositiveSmallIntegerField(null=True)
    details = models.JSONField(default=dict)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    objects = SharedQuerySet.as_manager()


class EligibilityRule(Governed):
    """Whom a line is for: a rule passes where one of its conditions is met, and holds between its dates.

    A condition is `{"fact": "age", "from": 16, "to": 25}` in whole years, either of them null, or
    `{"fact": …, "values": […], "changeable": …}` of `cluster`, `zone`, `county`, `language`, `group.CG01`, `test.cfw_eligible`
    or `completed.PV-15`. None at all: nobody has stated whom it is for. The words are empty where the conditions say it all.
    """

    key = models.CharField(max_length=60, unique=True)
    line_key = models.CharField(max_length=12, db_index=True)
    kind = models.CharField(max_length=12, choices=RuleKind.choices)
    conditions = models.JSONField(default=list)
    label_en = models.CharField(max_length=240, blank=True)
    label_cy = models.CharField(max_length=240, blank=True)
    source = models.CharField(max_length=24, blank=True)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    objects = SharedQuerySet.as_manager()
