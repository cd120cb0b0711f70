"""The dated rules of clocks, and the days on which none runs, for a bound actor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import Permission
from lynchpin.frontdoor.models import ClockRule, ClosedDay, ReferralClock
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.labels import label
from lynchpin.kernel.page import read


@dataclass(frozen=True, slots=True)
class Running:
    """A clock that runs on a referral; while it stands still, since when and why."""

    step: str
    due_at: datetime
    paused_at: datetime | None
    paused_because: str


@dataclass(frozen=True, slots=True)
class Closed:
    """A day on which the service is closed, and what it is called."""

    closed_on: date
    name: str


@read(Permission.DECLARE_CLOSED_DAY)
def closed_days(actor: Actor) -> tuple[Closed, ...]:
    """Closed days from today on, the next one first."""
    rows = ClosedDay.objects.visible_to(actor).filter(closed_on__gte=actor.on).order_by("closed_on")
    return tuple(Closed(row.closed_on, label(row)) for row in rows)


def running(actor: Actor, referral_id: int) -> tuple[Running, ...]:
    """The clocks that run on one referral, least time left first."""
    rows = ReferralClock.objects.visible_to(actor).running().filter(referral_id=referral_id).order_by("due_at", "pk")
    return tuple(Running(row.step, row.due_at, row.paused_at, row.paused_because) for row in rows)


def closures(actor: Actor) -> rules.Closures:
    """Days on which the service is closed and that are no bank holidays."""
    days = ClosedDay.objects.visible_to(actor)
    return actor.remember("frontdoor.closures", lambda: frozenset(days.values_list("closed_on", flat=True)))


def clock_rules(actor: Actor) -> list[ClockRule]:
    """Every dated rule of a clock."""
    return actor.remember("frontdoor.clock_rules", lambda: list(ClockRule.objects.visible_to(actor)))
