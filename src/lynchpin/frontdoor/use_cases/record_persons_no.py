"""Record a person's own no. It needs no reason, is never scored, and stops suggestions for twelve months."""

from __future__ import annotations

from datetime import datetime

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import BrokeringState, Permission, ReferralStatus, TimelineKind, Verb
from lynchpin.frontdoor.models import Brokering, Referral
from lynchpin.frontdoor.use_cases.answer_brokering import SETTLED, settle
from lynchpin.frontdoor.use_cases.extend_timeline import take_step
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.RECORD_PERSONS_NO)
def record_persons_no(actor: Actor, *, reference: str, version: int, at: datetime) -> str:
    """End a referral because the person said no. Gives its reference."""
    referral = Referral.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_move(referral.status, ReferralStatus.DECLINED_BY_PERSON))
    referral.status = ReferralStatus.DECLINED_BY_PERSON
    referral.decided_at, referral.decided_by = at, actor.staff_id
    referral.store("status", "decided_at", "decided_by")
    _take_back_what_was_asked(actor, referral, at)
    take_step(actor, referral, TimelineKind.PERSONS_NO, at)  # not for the referrer: a no is nobody else's business
    audit.record(Verb.PERSONS_NO_RECORDED, referral)
    return referral.reference


def _take_back_what_was_asked(actor: Actor, referral: Referral, at: datetime) -> None:
    """No provider is left with a question about somebody who said no."""
    for brokering in Brokering.objects.visible_to(actor).open().filter(referral_id=referral.pk):
        settle(brokering, BrokeringState.WITHDRAWN, at)
        brokering.store(*SETTLED)
