"""Answer a referral with information, advice and assistance. This is not an assessment under Part 3 of the 2014 Act."""

from __future__ import annotations

from datetime import datetime

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import Permission, ReferralStatus, Route, TimelineKind, Verb
from lynchpin.frontdoor.models import Referral
from lynchpin.frontdoor.telling import tell_person
from lynchpin.frontdoor.use_cases.extend_timeline import take_step
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.ANSWER_REFERRAL)
def answer_referral(actor: Actor, *, reference: str, version: int, advice_given: str, at: datetime) -> str:
    """Keep what was advised; the referral ends. Gives its reference."""
    referral = Referral.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_move(referral.status, ReferralStatus.ANSWERED))
    referral.status, referral.route, referral.advice_given = ReferralStatus.ANSWERED, Route.ADVICE, advice_given
    referral.decided_at, referral.decided_by = at, actor.staff_id
    referral.store("status", "route", "advice_given", "decided_at", "decided_by")
    take_step(actor, referral, TimelineKind.ANSWERED, at)
    audit.record(Verb.REFERRAL_ANSWERED, referral)
    tell_person(actor, referral, at, promised=False)
    return referral.reference
