"""Ask for help: a person, without an account, says what would help and how it is safe to reach them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from lynchpin.frontdoor.arriving import arrival
from lynchpin.frontdoor.choices import Permission, ReferralSource, TimelineKind, Verb
from lynchpin.frontdoor.use_cases.extend_timeline import take_step
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import use_case


@use_case(Permission.ASK_FOR_HELP)
def ask_for_help(
    actor: Actor,
    *,
    name: str,
    needs: Sequence[str],
    safe_contact: Mapping[str, Any],
    language: str,
    at: datetime,
    asked_for_self: bool = True,
    told_by: str = "",
    in_their_words: str = "",
    phone: str = "",
    email: str = "",
    birth_date: date | None = None,
    address: str = "",
    postcode: str = "",
) -> str:
    """Keep what was told, with the day by which it is decided. Gives the reference.

    `needs` are codes of `choices.Need`; `safe_contact` has the names of `people.SafeContact`: channels, when,
    voicemail_ok, must_not_know.
    """
    referral = arrival(
        actor,
        name=name,
        at=at,
        needs=needs,
        safe_contact=safe_contact,
        birth_date=birth_date,
        address=address,
        postcode=postcode,
        phone=phone,
        email=email,
        source=ReferralSource.SELF,
        asked_for_self=asked_for_self,
        told_by=told_by,
        language=language,
        in_their_words=in_their_words,
        person_agrees=True if asked_for_self else None,
    )
    referral.save()
    take_step(actor, referral, TimelineKind.RECEIVED, at)
    audit.record(Verb.HELP_ASKED_FOR, referral, for_self=asked_for_self)
    return referral.reference
