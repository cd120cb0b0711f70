"""Record that a partner and the council have signed what may be shared."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.organisations import rules
from lynchpin.organisations.choices import Permission, Verb
from lynchpin.organisations.models import Organisation, SharingAgreement


@use_case(Permission.SIGN_AGREEMENT)
def sign_agreement(
    actor: Actor,
    *,
    kind: str,
    partner: str,
    feed: str,
    purposes: Sequence[str],
    fields: Sequence[str],
    legal_basis: Sequence[str],
    starts_on: date,
    ends_on: date,
    review_on: date,
    at: datetime,
    power_to_disclose: str = "",
    impact_assessment: str = "",
    retention_days: int = 90,
) -> str:
    """Keep a signed agreement for one partner's feed. Gives its reference."""
    home = Organisation.objects.visible_to(actor).select_for_update().find(key=partner)
    others = SharingAgreement.objects.visible_to(actor).filter(partner=home, feed=feed, revoked_at__isnull=True)
    named = (purposes, fields, legal_basis)
    refuse_if(
        rules.why_not_sign_agreement(
            starts_on=starts_on, ends_on=ends_on, review_on=review_on, named=named, others=others.order_by("starts_on")
        )
    )
    agreement = SharingAgreement(
        reference=references.draw("A"),
        kind=kind,
        partner=home,
        feed=feed,
        purposes=list(purposes),
        fields=list(fields),
        legal_basis=list(legal_basis),
        power_to_disclose=power_to_disclose,
        impact_assessment=impact_assessment,
        starts_on=starts_on,
        ends_on=ends_on,
        review_on=review_on,
        retention_days=retention_days,
        signed_at=at,
        signed_by=actor.staff_id,
    )
    agreement.save()
    audit.record(Verb.AGREEMENT_SIGNED, agreement, partner=partner, feed=feed, purposes=purposes, ends_on=ends_on)
    return agreement.reference
