"""Revoke a sharing agreement: from this moment its feed loads nothing more."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.organisations import rules
from lynchpin.organisations.choices import Permission, Verb
from lynchpin.organisations.models import SharingAgreement


@use_case(Permission.REVOKE_AGREEMENT)
def revoke_agreement(actor: Actor, *, reference: str, version: int, reason: str, at: datetime) -> str:
    """Revoke an agreement for a coded reason. Gives its reference."""
    agreement = (
        SharingAgreement.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    )
    refuse_if(rules.why_not_revoke_agreement(agreement))
    agreement.revoked_at, agreement.revoked_by, agreement.revocation_reason = at, actor.staff_id, reason
    agreement.store("revoked_at", "revoked_by", "revocation_reason")
    audit.record(Verb.AGREEMENT_REVOKED, agreement, feed=agreement.feed, reason=reason)
    return agreement.reference
