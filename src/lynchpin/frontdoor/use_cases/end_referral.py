"""End a referral whose case was closed, as the case ended: with help, with the person's own no, or with an open offer."""

from __future__ import annotations

from datetime import datetime

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import ReferralStatus, TimelineKind, Verb
from lynchpin.frontdoor.models import Referral
from lynchpin.frontdoor.use_cases.extend_timeline import take_step
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import part
from lynchpin.people.models import records_of_person

SAID_BY = {
    ReferralStatus.DECLINED_BY_PERSON: TimelineKind.PERSONS_NO,
    ReferralStatus.OPEN_OFFER: TimelineKind.OPEN_OFFER,
}


@part
def end_referral(actor: Actor, *, reference: str, status: str, at: datetime, end_code: str = "") -> None:
    """End it as ENDED (with an `EndCode`), DECLINED_BY_PERSON or OPEN_OFFER; and whatever else joined the same work.

    A referral that has ended in the meantime, as by a no to the centre, keeps its end; the work's end is a step of it.
    """
    referral = Referral.unscoped.select_for_update().find(reference=reference)  # the later room judged its own record
    for each in (referral, *_joined(actor, referral)):
        _end(actor, each, ReferralStatus(status), end_code, at)
    audit.record(Verb.REFERRAL_ENDED, referral, status=str(status), end=end_code)


def _joined(actor: Actor, referral: Referral) -> list[Referral]:
    if referral.resident_id is None:
        return []
    taken_up = Referral.unscoped.filter(status=ReferralStatus.TAKEN_UP).exclude(pk=referral.pk)
    theirs = taken_up.filter(resident_id__in=records_of_person(actor, referral.resident_id))
    return list(theirs.select_for_update().order_by("pk"))


def _end(actor: Actor, referral: Referral, status: ReferralStatus, end_code: str, at: datetime) -> None:
    if rules.why_not_move(referral.status, status) is None:
        referral.status, referral.end_code = status, end_code if status == ReferralStatus.ENDED else ""
        changed = ["status", "end_code"]
        if status == ReferralStatus.DECLINED_BY_PERSON:  # the day of a no is what leaves them in peace for a year
            referral.decided_at, referral.decided_by = at, actor.staff_id
            changed += ["decided_at", "decided_by"]
        referral.store(*changed)
        if (said := SAID_BY.get(status)) is not None:
            take_step(actor, referral, said, at)  # not for the referrer: a no is nobody else's business
    take_step(actor, referral, TimelineKind.ENDED, at, for_referrer=True)
