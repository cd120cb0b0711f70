"""Finish a provider's help: they got it, or it ended early and the person is back with us."""

from __future__ import annotations

from datetime import datetime

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import BrokeringState, EndCode, Permission, ReferralStatus, TimelineKind, Verb
from lynchpin.frontdoor.models import Brokering, Referral
from lynchpin.frontdoor.use_cases.answer_brokering import SETTLED, settle
from lynchpin.frontdoor.use_cases.extend_timeline import take_step
from lynchpin.frontdoor.use_cases.return_referral import come_back
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case

GOT_HELP = (EndCode.HELPED, EndCode.PARTLY_HELPED)


@use_case(Permission.FINISH_BROKERING)
def finish_brokering(actor: Actor, *, reference: str, version: int, how: str, at: datetime) -> str:
    """End a provider's help; `how` is an `EndCode`, or one of `rules.STOPPED_EARLY`. Gives the referral's reference."""
    referral = Referral.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_by("finish_brokering", referral.status))
    brokering = Brokering.objects.visible_to(actor).open().select_for_update().find(referral_id=referral.pk)
    refuse_if(rules.why_not_finish(brokering.state, how))
    if how in EndCode.values:
        settle(brokering, BrokeringState.HELPED if how in GOT_HELP else BrokeringState.WITHDRAWN, at)
        _end(actor, referral, how, at)
    else:
        settle(brokering, BrokeringState.RETURNED, at, because=how)
        come_back(actor, referral, how, at)
    brokering.store(*SETTLED)
    audit.record(Verb.BROKERING_FINISHED, brokering, how=how)
    return referral.reference


def _end(actor: Actor, referral: Referral, end_code: str, at: datetime) -> None:
    referral.status, referral.end_code = ReferralStatus.ENDED, end_code
    referral.store("status", "end_code")
    kind = TimelineKind.HELPED if end_code in GOT_HELP else TimelineKind.ENDED
    take_step(actor, referral, kind, at, for_referrer=True)
