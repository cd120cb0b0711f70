"""Handing a person over: the pack that tells their story once, and how far the receiver has come."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q

from lynchpin.casework.models import Case, cases_in_sight
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed, GovernedQuerySet
from lynchpin.organisations.models import Organisation, Staff
from lynchpin.pathways.choices import HandoverState, HandoverWay
from lynchpin.people.models import Resident, out_of_sight

UNDER_WAY = (HandoverState.PREPARED, HandoverState.SENT, HandoverState.ACKNOWLEDGED)
SETTLED = (HandoverState.MET, HandoverState.WAIVED)
TOLD_TO_RECEIVER = (HandoverState.SENT, HandoverState.ACKNOWLEDGED, *SETTLED)


class HandoverQuerySet(GovernedQuerySet):
    """Handovers of the cases that the actor sees, and those sent to them; only where notes and needs (F3) are granted."""

    def in_scope(self, actor: Actor) -> Self:
        if not actor.shows("F3"):
            return self.none()
        seen = Q(case_id__in=cases_in_sight(actor))
        if actor.staff_id is not None:
            seen |= Q(to_staff_id=actor.staff_id, state__in=TOLD_TO_RECEIVER)
        hidden = out_of_sight(actor)
        return self.filter(seen).exclude(resident_id__in=hidden) if hidden else self.filter(seen)

    def under_way(self) -> Self:
        return self.filter(state__in=UNDER_WAY)


class Handover(Governed):
    """A handover to a colleague or an organisation, with the consent that covers it.

    It is over when the receiver has met the person, or when somebody says why no first visit is made. Declined or
    withdrawn, it is back with whoever holds the case.
    """

    reference = models.CharField(max_length=12, unique=True)
    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT)
    way = models.CharField(max_length=4, choices=HandoverWay.choices)
    state = models.CharField(max_length=14, choices=HandoverState.choices, default=HandoverState.PREPARED)
    to_staff = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    to_organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, to_field="key", null=True)
    contact_name = models.CharField(max_length=160, blank=True)
    contact_role = models.CharField(max_length=160, blank=True)
    language = models.CharField(max_length=5)
    what_changed = models.TextField()
    what_matters = models.TextField()
    what_was_tried = models.TextField()
    agreed_by = models.CharField(max_length=160)
    agreed_on = models.DateField()
    agreed_to = models.CharField(max_length=400)
    prepared_at = models.DateTimeField()
    prepared_by = models.BigIntegerField()
    sent_at = models.DateTimeField(null=True)
    sent_by = models.BigIntegerField(null=True)
    taken_on = models.DateField(null=True)
    taken_by_name = models.CharField(max_length=160, blank=True)
    met_on = models.DateField(null=True)
    went_along = models.CharField(max_length=160, blank=True)
    because = models.CharField(max_length=400, blank=True)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.BigIntegerField(null=True)

    objects = HandoverQuerySet.as_manager()

    def settle(self, state: HandoverState, actor: Actor, at: datetime) -> tuple[str, ...]:
        """Come to an end, good or not. Gives the names of the fields to store."""
        self.state, self.settled_at, self.settled_by = state, at, actor.staff_id
        return "state", "settled_at", "settled_by"

    class Meta(Governed.Meta):
        constraints = [
            models.CheckConstraint(
                name="handover_goes_to_one_receiver",
                condition=Q(to_staff__isnull=False, to_organisation__isnull=True)
                | Q(to_staff__isnull=True, to_organisation__isnull=False),
            ),
            models.CheckConstraint(
                name="sent_handover_says_when_and_by_whom",
                condition=Q(sent_at__isnull=True, sent_by__isnull=True)
                | Q(sent_at__isnull=False, sent_by__isnull=False),
            ),
            models.CheckConstraint(
                name="settled_handover_says_when_and_by_whom",
                condition=Q(settled_at__isnull=True, settled_by__isnull=True, state__in=UNDER_WAY)
                | Q(settled_at__isnull=False, settled_by__isnull=False) & ~Q(state__in=UNDER_WAY),
            ),
            models.CheckConstraint(
                name="handover_that_came_back_says_why",
                condition=~Q(state__in=("declined", "withdrawn", "waived")) | ~Q(because=""),
            ),
            models.UniqueConstraint(
                name="case_has_one_handover_under_way", fields=["case"], condition=Q(state__in=UNDER_WAY)
            ),
        ]
