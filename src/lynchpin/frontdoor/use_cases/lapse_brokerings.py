"""Lapse what no provider answered in time: silence brings the person back to the front door, and never ends a journey."""

from __future__ import annotations

from datetime import datetime

from lynchpin.frontdoor.choices import BrokeringState, Permission, ReturnCause, Verb
from lynchpin.frontdoor.models import Brokering, Referral, ReferralClock
from lynchpin.frontdoor.use_cases.answer_brokering import SETTLED, settle
from lynchpin.frontdoor.use_cases.return_referral import come_back
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import use_case


@use_case(Permission.LAPSE_BROKERINGS)
def lapse_brokerings(actor: Actor, *, at: datetime) -> int:
    """Bring back everyone whose provider has not answered by the day it was due. Done again, it finds nothing. Gives how many.

    Unscoped: silence about somebody who is sealed is silence too. A clock that stands still is waited for.
    """
    late = Brokering.unscoped.filter(state=BrokeringState.ASKED, answer_due_at__lt=at)
    paused = ReferralClock.unscoped.running().filter(paused_at__isnull=False).values("referral_id")
    found = late.exclude(referral_id__in=paused).order_by("answer_due_at", "pk").values_list("pk", "referral_id")
    lapsed = sum(_lapse(actor, brokering_id, referral_id, at) for brokering_id, referral_id in list(found))
    audit.record(Verb.BROKERINGS_LAPSED, None, lapsed=lapsed)
    return lapsed


def _lapse(actor: Actor, brokering_id: int, referral_id: int, at: datetime) -> bool:
    """Bring one person back, unless the answer has come while others were brought back: referrals are locked first."""
    referral = Referral.unscoped.select_for_update().find(pk=referral_id)
    brokering = Brokering.unscoped.select_for_update().find(pk=brokering_id)
    if brokering.state != BrokeringState.ASKED:
        return False
    settle(brokering, BrokeringState.RETURNED, at, because=ReturnCause.NO_ANSWER)
    brokering.store(*SETTLED)
    come_back(actor, referral, ReturnCause.NO_ANSWER, at)
    return True
