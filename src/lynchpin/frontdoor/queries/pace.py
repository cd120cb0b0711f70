"""How the queue will stand at the pace of late: facts for the forecast, by cluster."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import ClockStep, Permission
from lynchpin.frontdoor.models import Referral, ReferralClock
from lynchpin.frontdoor.queries.clocks import closures
from lynchpin.frontdoor.queries.referrals import clusters
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import read

OUTSIDE, UNPLACED = "outside", "unplaced"  # where no cluster is


@dataclass(frozen=True, slots=True)
class ClusterForecast:
    """What becomes of the decisions that wait in one cluster, or under `OUTSIDE` or `UNPLACED` without a name."""

    key: str
    name: str
    forecast: rules.Forecast


@read(Permission.READ_QUEUE)
def decisions_forecast(actor: Actor, *, at: datetime) -> tuple[ClusterForecast, ...]:
    """Decisions that wait, by cluster in the order of their names, then outside every cluster, then not placed yet."""
    closed = closures(actor)
    running = Q(stopped_at__isnull=True, paused_at__isnull=True)
    lately = Q(stopped_at__gt=at - timedelta(weeks=rules.PACE_WEEKS), stopped_at__lte=at)
    clocks = ReferralClock.objects.visible_to(actor).filter(running | lately, step=ClockStep.DECIDE)
    rows = list(clocks.values_list("referral_id", "due_at", "stopped_at"))
    waiting = [(pk, rules.minutes_left(due_at, at, closed)) for pk, due_at, stopped_at in rows if stopped_at is None]
    where = _where(actor, [pk for pk, _ in waiting])
    met = sum(stopped_at is not None for *_, stopped_at in rows)
    found = rules.forecast([(where[pk], left) for pk, left in waiting], met=met)
    named = {**clusters(actor), OUTSIDE: "", UNPLACED: ""}
    return tuple(ClusterForecast(key, name, found[key]) for key, name in named.items() if key in found)


def _where(actor: Actor, referral_ids: Iterable[int]) -> dict[int, str]:
    """The cluster of each; before anybody has said who it is about, nobody knows where they live."""
    rows = Referral.objects.visible_to(actor).filter(pk__in=set(referral_ids))
    told = rows.values_list("pk", "cluster_id", "resident_id")
    return {pk: str(cluster or "") or (OUTSIDE if resident_id else UNPLACED) for pk, cluster, resident_id in told}
