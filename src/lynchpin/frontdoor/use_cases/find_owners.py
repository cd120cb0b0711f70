"""Find owners: what a colleague who has left still owned goes back to the centre, so that nobody waits for somebody who is gone."""

from __future__ import annotations

from datetime import datetime

from lynchpin.frontdoor.choices import Permission, ReferralStatus, ReturnCause, Verb
from lynchpin.frontdoor.models import Referral
from lynchpin.frontdoor.queries.owners import keeper_of
from lynchpin.frontdoor.use_cases.return_referral import come_back
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import use_case
from lynchpin.organisations.models import Staff

KEPT_BY_THE_CENTRE = (ReferralStatus.RETURNED, ReferralStatus.BROKERED, ReferralStatus.WITH_PROVIDER)


@use_case(Permission.FIND_OWNERS)
def find_owners(actor: Actor, *, at: datetime) -> int:
    """Give referrals of colleagues who have left an owner at work; done again, it finds nothing. Gives how many.

    What they had passed to them comes back to be decided again; what a case has taken up is for casework to hand over.
    Unscoped: sealed people need an owner too.
    """
    at_work = Staff.unscoped.at_work(actor.on).values("pk")
    left = Referral.unscoped.filter(status__in=(*KEPT_BY_THE_CENTRE, ReferralStatus.ROUTED)).exclude(
        owner_id__in=at_work
    )
    found = sum(_rehomed(actor, referral, at) for referral in left.select_for_update().order_by("pk"))
    audit.record(Verb.OWNERS_FOUND, None, found=found)
    return found


def _rehomed(actor: Actor, referral: Referral, at: datetime) -> bool:
    keeper = keeper_of(actor, referral)
    if keeper is None:  # nobody is at the centre: it is tried again next time
        return False
    if referral.status == ReferralStatus.ROUTED:
        come_back(actor, referral, ReturnCause.NO_ANSWER, at)
    else:
        referral.owner_id = keeper
        referral.store("owner_id")
    return True
