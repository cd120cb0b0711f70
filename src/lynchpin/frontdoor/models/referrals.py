"""A person's way in, from first word to outcome, and every step of it."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q

from lynchpin.frontdoor.choices import (
    ClockStep,
    EndCode,
    ReferralSource,
    ReferralStatus,
    ReturnCause,
    Route,
    TimelineKind,
    Urgency,
    VoidCause,
)
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed, GovernedQuerySet
from lynchpin.organisations.models import Organisation, Staff
from lynchpin.people.models import Resident, out_of_sight
from lynchpin.places.models import Cluster

AT_FRONT_DOOR = (ReferralStatus.RECEIVED, ReferralStatus.SCREENING, ReferralStatus.RETURNED)
SHARED = (  # what whoever sent a referral may follow, where the person agrees; `rules.own_progress` says it in three words
    TimelineKind.APPROACH,
    TimelineKind.MET,
    TimelineKind.PROVIDER_ACCEPTED,
    TimelineKind.HELPED,
    TimelineKind.ANSWERED,
    TimelineKind.PASSED_ON,
    TimelineKind.PERSONS_NO,
    TimelineKind.OPEN_OFFER,
    TimelineKind.VOIDED,
)
OWNED = (
    ReferralStatus.ROUTED,
    ReferralStatus.TAKEN_UP,
    ReferralStatus.BROKERED,
    ReferralStatus.WITH_PROVIDER,
    ReferralStatus.RETURNED,
)


class ReferralQuerySet(GovernedQuerySet):
    """All for the centre, one's cluster for its lead, one's own for a referrer.

    A sealed person's referral is sealed too, except from whoever sent it: were it to vanish from their own list, that
    would tell them of the seal. `queries.own_referrals` shows them no progress of it.
    """

    def in_scope(self, actor: Actor) -> Self:
        reached = self._reached(actor)
        hidden = out_of_sight(actor) if actor.scope != "own" else frozenset()
        return reached.exclude(resident_id__in=hidden) if hidden else reached

    def _reached(self, actor: Actor) -> Self:
        match actor.scope:
            case "all":
                return self.all()
            case "cluster":
                mine = Q(owner_id=actor.staff_id) if actor.staff_id is not None else Q()
                return self.filter(Q(cluster_id__in=actor.reaches("cluster")) | mine)
            case "own" if actor.staff_id is not None:
                return self.filter(sent_by=actor.staff_id)
            case "alloc" if actor.staff_id is not None:
                return self.filter(owner_id=actor.staff_id)
            case "none":
                return self.filter(reference__in=actor.reaches("receipt"))  # the one that a public session was given
        return self.none()

    def waiting(self) -> Self:
        """At the front door: nobody has decided yet, or they are back."""
        return self.filter(status__in=AT_FRONT_DOOR)


class Referral(Governed):
    """One person's way in, from first word to outcome. Never deleted; always with an owner or a recorded end."""

    reference = models.CharField(max_length=12, unique=True)
    source = models.CharField(max_length=4, choices=ReferralSource.choices)
    status = models.CharField(max_length=20, choices=ReferralStatus.choices, default=ReferralStatus.RECEIVED)
    urgency = models.CharField(max_length=10, choices=Urgency.choices, default=Urgency.ROUTINE)
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT, null=True)
    sent_by = models.BigIntegerField(null=True)
    from_organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, to_field="key", null=True)
    # as told, before the person is found among residents or added to them
    asked_for_self = models.BooleanField(default=False)
    told_by = models.CharField(max_length=160, blank=True)
    told_name = models.CharField(max_length=160)
    told_birth_date = models.DateField(null=True)
    told_address = models.CharField(max_length=240, blank=True)
    told_postcode = models.CharField(max_length=8, blank=True)
    told_phone = models.CharField(max_length=20, blank=True)
    told_email = models.EmailField(blank=True)
    safe_contact = models.JSONField(default=dict)
    language = models.CharField(max_length=5, blank=True)
    needs = models.JSONField(default=list)
    in_their_words = models.TextField(blank=True)
    what_was_tried = models.TextField(blank=True)
    person_agrees = models.BooleanField(null=True)
    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, to_field="key", null=True)
    owner = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True)
    route = models.CharField(max_length=20, choices=Route.choices, blank=True)
    route_reason = models.CharField(max_length=400, blank=True)
    stated_reason = models.CharField(max_length=400, blank=True)
    advice_given = models.TextField(blank=True)
    received_at = models.DateTimeField()
    decide_by_on = models.DateField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.BigIntegerField(null=True)
    former_reference = models.CharField(max_length=60, blank=True)
    # where it began and how it ended
    met_at = models.CharField(max_length=160, blank=True)
    steps_down_from = models.CharField(max_length=160, blank=True)
    link_id = models.BigIntegerField(null=True)
    referrer_may_know = models.BooleanField(null=True)
    returned_because = models.CharField(max_length=16, choices=ReturnCause.choices, blank=True)
    end_code = models.CharField(max_length=16, choices=[*EndCode.choices, *VoidCause.choices], blank=True)
    duplicate_of = models.CharField(max_length=12, blank=True)
    # the clock that runs now, so that the queue sorts by time left; every clock it ever had is a `ReferralClock`
    clock_step = models.CharField(max_length=20, choices=ClockStep.choices, blank=True)
    due_at = models.DateTimeField(null=True)

    objects = ReferralQuerySet.as_manager()

    def step(
        self, kind: str, actor: Actor, at: datetime, *, note: str = "", for_referrer: bool = False
    ) -> TimelineEntry:
        """A step of this referral's timeline, to be saved by the verb that takes it."""
        told = {"note": note, "for_referrer": for_referrer}
        return TimelineEntry(referral=self, at=at, kind=kind, by_staff=actor.staff_id, **told)

    class Meta(Governed.Meta):
        constraints = [
            models.CheckConstraint(
                name="referral_decision_is_whole",
                condition=Q(decided_at__isnull=True, decided_by__isnull=True)
                | Q(decided_at__isnull=False, decided_by__isnull=False),
            ),
            models.CheckConstraint(
                name="routed_referral_has_an_owner",
                condition=~Q(status__in=OWNED) | Q(owner__isnull=False),
            ),
            models.CheckConstraint(
                name="returned_referral_says_why",
                condition=~Q(status=ReferralStatus.RETURNED) | ~Q(returned_because=""),
            ),
            models.CheckConstraint(
                name="ended_or_void_referral_says_how",
                condition=~Q(status__in=[ReferralStatus.ENDED, ReferralStatus.VOID]) | ~Q(end_code=""),
            ),
            models.CheckConstraint(
                name="running_clock_has_a_step_and_an_end",
                condition=Q(clock_step="", due_at__isnull=True) | ~Q(clock_step="") & Q(due_at__isnull=False),
            ),
            models.UniqueConstraint(
                name="former_referral_comes_over_once", fields=["former_reference"], condition=~Q(former_reference="")
            ),
        ]
        indexes = [
            models.Index(fields=["status", "due_at"], name="queue_by_time_left"),
            models.Index(  # the queue as it opens: its first page is found without sorting the rest
                fields=["due_at", "received_at", "id"],
                name="what_waits_by_time_left",
                condition=Q(status__in=AT_FRONT_DOOR),
            ),
            models.Index(fields=["cluster", "status", "due_at"], name="cluster_queue_by_time_left"),
        ]


