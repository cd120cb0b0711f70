"""Close a referral before anybody helped: the person moved away, died, or got help from somewhere else."""

from __future__ import annotations

from datetime import datetime

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import EndCode, Permission, ReferralStatus, TimelineKind, Verb
from lynchpin.frontdoor.models import Referral
from lynchpin.frontdoor.use_cases.extend_timeline import take_step
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.people.use_cases.keep_death import keep_death


@use_case(Permission.CLOSE_REFERRAL)
def close_referral(actor: Actor, *, reference: str, version: int, end_code: str, at: datetime) -> str:
    """End a referral for one of `rules.ENDS_WITHOUT_HELP`; nothing is written to anybody. Gives its reference."""
    referral = Referral.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_close(referral.status, end_code))
    referral.status, referral.end_code = ReferralStatus.ENDED, end_code
    referral.decided_at, referral.decided_by = at, actor.staff_id
    referral.store("status", "end_code", "decided_at", "decided_by")
    take_step(actor, referral, TimelineKind.ENDED, at, for_referrer=True)
    if end_code == EndCode.DIED and referral.resident_id is not None:
        keep_death(actor, resident_id=referral.resident_id, died_on=local_date(at), at=at)
    audit.record(Verb.REFERRAL_CLOSED, referral, end=end_code)
    return referral.reference
