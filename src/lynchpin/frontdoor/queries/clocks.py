"""The dated rules of clocks, and the days on which none runs, for a bound actor."""

from __future__ import annotations

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.models import ClockRule, ClosedDay
from lynchpin.kernel.actor import Actor


def closures(actor: Actor) -> rules.Closures:
    """Days on which the service is closed and that are no bank holidays."""
    days = ClosedDay.objects.visible_to(actor)
    return actor.remember("frontdoor.closures", lambda: frozenset(days.values_list("closed_on", flat=True)))


def clock_rules(actor: Actor) -> list[ClockRule]:
    """Every dated rule of a clock."""
    return actor.remember("frontdoor.clock_rules", lambda: list(ClockRule.objects.visible_to(actor)))
