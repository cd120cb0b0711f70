"""Answer for a provider: it said yes, with a day on which they start, or it did not, and the person is back with us."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import BrokeringState, Permission, ReferralStatus, TimelineKind, Verb
from lynchpin.frontdoor.models import Brokering, Referral
from lynchpin.frontdoor.use_cases.extend_timeline import take_step
from lynchpin.frontdoor.use_cases.return_referral import come_back
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.ANSWER_BROKERING)
def answer_brokering(
    actor: Actor,
    *,
    reference: str,
    version: int,
    answer: str,
    answered_by: str,
    at: datetime,
    starts_on: date | None = None,
) -> str:
    """Keep what the provider asked about this referral said: `rules.ACCEPTED`, or one of `rules.ANSWERED_NO`. Gives its reference."""
    referral = Referral.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_by("answer_brokering", referral.status))
    brokering = Brokering.objects.visible_to(actor).open().select_for_update().find(referral_id=referral.pk)
    take_answer(actor, referral, brokering, answer=answer, answered_by=answered_by, at=at, starts_on=starts_on)
    audit.record(Verb.BROKERING_ANSWERED, brokering, answer=answer)
    return referral.reference


def take_answer(
    actor: Actor,
    referral: Referral,
    brokering: Brokering,
    *,
    answer: str,
    answered_by: str,
    at: datetime,
    starts_on: date | None = None,
) -> None:
    """Keep an answer to a brokering that was found, whoever brought it, inside the verb that does so."""
    asked_on = local_date(brokering.asked_at)
    refuse_if(rules.why_not_answer(brokering.state, answer, starts_on=starts_on, asked_on=asked_on))
    brokering.answered_at, brokering.answered_by = at, answered_by
    if answer == rules.ACCEPTED:
        brokering.state, brokering.starts_on = BrokeringState.ACCEPTED, starts_on
        referral.status = ReferralStatus.WITH_PROVIDER
        referral.store("status")
        take_step(actor, referral, TimelineKind.PROVIDER_ACCEPTED, at, for_referrer=True)
    else:
        settle(brokering, BrokeringState.RETURNED, at, because=answer)
        come_back(actor, referral, answer, at)
    brokering.store("state", "answered_at", "answered_by", "starts_on", "returned_because", "ended_at")


def settle(brokering: Brokering, state: BrokeringState, at: datetime, *, because: str = "") -> None:
    """Say how a brokering that was found has ended; whoever calls this stores it."""
    brokering.state, brokering.ended_at, brokering.returned_because = state, at, because


SETTLED = ("state", "ended_at", "returned_because")