def of_referrals_in_sight(actor: Actor) -> Q:
    """What belongs to referrals that the actor sees. Of who sees them all, only those are asked for whom they must not see."""
    if actor.scope != "all":
        return Q(referral_id__in=Referral.objects.visible_to(actor).values("pk"))
    hidden = out_of_sight(actor)
    return ~Q(referral_id__in=Referral.unscoped.filter(resident_id__in=hidden).values("pk")) if hidden else Q()


class TimelineEntryQuerySet(GovernedQuerySet):
    """Steps of referrals that the actor sees; of one's own, only those meant for whoever sent it, or that the person shares."""

    def in_scope(self, actor: Actor) -> Self:
        seen = self.filter(of_referrals_in_sight(actor))
        return seen.filter(Q(for_referrer=True) | _shared(actor)) if actor.scope == "own" else seen


def _shared(actor: Actor) -> Q:
    theirs = Referral.objects.visible_to(actor).filter(referrer_may_know=True)
    return Q(kind__in=SHARED, referral_id__in=theirs.values("pk"))


class TimelineEntry(Governed):
    """One step of a referral. `for_referrer` steps are shown to whoever sent it."""

    append_only = True

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT)
    at = models.DateTimeField()
    kind = models.CharField(max_length=40)
    by_staff = models.BigIntegerField(null=True)
    note = models.TextField(blank=True)
    for_referrer = models.BooleanField(default=False)

    objects = TimelineEntryQuerySet.as_manager()
