"""Ask for help: a person, without an account, says what would help and how it is safe to reach them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import Permission, ReferralSource, TimelineKind, Urgency, Verb
from lynchpin.frontdoor.models import Referral
from lynchpin.frontdoor.queries.clocks import clock_rules, closures
from lynchpin.frontdoor.use_cases.extend_timeline import take_step
from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import use_case
from lynchpin.people import names


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
    referral = Referral(
        reference=references.draw("R"),
        source=ReferralSource.SELF,
        asked_for_self=asked_for_self,
        told_by=told_by,
        told_name=names.composed(name),
        told_birth_date=birth_date,
        told_address=address,
        told_postcode=names.postcode(postcode),
        told_phone=phone,
        told_email=email,
        safe_contact=dict(safe_contact),
        language=language,
        needs=list(needs),
        in_their_words=in_their_words,
        person_agrees=True if asked_for_self else None,
        received_at=at,
        decide_by_on=rules.decide_by(clock_rules(actor), Urgency.ROUTINE, at, closures(actor)),
    )
    referral.save()
    take_step(actor, referral, TimelineKind.RECEIVED, at)
    audit.record(Verb.HELP_ASKED_FOR, referral, for_self=asked_for_self)
    return referral.reference
