"""Receive referrals that came to a former system, each with the days and the status that it had there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from lynchpin.frontdoor.arriving import arrival
from lynchpin.frontdoor.choices import ReferralStatus, TimelineKind, Verb
from lynchpin.frontdoor.models import Referral
from lynchpin.frontdoor.rows import ReferralRow
from lynchpin.frontdoor.use_cases.extend_timeline import take_step
from lynchpin.kernel import audit, calendar
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import part

ENDED_BY = {
    ReferralStatus.ANSWERED: TimelineKind.ANSWERED,
    ReferralStatus.PASSED_ON: TimelineKind.PASSED_ON,
    ReferralStatus.DECLINED_BY_PERSON: TimelineKind.PERSONS_NO,
}


@part
def receive_referrals(actor: Actor, *, rows: Sequence[ReferralRow], at: datetime) -> int:
    """Keep rows that `rows.check_rows` found nothing wrong with and that have not come over before. Gives how many.

    Nobody is tied to a resident here: a colleague says who each one is about, as of any referral.
    """
    for row in rows:
        referral = _referral(row, actor, at)
        referral.save()
        take_step(actor, referral, TimelineKind.RECEIVED, referral.received_at)
        if referral.decided_at:
            take_step(actor, referral, ENDED_BY[ReferralStatus(referral.status)], referral.decided_at)
    audit.record(Verb.REFERRALS_RECEIVED, None, received=len(rows))
    return len(rows)


def _referral(row: ReferralRow, actor: Actor, at: datetime) -> Referral:
    decided = min(calendar.end_of_day(row.decided_on), at) if row.ended and row.decided_on else None
    return arrival(
        actor,
        name=row.name,
        at=min(calendar.start_of_day(row.received_on), at),
        urgency=row.urgency,
        needs=[need.value for need in row.needs],
        birth_date=row.birth_date,
        address=row.address,
        postcode=row.postcode,
        phone=row.phone,
        source=row.source,
        former_reference=row.former_reference,
        status=row.status.value,
        language=row.language,
        in_their_words=row.in_their_words,
        decided_at=decided,
        decided_by=actor.staff_id if decided else None,
    )
