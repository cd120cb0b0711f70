"""Asking a provider to help somebody: whom, for what, by when an answer is due, and what came of it."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from lynchpin.framework.models import CoreOfferLine
from lynchpin.frontdoor.choices import BrokeringState, ReturnCause
from lynchpin.frontdoor.models.referrals import Referral, of_referrals_in_sight
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed, GovernedQuerySet
from lynchpin.organisations.models import Organisation

OPEN_STATES = (BrokeringState.ASKED, BrokeringState.ACCEPTED)


class BrokeringQuerySet(GovernedQuerySet):
    """Questions about referrals that the actor sees."""

    def in_scope(self, actor: Actor) -> Self:
        return self.filter(of_referrals_in_sight(actor))

    def open(self) -> Self:
        return self.filter(state__in=OPEN_STATES)


class Brokering(Governed):
    """One provider asked to help one person with one line of the core offer. Silence brings the person back, never an end."""

    reference = models.CharField(max_length=12, unique=True)
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, to_field="key")
    offer = models.ForeignKey(CoreOfferLine, on_delete=models.PROTECT, to_field="key", null=True)
    state = models.CharField(max_length=10, choices=BrokeringState.choices, default=BrokeringState.ASKED)
    packet = models.CharField(max_length=1000)  # what the provider is told, and nothing else
    person_agreed_on = models.DateField()
    asked_at = models.DateTimeField()
    asked_by = models.BigIntegerField()
    answer_due_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answered_by = models.CharField(max_length=160, blank=True)  # whoever answered at the provider's, as they said
    returned_because = models.CharField(max_length=16, choices=ReturnCause.choices, blank=True)
    starts_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)

    objects = BrokeringQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.UniqueConstraint(
                name="one_provider_is_asked_at_a_time", fields=["referral"], condition=Q(state__in=OPEN_STATES)
            ),
            models.CheckConstraint(
                name="brokering_that_came_back_says_why",
                condition=~Q(state=BrokeringState.RETURNED) | ~Q(returned_because=""),
            ),
            models.CheckConstraint(
                name="brokering_has_ended_or_is_open",
                condition=Q(state__in=OPEN_STATES, ended_at__isnull=True)
                | ~Q(state__in=OPEN_STATES) & Q(ended_at__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["state", "answer_due_at"], name="answers_by_time_left")]
