"""How the queue will stand at the pace of late: facts for the forecast, by cluster."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
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


@dataclass(frozen=True, slots=True)
class ClusterForecast:
    """What becomes of the decisions that wait in one cluster; an empty key and name are outside every cluster."""

    key: str
    name: str
    forecast: rules.Forecast


@read(Permission.READ_QUEUE)
def decisions_forecast(actor: Actor, *, at: datetime) -> tuple[ClusterForecast, ...]:
    """Decisions that wait, by cluster in the order of their names, those outside every cluster last. Paused clocks wait too."""
    closed = closures(actor)
    running = Q(stopped_at__isnull=True, paused_at__isnull=True)
    lately = Q(stopped_at__gt=at - timedelta(weeks=rules.PACE_WEEKS), stopped_at__lte=at)
    clocks = ReferralClock.objects.visible_to(actor).filter(running | lately, step=ClockStep.DECIDE)
    rows = list(clocks.values_list("referral_id", "due_at", "stopped_at"))
    where = _where(actor, [referral_id for referral_id, *_ in rows])
    waiting = [(pk, due_at) for pk, due_at, stopped_at in rows if stopped_at is None]
    met = [pk for pk, _, stopped_at in rows if stopped_at is not None]
    left = _grouped((where[pk], rules.minutes_left(due_at, at, closed)) for pk, due_at in waiting)
    pace = _grouped((where[pk], 1) for pk in met)
    named = {**clusters(actor), "": ""}
    return tuple(
        ClusterForecast(key, name, rules.forecast(left[key], met=len(pace.get(key, ()))))
        for key, name in named.items()
        if key in left
    )


def _where(actor: Actor, referral_ids: Iterable[int]) -> dict[int, str]:
    rows = Referral.objects.visible_to(actor).filter(pk__in=set(referral_ids))
    return {pk: cluster or "" for pk, cluster in rows.values_list("pk", "cluster_id")}


def _grouped(pairs: Iterable[tuple[str, int]]) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found
