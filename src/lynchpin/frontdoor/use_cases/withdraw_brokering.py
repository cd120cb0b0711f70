"""Withdraw a question put to a provider: the person is back at the front door, and somebody else may be asked."""

from __future__ import annotations

from datetime import datetime

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import BrokeringState, Permission, Verb
from lynchpin.frontdoor.models import Brokering, Referral
from lynchpin.frontdoor.use_cases.answer_brokering import SETTLED, settle
from lynchpin.frontdoor.use_cases.return_referral import come_back
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.WITHDRAW_BROKERING)
def withdraw_brokering(actor: Actor, *, reference: str, version: int, because: str, at: datetime) -> str:
    """Take back the question asked about a referral, for one of `rules.TAKEN_BACK`. Gives the referral's reference."""
    referral = Referral.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_by("withdraw_brokering", referral.status))
    brokering = Brokering.objects.visible_to(actor).open().select_for_update().find(referral_id=referral.pk)
    settle(brokering, BrokeringState.WITHDRAWN, at, because=because)
    brokering.store(*SETTLED)
    come_back(actor, referral, because, at)
    audit.record(Verb.BROKERING_WITHDRAWN, brokering, because=because)
    return referral.reference
