"""Who was given which case, what colleagues do beside cases, and the published formula that loads are counted by."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q

from lynchpin.casework.models.cases import Case, cases_in_sight
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed, GovernedQuerySet, SharedQuerySet
from lynchpin.organisations.models import Staff, in_force, whose
from lynchpin.places.models import Area


class OfCaseInSightQuerySet(GovernedQuerySet):
    """Parts of a case that are seen with it, whatever of its notes is shown."""

    def in_scope(self, actor: Actor) -> Self:
        return self.filter(case_id__in=cases_in_sight(actor))


class Allocation(Governed):
    """One time that a case was given to a worker, and by whom. `why` holds reasons as [code, params].

    With a proposal it keeps who was proposed and why; `override_reason` says why somebody else was chosen.
    """

    append_only = True

    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    worker = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    proposed_worker = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    why = models.JSONField(default=list)
    override_reason = models.CharField(max_length=400, blank=True)
    allocated_at = models.DateTimeField()
    allocated_by = models.BigIntegerField(null=True)

    objects = OfCaseInSightQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.CheckConstraint(
                name="allocation_against_a_proposal_says_why",
                condition=Q(proposed_worker__isnull=True) | Q(proposed_worker=F("worker")) | ~Q(override_reason=""),
            )
        ]


class WorkerDutiesQuerySet(GovernedQuerySet):
    """Duties are seen by whoever sees the colleague whose they are."""

    def in_scope(self, actor: Actor) -> Self:
        return self.filter(whose(actor, "staff_id"))

    def in_force(self, on: date) -> Self:
        return self.filter(in_force(on, "from_on", "to_on")).order_by("from_on", "pk")


class WorkerDuties(Governed):
    """What a colleague does beside cases, dated. Hours are a week; `base_area` is where they usually start, if not the cluster's middle.

    `skills` are keys of what people ask for help with; `experienced` says that no first year is allowed for.
    """

    staff = models.ForeignKey(Staff, on_delete=models.PROTECT)
    group_hours = models.PositiveSmallIntegerField(default=0)
    universal_hours = models.PositiveSmallIntegerField(default=0)
    experienced = models.BooleanField(default=False)
    base_area = models.ForeignKey(Area, on_delete=models.PROTECT, to_field="code", null=True)
    skills = models.JSONField(default=list)
    from_on = models.DateField()
    to_on = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.BigIntegerField(null=True)

    objects = WorkerDutiesQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.UniqueConstraint(
                name="worker_has_one_set_of_duties_at_a_time", fields=["staff"], condition=Q(to_on__isnull=True)
            ),
            models.CheckConstraint(
                name="duties_end_after_they_begin", condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on"))
            ),
        ]


class WeightFormulaQuerySet(SharedQuerySet):
    """Formulas are public; the newest edition whose dates cover a day holds."""

    def in_force(self, on: date) -> Self:
        return self.filter(in_force(on)).order_by("-edition")


class WeightFormula(Governed):
    """The published formula of loads, dated. `points` maps a part of a case's weight to its answers, and each answer to points.

    `travel_bands` maps a band to the kilometres up to which it reaches, nearest first, without the last; `capacity` says what
    is taken off a worker's limit (`first_year_percent`, and points an hour a week of `group` and `universal`); `sharing` how a
    proposal weighs distance, language, skills and continuity. An edition without them counts none of it.
    """

    edition = models.PositiveSmallIntegerField(unique=True)
    points = models.JSONField(default=dict)
    travel_bands = models.JSONField(default=dict)
    capacity = models.JSONField(default=dict)
    sharing = models.JSONField(default=dict)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    objects = WeightFormulaQuerySet.as_manager()
