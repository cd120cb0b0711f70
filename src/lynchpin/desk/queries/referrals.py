"""Referrals as the next thing to do: those that wait for a case, and how full the queue is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q

from lynchpin.frontdoor.choices import Permission, ReferralStatus, TimelineKind
from lynchpin.frontdoor.models import Referral, TimelineEntry
from lynchpin.kernel.access import Subject
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.calendar import end_of_day, start_of_day
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.page import read

MOST_SHOWN = 20
TOLD_FOR = timedelta(weeks=2)


@dataclass(frozen=True, slots=True)
class RoutedReferral:
    """A referral that somebody owns and nobody has opened a case for."""

    subjects: tuple[Subject, ...]
    reference: str
    name: str
    urgency: str
    stated_reason: str
    routed_on: date | None


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """How many referrals wait. At a weekend, what was due on the last working day is still to decide today."""

    waiting: int
    late: int
    today: int


@read(Permission.READ_REFERRAL)
def referrals_to_open(actor: Actor) -> tuple[RoutedReferral, ...]:
    """Referrals passed to this colleague that wait to become a case, longest waiting first."""
    return _routed(actor, Q(owner_id=actor.staff_id))


@read(Permission.READ_REFERRAL)
def referrals_outside_clusters(actor: Actor) -> tuple[RoutedReferral, ...]:
    """Routed referrals of people outside every cluster, whom the centre owns, longest waiting first."""
    return _routed(actor, Q(cluster_id__isnull=True))


@read(Permission.READ_REFERRAL)
def told_lately(actor: Actor) -> tuple[RoutedReferral, ...]:
    """Referrals of people whose family this colleague is with, of the last two weeks, the latest first."""
    since = start_of_day(actor.on) - TOLD_FOR
    told = TimelineEntry.objects.visible_to(actor).filter(kind=TimelineKind.LEAD_TOLD, at__gte=since)
    mine = Referral.objects.visible_to(actor).filter(owner_id=actor.staff_id, pk__in=told.values("referral_id"))
    return tuple(_routed_referral(actor, each) for each in mine.order_by("-decided_at", "pk")[:MOST_SHOWN])


@read(Permission.READ_QUEUE)
def queue_counts(actor: Actor) -> QueueCounts:
    """The whole queue in three numbers."""
    opens, closes = start_of_day(actor.on), end_of_day(actor.on)
    late, today = Q(due_at__lt=opens), Q(due_at__gte=opens, due_at__lte=closes)
    waiting = Referral.objects.visible_to(actor).waiting()
    counted = {"waiting": Count("pk"), "late": Count("pk", filter=late), "today": Count("pk", filter=today)}
    return QueueCounts(**waiting.aggregate(**counted))


def _routed(actor: Actor, whose: Q) -> tuple[RoutedReferral, ...]:
    found = Referral.objects.visible_to(actor).filter(whose, status=ReferralStatus.ROUTED)
    return tuple(_routed_referral(actor, each) for each in found.order_by("decided_at", "pk")[:MOST_SHOWN])


def _routed_referral(actor: Actor, each: Any) -> RoutedReferral:
    person = (Subject("people.Resident", each.resident_id),) if each.resident_id else ()
    return RoutedReferral(
        subjects=(Subject("frontdoor.Referral", each.pk), *person),
        reference=each.reference,
        name=each.told_name,
        urgency=each.urgency,
        stated_reason=each.stated_reason if actor.shows("F3") else "",
        routed_on=local_date(each.decided_at) if each.decided_at else None,
    )
