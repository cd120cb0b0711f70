"""Bring back a referral that had ended: the person came forward again, or the statutory service sent them back."""

from __future__ import annotations

from datetime import datetime

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import Permission, ReturnCause, TimelineKind, Verb
from lynchpin.frontdoor.models import Referral, TimelineEntry
from lynchpin.frontdoor.use_cases.return_referral import come_back
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.BRING_BACK_REFERRAL)
def bring_back_referral(
    actor: Actor, *, reference: str, version: int, because: str, at: datetime, route_reason: str = ""
) -> str:
    """Put an ended referral back at the front door; whoever came back themselves has asked by that. Gives its reference."""
    referral = Referral.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    steps = TimelineEntry.objects.visible_to(actor).filter(referral_id=referral.pk, kind=TimelineKind.TAKEN_UP)
    refuse_if(rules.why_not_bring_back(referral.status, because, had_a_case=steps.exists()))
    come_back(actor, referral, because, at, note=route_reason)
    if because == ReturnCause.CAME_BACK:
        referral.person_agrees = True
        referral.store("person_agrees")
    audit.record(Verb.REFERRAL_BROUGHT_BACK, referral, because=because, owner=referral.owner_id)
    return referral.reference
