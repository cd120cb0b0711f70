"""Give a provider without an account a way to answer the one question that it was asked."""

from __future__ import annotations

from datetime import datetime

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import BrokeringState, LinkPurpose, Permission, Verb
from lynchpin.frontdoor.models import Brokering, PartnerLink, Referral
from lynchpin.kernel import audit, calendar, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import fingerprint, use_case


@use_case(Permission.GIVE_ANSWER_LINK)
def give_answer_link(actor: Actor, *, reference: str, secret: str, given_to: str, at: datetime) -> str:
    """Keep a link for one answer about a referral, until the answer is due. Gives the link's reference, never the secret."""
    referral = Referral.objects.visible_to(actor).select_for_update().find(reference=reference)
    refuse_if(rules.why_not_by("answer_brokering", referral.status))
    asked = Brokering.objects.visible_to(actor).find(referral_id=referral.pk, state=BrokeringState.ASKED)
    link = PartnerLink(
        reference=references.draw("L"),
        purpose=LinkPurpose.ANSWER,
        secret=fingerprint(secret),
        organisation_id=asked.organisation_id,
        given_to=given_to,
        about_reference=referral.reference,
        uses_left=1,
        expires_at=max(asked.answer_due_at, calendar.end_of_day(local_date(at))),
        given_at=at,
        given_by=actor.staff_id,  # type: ignore[misc]
    )
    link.save()
    audit.record(Verb.ANSWER_LINK_GIVEN, link, brokering=asked.reference)
    return link.reference
