"""Revoke a partner's link: from now on its address opens nothing."""

from __future__ import annotations

from datetime import datetime

from lynchpin.frontdoor.choices import Permission, Verb
from lynchpin.frontdoor.models import PartnerLink
from lynchpin.frontdoor.rules import ways_in
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.REVOKE_PARTNER_LINK)
def revoke_partner_link(actor: Actor, *, reference: str, version: int, at: datetime) -> str:
    """Take a link back. What was sent by it stays. Gives its reference."""
    link = PartnerLink.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(ways_in.why_not_revoke(link))
    link.revoked_at, link.revoked_by = at, actor.staff_id
    link.store("revoked_at", "revoked_by")
    audit.record(Verb.PARTNER_LINK_REVOKED, link)
    return link.reference
