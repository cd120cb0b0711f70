"""Reopen a referral whose case was reopened, so that its one record goes on."""

from __future__ import annotations

from datetime import datetime

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import ReferralStatus, TimelineKind, Verb
from lynchpin.frontdoor.models import Referral
from lynchpin.frontdoor.use_cases.extend_timeline import take_step
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import part


@part
def reopen_referral(actor: Actor, *, reference: str, at: datetime) -> None:
    """Say that somebody works with the person again, after an end or an open offer. A person's own no is not reopened."""
    referral = Referral.unscoped.select_for_update().find(reference=reference)  # the later room judged its own record
    if referral.status != ReferralStatus.TAKEN_UP:  # an earlier case may have ended without the referral being told
        refuse_if(rules.why_not_move(referral.status, ReferralStatus.TAKEN_UP))
        referral.status, referral.end_code = ReferralStatus.TAKEN_UP, ""
        referral.store("status", "end_code")
    take_step(actor, referral, TimelineKind.REOPENED, at, for_referrer=True)
    audit.record(Verb.REFERRAL_REOPENED, referral)
