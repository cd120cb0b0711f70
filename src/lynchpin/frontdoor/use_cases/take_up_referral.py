"""Take up a referral: casework has opened a case for it."""

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
def take_up_referral(actor: Actor, *, reference: str, case_reference: str, at: datetime) -> int:
    """Say that someone is working with the person. Gives the resident's id, for the case."""
    referral = Referral.objects.visible_to(actor).select_for_update().find(reference=reference)
    refuse_if(rules.why_not_move(referral.status, ReferralStatus.TAKEN_UP))
    referral.status = ReferralStatus.TAKEN_UP
    referral.store("status")
    take_step(actor, referral, TimelineKind.TAKEN_UP, at, for_referrer=True)
    audit.record(Verb.REFERRAL_TAKEN_UP, referral, case=case_reference)
    return referral.resident_id
