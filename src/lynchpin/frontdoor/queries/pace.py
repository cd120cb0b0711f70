"""How the queue will stand at the pace of late: facts for the forecast, by cluster."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Case, CharField, Count, F, OuterRef, Subquery, Value, When

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import ClockStep, Permission
from lynchpin.frontdoor.models import Referral, ReferralClock, ReferralClockQuerySet
from lynchpin.frontdoor.queries.clocks import closures
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import read
from lynchpin.places.names import every_cluster

OUTSIDE, UNPLACED = "outside", "unplaced"  # where no cluster is
PLACE = Case(  # before anybody has said who a referral is about, nobody knows where they live
    When(cluster__isnull=False, then=F("cluster_id")),
    When(resident__isnull=False, then=Value(OUTSIDE)),
    default=Value(UNPLACED),
    output_field=CharField(),
)


@dataclass(frozen=True, slots=True)
class ClusterForecast:
    """What becomes of the decisions that wait in one cluster, or under `OUTSIDE` or `UNPLACED` without a name."""

    key: str
    name: str
    forecast: rules.Forecast


@read(Permission.READ_QUEUE)
def decisions_forecast(actor: Actor, *, at: datetime) -> tuple[ClusterForecast, ...]:
    """Decisions that wait, by cluster in the order of their names, then outside every cluster, then not placed yet."""
    closed, running = closures(actor), _running(actor)
    left = {due_at: rules.minutes_left(due_at, at, closed) for _, due_at, _ in running}
    waiting = [(where, left[due_at], number) for where, due_at, number in running]
    found = rules.forecast(waiting, met=_met_lately(actor, at))
    named = {**every_cluster(actor), OUTSIDE: "", UNPLACED: ""}
    return tuple(ClusterForecast(key, name, found[key]) for key, name in named.items() if key in found)


def _running(actor: Actor) -> list[tuple[str, datetime, int]]:
    """Where decisions wait, when they are due, and how many there are of one place and moment: most are due as a day ends."""
    whose = Referral.objects.visible_to(actor).filter(pk=OuterRef("referral_id")).order_by()
    clocks = _deciding(actor).filter(stopped_at__isnull=True, paused_at__isnull=True).order_by()
    placed = clocks.annotate(place=Subquery(whose.annotate(place=PLACE).values("place")[:1]))
    counted = placed.values("place", "due_at").annotate(number=Count("pk"))
    return [(row["place"], row["due_at"], row["number"]) for row in counted]


def _met_lately(actor: Actor, at: datetime) -> int:
    since = at - timedelta(weeks=rules.PACE_WEEKS)
    return _deciding(actor).filter(stopped_at__gt=since, stopped_at__lte=at).count()


def _deciding(actor: Actor) -> ReferralClockQuerySet:
    clocks: ReferralClockQuerySet = ReferralClock.objects.visible_to(actor).filter(step=ClockStep.DECIDE)
    return clocks
