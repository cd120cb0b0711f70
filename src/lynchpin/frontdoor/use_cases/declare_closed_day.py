"""Declare a day on which the service is closed: clocks that run over it run out a working day later."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import Permission, Verb
from lynchpin.frontdoor.models import ClosedDay, Referral, ReferralClock
from lynchpin.frontdoor.queries.clocks import closures
from lynchpin.frontdoor.use_cases.extend_timeline import move_answers, show_next
from lynchpin.kernel import audit, calendar
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.firsts import save_first
from lynchpin.kernel.use_case import use_case


@use_case(Permission.DECLARE_CLOSED_DAY)
def declare_closed_day(actor: Actor, *, closed_on: date, label_en: str, label_cy: str, at: datetime) -> int:
    """Keep the day in both languages, and move what runs over it. Gives how many clocks were moved.

    Unscoped: the day is closed for sealed people's referrals too, and whoever declares it is shown none of them.
    """
    closed = closures(actor)
    refuse_if(rules.why_not_close_day(closed_on, local_date(at), closed))
    day = ClosedDay(closed_on=closed_on, label_en=label_en, label_cy=label_cy)
    save_first(day, otherwise=Reason("closed_day_not_worked"))
    moved = _move(closed_on, closed | {closed_on})
    audit.record(Verb.CLOSED_DAY_DECLARED, day, on=closed_on.isoformat(), moved=moved)
    return moved


def _move(closed_on: date, closed: rules.Closures) -> int:
    over_it = {"due_at__gte": calendar.start_of_day(closed_on), "began_at__lte": calendar.end_of_day(closed_on)}
    over = ReferralClock.unscoped.running().filter(**over_it)
    held = Referral.unscoped.filter(pk__in=over.values("referral_id")).select_for_update().order_by("pk")
    # referrals before their clocks, as every verb locks them: the other way round, two would wait for each other
    clocks = list(over.filter(referral_id__in=[each.pk for each in held]).select_for_update().order_by("pk"))
    for clock in clocks:
        clock.due_at = rules.closed_after(clock.due_at, closed)
        clock.store("due_at")
    move_answers(clocks)
    _show({clock.referral_id for clock in clocks})
    return len(clocks)


def _show(referral_ids: set[int]) -> None:
    running: dict[int, list[ReferralClock]] = {referral_id: [] for referral_id in referral_ids}
    for clock in ReferralClock.unscoped.running().filter(referral_id__in=referral_ids):
        running[clock.referral_id].append(clock)
    for referral in Referral.unscoped.filter(pk__in=referral_ids):
        show_next(referral, running[referral.pk])
