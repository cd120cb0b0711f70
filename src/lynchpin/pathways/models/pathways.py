"""Pathways as data: steps in dated editions, the questions they ask, and the moves between them."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from lynchpin.kernel.models import Governed, SharedQuerySet
from lynchpin.organisations.models import in_force
from lynchpin.pathways.choices import Direction


class DatedQuerySet(SharedQuerySet):
    """Definitions: whoever may ask sees them all."""

    def in_force(self, on: date) -> Self:
        return self.filter(in_force(on))


class Pathway(Governed):
    """A way through several services, one step after another. It is retired by `valid_to` and never deleted.

    While somebody is on one that `plan_needs_approval`, casework asks a lead worker to look at their plans.
    """

    key = models.CharField(max_length=40, unique=True)
    label_en = models.CharField(max_length=240)
    label_cy = models.CharField(max_length=240)
    may_re_enter = models.BooleanField(default=True)
    plan_needs_approval = models.BooleanField(default=False)
    sort = models.PositiveSmallIntegerField(default=0)
    source = models.CharField(max_length=24, blank=True)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    objects = DatedQuerySet.as_manager()


class StepTest(Governed):
    """A question with yes or no for an answer. `if_yes`, `if_no` say what each answer means, without a full stop."""

    key = models.CharField(max_length=40, unique=True)
    label_en = models.CharField(max_length=240)
    label_cy = models.CharField(max_length=240)
    if_yes_en = models.CharField(max_length=240)
    if_yes_cy = models.CharField(max_length=240)
    if_no_en = models.CharField(max_length=240)
    if_no_cy = models.CharField(max_length=240)
    sort = models.PositiveSmallIntegerField(default=0)
    source = models.CharField(max_length=24, blank=True)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    objects = DatedQuerySet.as_manager()


class PathwayStep(Governed):
    """One edition of a step: from its `valid_from` on it stands in place of the edition before, which stays.

    `key` is the step and its edition, such as `PH3:1`. `entry_tests` and `exit_tests` are lists of
    `{"test": key, "must_be": bool, "when": key or "", "when_is": bool}`. `promises` are codes of `choices.Promise`.
    """

    key = models.CharField(max_length=48, unique=True)
    step = models.CharField(max_length=40)
    edition = models.PositiveSmallIntegerField()
    pathway = models.ForeignKey(Pathway, on_delete=models.PROTECT, to_field="key")
    number = models.PositiveSmallIntegerField()
    label_en = models.CharField(max_length=240)
    label_cy = models.CharField(max_length=240)
    delivered_by_en = models.CharField(max_length=240)
    delivered_by_cy = models.CharField(max_length=240)
    rule_en = models.CharField(max_length=400)
    rule_cy = models.CharField(max_length=400)
    role_keys = models.JSONField(default=list)
    provider_keys = models.JSONField(default=list)
    core_offer_keys = models.JSONField(default=list)
    entry_tests = models.JSONField(default=list)
    exit_tests = models.JSONField(default=list)
    promises = models.JSONField(default=list)
    may_complete = models.BooleanField(default=False)
    source = models.CharField(max_length=24, blank=True)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    edited_at = models.DateTimeField(null=True)
    edited_by = models.BigIntegerField(null=True)

    objects = DatedQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.UniqueConstraint(name="step_has_an_edition_once", fields=["step", "edition"]),
            models.CheckConstraint(
                name="edited_step_says_when_and_by_whom",
                condition=Q(edited_at__isnull=True, edited_by__isnull=True)
                | Q(edited_at__isnull=False, edited_by__isnull=False),
            ),
        ]


class PathwayMove(Governed):
    """An arrow of a pathway: from one step to another, up, down, or back in after leaving."""

    key = models.CharField(max_length=100, unique=True)
    pathway = models.ForeignKey(Pathway, on_delete=models.PROTECT, to_field="key")
    from_step = models.CharField(max_length=40)
    to_step = models.CharField(max_length=40)
    kind = models.CharField(max_length=8, choices=Direction.choices)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    objects = DatedQuerySet.as_manager()
