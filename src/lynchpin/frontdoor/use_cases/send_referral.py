"""Send a referral: a colleague or a partner tells us of someone. Nothing here looks anybody up, so nothing can be learnt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from lynchpin.frontdoor.arriving import arrival
from lynchpin.frontdoor.choices import Permission, TimelineKind, Verb
from lynchpin.frontdoor.use_cases.extend_timeline import take_step
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import use_case


@use_case(Permission.SEND_REFERRAL)
def send_referral(
    actor: Actor,
    *,
    source: str,
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
    referrer_may_know: bool | None = None,
    phone: str = "",
    email: str = "",
    birth_date: date | None = None,
    address: str = "",
    postcode: str = "",
) -> str:
    """Keep what was told and who told it, with the day by which it is decided. Gives the reference.

    `steps_down_from` names the service that the person leaves; `referrer_may_know` is their yes to the sender's following it.
    """
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
        source=source,
        sent_by=actor.staff_id,
        from_organisation_id=actor.organisation or None,
        language=language,
        in_their_words=in_their_words,
        what_was_tried=what_was_tried,
        steps_down_from=steps_down_from,
        person_agrees=person_agrees,
        referrer_may_know=referrer_may_know,
    )
    referral.save()
    take_step(actor, referral, TimelineKind.RECEIVED, at, for_referrer=True)
    audit.record(Verb.REFERRAL_SENT, referral, source=source, urgency=urgency, agrees=person_agrees)
    return referral.reference
