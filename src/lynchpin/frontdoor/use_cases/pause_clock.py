"""Pause a referral's clocks, with why: what nobody can do now is not late."""

from __future__ import annotations

from datetime import datetime

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import Permission, TimelineKind, Verb
from lynchpin.frontdoor.models import Referral, ReferralClock
from lynchpin.frontdoor.use_cases.extend_timeline import show_next, take_step
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.PAUSE_CLOCK)
def pause_clock(actor: Actor, *, reference: str, version: int, because: str, at: datetime) -> str:
    """Let every clock of a referral stand still; `because` is a `PauseCause`. Gives its reference."""
    referral = Referral.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    running = ReferralClock.objects.visible_to(actor).running().filter(referral_id=referral.pk)
    clocks = list(running.select_for_update())
    refuse_if(rules.why_not_pause([clock.paused_at for clock in clocks]))
    for clock in clocks:
        clock.paused_at, clock.paused_because = at, because
        clock.store("paused_at", "paused_because")
    show_next(referral, clocks)
    take_step(actor, referral, TimelineKind.PAUSED, at)
    audit.record(Verb.CLOCK_PAUSED, referral, because=because, clocks=len(clocks))
    return referral.reference
