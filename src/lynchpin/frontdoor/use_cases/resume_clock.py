"""Resume a referral's clocks: each runs out as much later as was worked while it stood still."""

from __future__ import annotations

from datetime import datetime

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import Permission, TimelineKind, Verb
from lynchpin.frontdoor.models import Referral, ReferralClock
from lynchpin.frontdoor.queries.clocks import closures
from lynchpin.frontdoor.use_cases.extend_timeline import move_answers, show_next, take_step
from lynchpin.kernel import audit, calendar
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.RESUME_CLOCK)
def resume_clock(actor: Actor, *, reference: str, version: int, at: datetime) -> str:
    """Let every clock of a referral run again. Gives its reference."""
    referral = Referral.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    running = ReferralClock.objects.visible_to(actor).running().filter(referral_id=referral.pk)
    clocks = list(running.select_for_update())
    refuse_if(rules.why_not_resume([clock.paused_at for clock in clocks]))
    for clock in clocks:
        if clock.paused_at is not None:
            _run_again(actor, clock, at)
    move_answers(clocks)
    show_next(referral, clocks)
    take_step(actor, referral, TimelineKind.RESUMED, at)
    audit.record(Verb.CLOCK_RESUMED, referral, clocks=len(clocks))
    return referral.reference


def _run_again(actor: Actor, clock: ReferralClock, at: datetime) -> None:
    closed, since = closures(actor), clock.paused_at or at
    clock.due_at = rules.pushed(clock.due_at, since, at, closed)
    clock.paused_minutes += calendar.working_minutes_between(since, at, closed)
    clock.paused_at, clock.paused_because = None, ""
    clock.store("due_at", "paused_minutes", "paused_at", "paused_because")
