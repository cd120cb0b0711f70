"""Pass a referral on to the statutory front door, where it appears that there may be a need for care and support."""

from __future__ import annotations

from datetime import datetime

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import Permission, ReferralStatus, Route, TimelineKind, Verb
from lynchpin.frontdoor.models import Referral
from lynchpin.frontdoor.use_cases.extend_timeline import take_step
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.PASS_ON_REFERRAL)
def pass_on_referral(actor: Actor, *, reference: str, version: int, route_reason: str, at: datetime) -> str:
    """Keep to whom it was passed and why; it ends here. Gives its reference."""
    referral = Referral.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_move(referral.status, ReferralStatus.PASSED_ON))
    referral.status, referral.route, referral.route_reason = ReferralStatus.PASSED_ON, Route.STATUTORY, route_reason
    referral.decided_at, referral.decided_by = at, actor.staff_id
    referral.store("status", "route", "route_reason", "decided_at", "decided_by")
    take_step(actor, referral, TimelineKind.PASSED_ON, at, note=route_reason)
    audit.record(Verb.REFERRAL_PASSED_ON, referral)
    return referral.reference
