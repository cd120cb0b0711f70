"""Give a partner without an account a way in: for one organisation and one purpose, so many times, until a day."""

from __future__ import annotations

from datetime import datetime, timedelta

from lynchpin.frontdoor.choices import LinkPurpose, Permission, Verb
from lynchpin.frontdoor.models import PartnerLink
from lynchpin.kernel import audit, calendar, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.use_case import fingerprint, use_case
from lynchpin.organisations.models import Organisation


@use_case(Permission.GIVE_PARTNER_LINK)
def give_partner_link(
    actor: Actor, *, secret: str, organisation: str, given_to: str, days: int, uses: int, at: datetime
) -> str:
    """Keep a link to send referrals by, under the fingerprint of its secret. Gives the link's reference, never the secret.

    `secret` comes from `queries.links.secret_for`; `days` counts from today, the last one included.
    """
    partner = Organisation.objects.visible_to(actor).find(key=organisation)
    link = PartnerLink(
        reference=references.draw("L"),
        purpose=LinkPurpose.SEND,
        secret=fingerprint(secret),
        organisation=partner,
        given_to=given_to,
        uses_left=uses,
        expires_at=calendar.end_of_day(local_date(at) + timedelta(days=days)),
        given_at=at,
        given_by=actor.staff_id,  # type: ignore[misc]
    )
    link.save()
    audit.record(Verb.PARTNER_LINK_GIVEN, link, organisation=organisation, days=days, uses=uses)
    return link.reference
