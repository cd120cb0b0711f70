"""How many families each cluster's reviewers may have, how many wait, and what they wait for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import CandidateState, Permission, ReferralStatus
from lynchpin.frontdoor.models import Candidate, CandidateQuerySet, ClusterRoom, Referral, ReviewAllowance
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import LOCAL
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.page import read
from lynchpin.places.names import every_cluster

OUTSIDE = ""  # families outside every cluster


@dataclass(frozen=True, slots=True)
class ClusterLine:
    """A cluster's families before reviewers: how many there are, wait, and were decided this month, of how many in a month.

    `room` is in new cases, None where casework has not counted it; `why` says what those who wait are waiting for.
    """

    name: str
    released: int
    waiting: int
    decided: int
    a_month: int
    room: int | None
    why: Reason | None


@dataclass(frozen=True, slots=True)
class AllowanceFacts:
    """What a month allows today, and what has been taken of it, cluster by cluster. `counted_at`: when room was last counted."""

    allowance: rules.Allowance
    lines: tuple[ClusterLine, ...]
    counted_at: datetime | None


@read(Permission.SET_REVIEW_ALLOWANCE)
def allowance_to_set(actor: Actor) -> AllowanceFacts:
    """The allowance of today with every cluster's line, by name."""
    counted = ClusterRoom.objects.visible_to(actor).order_by("-counted_at").values_list("counted_at", flat=True).first()
    return AllowanceFacts(allowance_on(actor, actor.on), lines(actor), counted)


def lines(actor: Actor) -> tuple[ClusterLine, ...]:
    """Every cluster that is reviewed for, with those outside every cluster last; for a bound actor."""
    allowance, waiting, uses = allowance_on(actor, actor.on), _waiting(actor), uses_on(actor, actor.on)
    found = {**every_cluster(actor), OUTSIDE: ""}
    return tuple(
        _line(name, allowance, uses.get(key, rules.Use()), waiting[key])
        for key, name in found.items()
        if waiting[key] or key in uses
    )


def allowance_on(actor: Actor, on: date) -> rules.Allowance:
    """What a month allows on a day; the first proposal until the service has set its own."""
    row = ReviewAllowance.objects.visible_to(actor).filter(valid_from__lte=on).order_by("-valid_from", "-pk").first()
    return (
        rules.Allowance(row.minutes_a_candidate, row.minutes_a_month, row.points_a_case) if row else rules.Allowance()
    )


def uses_on(actor: Actor, on: date) -> dict[str, rules.Use]:
    """What has been taken of the allowance in each cluster, this month."""
    seen = Candidate.objects.visible_to(actor)
    month = datetime(on.year, on.month, 1, tzinfo=LOCAL)
    routed = Referral.objects.visible_to(actor).filter(status=ReferralStatus.ROUTED).values("pk")
    released = _by_cluster(seen.filter(state=CandidateState.RELEASED))
    decided = _by_cluster(seen.filter(decided_at__gte=month))
    coming = _by_cluster(seen.filter(state=CandidateState.AGREED, referral_id__in=routed))
    counted = ClusterRoom.objects.visible_to(actor).values_list("cluster_id", "points")
    room = {str(key): points for key, points in counted}
    return {
        key: rules.Use(released[key], decided[key], coming[key], room.get(key))
        for key in {*released, *decided, *coming, *room}
    }


def left_on(actor: Actor, on: date) -> tuple[dict[str, int], int]:
    """How many more may be released in each cluster, and in any that nothing was taken in."""
    allowance = allowance_on(actor, on)
    left = {key: rules.may_release(allowance, use) for key, use in uses_on(actor, on).items()}
    return left, rules.may_release(allowance, rules.Use())


def _waiting(actor: Actor) -> Counter[str]:
    return _by_cluster(Candidate.objects.visible_to(actor).filter(state=CandidateState.WITHHELD))


def _by_cluster(found: CandidateQuerySet) -> Counter[str]:
    keys: Iterable[str | None] = found.order_by().values_list("cluster_id", flat=True)
    return Counter(key or OUTSIDE for key in keys)


def _line(name: str, allowance: rules.Allowance, use: rules.Use, waiting: int) -> ClusterLine:
    return ClusterLine(
        name=name,
        released=use.released,
        waiting=waiting,
        decided=use.decided,
        a_month=allowance.minutes_a_month // allowance.minutes_a_candidate,
        room=rules.by_room(allowance, use),
        why=rules.why_waiting(allowance, use) if waiting else None,
    )
