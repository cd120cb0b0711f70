"""Return a referral: whoever owns it sends it back, as it belongs elsewhere or there is no room. Nobody is dropped by that."""

from __future__ import annotations

from datetime import datetime

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import Permission, ReferralStatus, TimelineKind, Verb
from lynchpin.frontdoor.models import Referral
from lynchpin.frontdoor.queries.owners import keeper_of
from lynchpin.frontdoor.use_cases.extend_timeline import take_step
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.RETURN_REFERRAL)
def return_referral(
    actor: Actor, *, reference: str, version: int, because: str, at: datetime, route_reason: str = ""
) -> str:
    """Bring a routed referral back to the front door; `because` is one of `rules.OWNER_RETURNS`. Gives its reference."""
    referral = Referral.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_by("return_referral", referral.status))
    come_back(actor, referral, because, at, note=route_reason)
    audit.record(Verb.REFERRAL_RETURNED, referral, because=because, owner=referral.owner_id)
    return referral.reference


def come_back(actor: Actor, referral: Referral, because: str, at: datetime, *, note: str = "") -> None:
    """Put a referral that was found back at the front door, inside the verb that does so: with a cause and a live owner."""
    owner_id = keeper_of(actor, referral) or referral.owner_id
    refuse_if(Reason("no_owner_found") if owner_id is None else None)
    referral.status, referral.returned_because, referral.end_code = ReferralStatus.RETURNED, because, ""
    referral.owner_id = owner_id
    referral.store("status", "returned_because", "end_code", "owner_id")
    take_step(actor, referral, TimelineKind.RETURNED, at, note=note)
