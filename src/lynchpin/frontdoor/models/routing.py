"""Rules of routing beside the pack's matrix: editions that people agree on, facts that place a family in a customer group, and
how much review time and room in caseloads a month allows for."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from lynchpin.frontdoor.choices import EditionState
from lynchpin.kernel.models import Governed, SharedQuerySet
from lynchpin.places.models import Cluster


class RoutingEdition(Governed):
    """An edition of the routing rules, from a day on: drafted by one person, agreed by another.

    `cells` maps each pair of bands, `vulnerability:resilience`, to a route; `first` lists customer groups whose families stand
    before others of the same route, in their order.
    """

    number = models.PositiveSmallIntegerField(unique=True)
    state = models.CharField(max_length=10, choices=EditionState.choices, default=EditionState.DRAFTED)
    cells = models.JSONField(default=dict)
    first = models.JSONField(default=list)
    valid_from = models.DateField()
    draft_reason = models.CharField(max_length=400)
    drafted_at = models.DateTimeField()
    drafted_by = models.BigIntegerField()
    agreement_reason = models.CharField(max_length=400, blank=True)
    agreed_at = models.DateTimeField(null=True)
    agreed_by = models.BigIntegerField(null=True)
    set_aside_at = models.DateTimeField(null=True)
    set_aside_by = models.BigIntegerField(null=True)

    objects = SharedQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.UniqueConstraint(
                name="one_edition_is_drafted_at_a_time", fields=["state"], condition=Q(state=EditionState.DRAFTED)
            ),
            models.CheckConstraint(
                name="edition_is_agreed_by_a_second_person",
                condition=Q(agreed_at__isnull=True, agreed_by__isnull=True)
                | Q(agreed_at__isnull=False, agreed_by__isnull=False) & ~Q(agreed_by=F("drafted_by")),
            ),
            models.CheckConstraint(
                name="agreed_edition_says_why",
                condition=~Q(state=EditionState.AGREED) | Q(agreed_at__isnull=False) & ~Q(agreement_reason=""),
            ),
            models.CheckConstraint(
                name="setting_aside_of_edition_is_whole",
                condition=Q(set_aside_at__isnull=True, set_aside_by__isnull=True)
                | Q(set_aside_at__isnull=False, set_aside_by__isnull=False, state=EditionState.SET_ASIDE),
            ),
        ]


class GroupFact(Governed):
    """A fact that a profile counts, and the customer group in which it places a family; dated. `factor` is a factor's key."""

    key = models.CharField(max_length=60, unique=True)
    group_key = models.CharField(max_length=40)
    factor = models.CharField(max_length=12)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    objects = SharedQuerySet.as_manager()


class ReviewAllowance(Governed):
    """How many families a cluster's reviewers are given: minutes for one and for a month, and the points of one new case.

    The newest whose `valid_from` has come holds.
    """

    minutes_a_candidate = models.PositiveSmallIntegerField()
    minutes_a_month = models.PositiveIntegerField()
    points_a_case = models.PositiveSmallIntegerField()
    valid_from = models.DateField()
    reason = models.CharField(max_length=400)
    set_at = models.DateTimeField()
    set_by = models.BigIntegerField()

    objects = SharedQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.CheckConstraint(
                name="allowance_parts_are_not_nothing", condition=Q(minutes_a_candidate__gte=1, points_a_case__gte=1)
            )
        ]


class ClusterRoom(Governed):
    """Points that the caseloads of a cluster's workers have room for, as casework last counted them; below 0 when overfull."""

    cluster = models.OneToOneField(Cluster, on_delete=models.PROTECT, to_field="key")
    points = models.IntegerField()
    counted_at = models.DateTimeField()

    objects = SharedQuerySet.as_manager()
