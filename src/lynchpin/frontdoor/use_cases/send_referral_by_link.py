"""Send a referral by a partner's link, without an account. Nothing is looked up, so nothing can be learnt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from lynchpin.frontdoor.arriving import arrival
from lynchpin.frontdoor.choices import LinkPurpose, Permission, ReferralSource, TimelineKind, Verb
from lynchpin.frontdoor.models import PartnerLink
from lynchpin.frontdoor.queries.links import followed
from lynchpin.frontdoor.rules import ways_in
from lynchpin.frontdoor.use_cases.extend_timeline import take_step
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Refused
from lynchpin.kernel.use_case import use_case


@use_case(Permission.SEND_REFERRAL_BY_LINK)
def send_referral_by_link(
    actor: Actor,
    *,
    secret: str,
    told_by: str,
    name: str,
    needs: Sequence[str],
    urgency: str,
    person_agrees: bool,
    at: datetime,
    safe_contact: Mapping[str, Any] | None = None,
    language: str = "",
    in_their_words: str = "",
    what_was_tried: str = "",
    steps_down_from: str = "",
    phone: str = "",
    email: str = "",
    birth_date: date | None = None,
    address: str = "",
    postcode: str = "",
) -> str:
    """Keep what was told, and count one use of the link. Gives the reference. Refused for a link that does not open."""
    link = spent(actor, secret, LinkPurpose.SEND, at)
    referral = arrival(
        actor,
        name=name,
        at=at,
        urgency=urgency,
        needs=needs,
        safe_contact=safe_contact,
        birth_date=birth_date,
        address=address,
        postcode=postcode,
        phone=phone,
        email=email,
        source=ReferralSource.PROFESSIONAL,
        link_id=link.pk,
        from_organisation_id=link.organisation_id,
        told_by=told_by,
        language=language,
        in_their_words=in_their_words,
        what_was_tried=what_was_tried,
        steps_down_from=steps_down_from,
        person_agrees=person_agrees,
    )
    referral.save()
    take_step(actor, referral, TimelineKind.RECEIVED, at)
    audit.record(Verb.REFERRAL_SENT_BY_LINK, referral, link=link.reference, urgency=urgency, agrees=person_agrees)
    return referral.reference


def spent(actor: Actor, secret: str, purpose: LinkPurpose, at: datetime) -> PartnerLink:
    """The link for a purpose, one use less: locked first, so that two who press at once cannot both have the last one."""
    link = followed(actor, secret).filter(purpose=purpose).select_for_update().first()
    if link is None or not ways_in.opens(link, at):
        raise Refused(ways_in.NOT_USABLE)
    link.uses_left -= 1
    link.store("uses_left")
    return link
