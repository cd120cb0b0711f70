"""When somebody is left in peace, and who may be told of what was asked for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from lynchpin.frontdoor.choices import ReferralSource
from lynchpin.kernel.errors import Reason

# A person's own no holds for a year; someone who never asked is approached at most three times in six weeks.
# Source: the service's principles, number 1 (November 2026).
NO_HOLDS_FOR = timedelta(days=365)
APPROACHES, APPROACHES_WITHIN = 3, timedelta(weeks=6)
# An open offer stands as long as a no: whoever was left in peace with one is not found again by the next run. A proposal
# of November 2026, to be confirmed by the council.
OFFER_STANDS_FOR = NO_HOLDS_FOR


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known about approaching somebody: whether they asked, their last no, an outreach stop.

    `approaches` are those of late; they are counted only for somebody who did not ask.
    """

    asked: bool = False
    no_on: date | None = None
    approaches: int = 0
    stopped: bool = False


def why_not_approach(standing: Standing, on: date) -> Reason | None:
    """An outreach stop holds for everyone; a no and the limit on approaches hold for those who did not ask."""
    if standing.stopped:
        return Reason("outreach_stopped")
    if standing.asked:
        return None
    if standing.no_on and on < standing.no_on + NO_HOLDS_FOR:
        until = standing.no_on + NO_HOLDS_FOR
        return Reason("no_within_a_year", said_on=standing.no_on.isoformat(), until=until.isoformat())
    return Reason("approached_three_times") if standing.approaches >= APPROACHES else None


def why_not_try(tries: Iterable[datetime], at: datetime) -> Reason | None:
    """A fourth try within any six weeks, wherever it falls among the others: what was kept late counts from when it was."""
    moments = sorted([*tries, at])
    too_many = any(
        later - first < APPROACHES_WITHIN for first, later in zip(moments, moments[APPROACHES:], strict=False)
    )
    return Reason("approached_three_times") if too_many else None


class Answerable(Protocol):
    """What was said of a referral by the person, or about them."""

    asked_for_self: bool
    person_agrees: bool | None


class Sourced(Answerable, Protocol):
    """The same, with the way it came."""

    source: str


def may_be_told(referral: Answerable) -> bool:
    """Whether the person themselves asked, or agreed: somebody else's request is not theirs to be thanked for."""
    return referral.asked_for_self or referral.person_agrees is True


def asked(referral: Sourced) -> bool:
    """Whether the person came of their own accord, or said yes to whoever sent them: a new yes is newer than an old no.

    Whom a neighbour or a worker told us of has not asked.
    """
    return may_be_told(referral) or referral.source == ReferralSource.SPECIALIST
