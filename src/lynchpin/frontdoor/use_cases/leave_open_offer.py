"""Leave an open offer: nobody tries the person any more, and they may come forward at any time."""

from __future__ import annotations

from datetime import datetime

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import Permission, ReferralStatus, TimelineKind, Verb
from lynchpin.frontdoor.models import Referral
from lynchpin.frontdoor.queries.owners import approaches_of
from lynchpin.frontdoor.queries.peace import has_said_no
from lynchpin.frontdoor.use_cases.extend_timeline import take_step
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.notices.choices import NoticeKind
from lynchpin.notices.use_cases.queue_notice import queue_notice


@use_case(Permission.LEAVE_OPEN_OFFER)
def leave_open_offer(actor: Actor, *, reference: str, version: int, at: datetime) -> str:
    """End the tries; whoever asked or agreed is told that the offer stands. Gives the referral's reference."""
    referral = Referral.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    tries = approaches_of(actor, referral.resident_id, local_date(at)) if referral.resident_id else 0
    refuse_if(rules.why_not_leave_offer(referral.status, asked=rules.asked(referral), approaches=tries))
    referral.status, referral.decided_at, referral.decided_by = ReferralStatus.OPEN_OFFER, at, actor.staff_id
    referral.store("status", "decided_at", "decided_by")
    take_step(actor, referral, TimelineKind.OPEN_OFFER, at)
    audit.record(Verb.OPEN_OFFER_LEFT, referral, approaches=tries)
    _tell(actor, referral, at)
    return referral.reference


def _tell(actor: Actor, referral: Referral, at: datetime) -> None:
    """Only whoever asked or agreed, and has not said no since, is written to."""
    if referral.resident_id is None or not rules.may_be_told(referral):
        return
    if not has_said_no(actor, referral.resident_id, since=referral.received_at):
        told = {"kind": NoticeKind.OPEN_OFFER, "about_reference": referral.reference}
        queue_notice(actor, resident_id=referral.resident_id, at=at, **told)
