"""Receive referrals that came to a former system, each with the days and the status that it had there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import ReferralStatus, TimelineKind, Verb
from lynchpin.frontdoor.models import Referral
from lynchpin.frontdoor.queries.clocks import clock_rules, closures
from lynchpin.frontdoor.rows import ReferralRow
from lynchpin.frontdoor.use_cases.extend_timeline import take_step
from lynchpin.kernel import audit, calendar, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import part
from lynchpin.people import names

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
    received = min(calendar.start_of_day(row.received_on), at)
    return Referral(
        reference=references.draw("R"),
        former_reference=row.former_reference,
        source=row.source,
        status=row.status.value,
        urgency=row.urgency,
        told_name=names.composed(row.name),
        told_birth_date=row.birth_date,
        told_address=row.address,
        told_postcode=names.postcode(row.postcode),
        told_phone=row.phone,
        language=row.language,
        needs=[need.value for need in row.needs],
        in_their_words=row.in_their_words,
        received_at=received,
        decide_by_on=rules.decide_by(clock_rules(actor), row.urgency, received, closures(actor)),
        decided_at=decided,
        decided_by=actor.staff_id if decided else None,
    )
