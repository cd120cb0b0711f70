"""Telling a person that their request has come: only one who asked or agreed, and never one who has said no since."""

from __future__ import annotations

from datetime import datetime

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.models import Referral
from lynchpin.frontdoor.queries.peace import has_said_no
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.notices.choices import NoticeKind
from lynchpin.notices.use_cases.queue_notice import queue_notice


def tell_person(actor: Actor, referral: Referral, at: datetime, *, promised: bool) -> None:
    """Queue a notice to the person of a referral that was just decided; `promised` names the day of an answer to come."""
    if referral.resident_id is None or not rules.may_be_told(referral):
        return
    if has_said_no(actor, referral.resident_id, since=referral.received_at):
        return
    answer_by = referral.decide_by_on if promised and referral.decide_by_on >= local_date(at) else None
    queue_notice(
        actor,
        resident_id=referral.resident_id,
        kind=NoticeKind.REFERRAL_RECEIVED,
        about_reference=referral.reference,
        params={"answer_by": answer_by.isoformat()} if answer_by else {},
        at=at,
    )
