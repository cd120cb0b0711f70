"""Extend a referral's timeline with what a later room did, so that one record tells the whole journey."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import BrokeringState, LinkPurpose, TimelineKind, Verb
from lynchpin.frontdoor.models import Brokering, PartnerLink, Referral, ReferralClock
from lynchpin.frontdoor.queries.clocks import clock_rules, closures
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.use_case import part


@part
def extend_timeline(
    actor: Actor, *, reference: str, kind: str, at: datetime, note: str = "", for_referrer: bool = False
) -> None:
    """Add a step; `kind` is a code of `choices.TimelineKind`. A step `for_referrer` is shown to whoever sent it, without its note.

    Raises ValueError for a kind that nobody could read.
    """
    referral = Referral.unscoped.find(reference=reference)  # the later room has judged who may work on its own record
    take_step(actor, referral, TimelineKind(kind), at, note=note, for_referrer=for_referrer)
    audit.record(Verb.TIMELINE_EXTENDED, referral, kind=kind)


def take_step(
    actor: Actor, referral: Referral, kind: str, at: datetime, *, note: str = "", for_referrer: bool = False
) -> None:
    """Keep a step of a referral that was found, inside the verb that takes it, and move its clocks."""
    referral.step(kind, actor, at, note=note, for_referrer=for_referrer).save()
    move = rules.CLOCK_MOVES.get(kind)
    if move is not None:
        running = {clock.step: clock for clock in ReferralClock.unscoped.running().filter(referral_id=referral.pk)}
        _stop((running.pop(step) for step in move.stops & set(running)), at)
        started = _started(actor, referral, [step for step in move.starts if step not in running], at)
        show_next(referral, [*running.values(), *started])


def show_next(referral: Referral, running: Iterable[ReferralClock]) -> None:
    """Put the clock that runs out first on the referral. Its version stays: a clock makes no open form stale."""
    first = min((clock for clock in running if clock.paused_at is None), key=lambda clock: clock.due_at, default=None)
    referral.clock_step, referral.due_at = (first.step, first.due_at) if first else ("", None)
    shown = {"clock_step": referral.clock_step, "due_at": referral.due_at}
    Referral.unscoped.filter(pk=referral.pk).update(**shown)


def move_answers(clocks: Iterable[ReferralClock]) -> None:
    """A provider's answer is due when its clock runs out, and the link to answer by opens until then."""
    due = {clock.referral_id: clock.due_at for clock in clocks if clock.step == rules.ANSWER_STEP}
    for brokering in Brokering.unscoped.filter(state=BrokeringState.ASKED, referral_id__in=due):
        brokering.answer_due_at = due[brokering.referral_id]
        brokering.store("answer_due_at")
        _move_links(brokering)


def _move_links(asked: Brokering) -> None:
    about = Referral.unscoped.find(pk=asked.referral_id).reference
    given = PartnerLink.unscoped.filter(purpose=LinkPurpose.ANSWER, about_reference=about, revoked_at__isnull=True)
    for link in given.filter(given_at__gte=asked.asked_at, expires_at__lt=asked.answer_due_at).select_for_update():
        link.expires_at = asked.answer_due_at
        link.store("expires_at")


def clock_of(actor: Actor, referral: Referral, step: str, at: datetime) -> ReferralClock:
    """A step's clock as the referral is now, begun at a moment; not saved."""
    rule = rules.rule_for(clock_rules(actor), step, referral.urgency, referral.route, local_date(at))
    due_at = rules.due_at(rule, step, referral.urgency, at, closures(actor))
    return ReferralClock(
        referral_id=referral.pk, step=step, rule_key=rule.key if rule else "", began_at=at, due_at=due_at
    )


def _stop(clocks: Iterable[ReferralClock], at: datetime) -> None:
    for clock in clocks:
        clock.stopped_at, clock.paused_at, clock.paused_because = at, None, ""
        clock.store("stopped_at", "paused_at", "paused_because")


def _started(actor: Actor, referral: Referral, steps: Iterable[str], at: datetime) -> list[ReferralClock]:
    started = [clock_of(actor, referral, step, at) for step in steps]
    for clock in started:
        clock.save()
    return started
