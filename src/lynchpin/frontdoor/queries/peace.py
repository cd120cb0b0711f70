"""Who is left in peace by suggestions: those who said no or have an open offer, whom safeguarding holds, whom someone is
with, the sealed."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db.models import Q

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import ReferralStatus, TimelineKind
from lynchpin.frontdoor.models import Referral, TimelineEntry
from lynchpin.frontdoor.rules import NO_HOLDS_FOR, OFFER_STANDS_FOR, asked, may_be_told
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason
from lynchpin.people import names
from lynchpin.people.choices import RestrictionKind
from lynchpin.people.models import ContactHold, Involvement, Resident, Restriction, records_of_person, same_person

Identity = tuple[str, date]  # a folded name and a date of birth: both have to fit


def identity(name: str, birth_date: date | None) -> Identity | None:
    """By what a linked person and a resident are held to be one, for leaving them in peace and for nothing else."""
    return (names.fold(name), birth_date) if birth_date else None


def left_in_peace(at: datetime) -> frozenset[Identity]:
    """Whom no run may suggest at a moment. Unscoped: a no binds whoever may not see who said it. Never shown."""
    calm = Referral.unscoped.filter(_said_no(at) | _has_an_offer(at))
    told = calm.values_list("told_name", "told_birth_date")
    rows = Resident.unscoped.filter(pk__in=same_person(_ids(calm))).values_list("forename", "surname", "birth_date")
    known = ((f"{forename} {surname}", born) for forename, surname, born in rows)
    return frozenset(found for name, born in (*told, *known) if (found := identity(name, born)))


def _said_no(at: datetime) -> Q:
    return Q(status=ReferralStatus.DECLINED_BY_PERSON, decided_at__gt=at - NO_HOLDS_FOR)


def _has_an_offer(at: datetime) -> Q:
    return Q(status=ReferralStatus.OPEN_OFFER, decided_at__gt=at - OFFER_STANDS_FOR)


def latest_no(actor: Actor, resident_id: int) -> datetime | None:
    """When a person last said no, under any of their records. Unscoped: it binds whoever may not see it."""
    no = Referral.unscoped.filter(status=ReferralStatus.DECLINED_BY_PERSON, decided_at__isnull=False)
    theirs = no.filter(resident_id__in=records_of_person(actor, resident_id)).order_by("-decided_at")
    return actor.remember(
        ("frontdoor.latest_no", resident_id), lambda: theirs.values_list("decided_at", flat=True).first()
    )


def has_said_no(actor: Actor, resident_id: int, since: datetime) -> bool:
    """Whether a person has said no since a moment."""
    latest = latest_no(actor, resident_id)
    return latest is not None and latest >= since


def was_asked_for(reference: str) -> bool:
    """Whether the person of a referral asked or agreed; unscoped, for a later room that has judged its own record."""
    return may_be_told(Referral.unscoped.find(reference=reference))


def _ids(calm: Any) -> set[int]:
    asked = (
        calm,
        ContactHold.unscoped.filter(released_at__isnull=True),
        Involvement.unscoped.filter(ended_on__isnull=True),
        Restriction.unscoped.filter(lifted_at__isnull=True, kind=RestrictionKind.SEALED),
    )
    found: set[int] = set()
    for rows in asked:
        found |= set(rows.filter(resident_id__isnull=False).values_list("resident_id", flat=True))
    return found


def tries_at(actor: Actor, resident_id: int) -> list[datetime]:
    """When a person was tried, under any of their records and referrals. Unscoped: only moments, for the limit on them."""
    theirs = Referral.unscoped.filter(resident_id__in=records_of_person(actor, resident_id))
    steps = TimelineEntry.unscoped.filter(referral_id__in=theirs.values("pk"), kind=TimelineKind.APPROACH)
    return list(steps.order_by("at").values_list("at", flat=True))


def why_not_try(actor: Actor, reference: str, at: datetime) -> Reason | None:
    """Why the person of a referral, if they never asked, is not tried once more: for a later room that judged its record."""
    referral = Referral.unscoped.find(reference=reference)
    if referral.resident_id is None or asked(referral):
        return None
    return rules.why_not_try(tries_at(actor, referral.resident_id), at)
