"""Who was asked about a referral, and who could be: facts for its page and for asking a provider."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from lynchpin.framework.models import CoreOfferLine
from lynchpin.frontdoor.models import Brokering
from lynchpin.frontdoor.rules import COMMUNITIES_FOR_WORK
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.labels import label
from lynchpin.organisations.choices import OrganisationKind
from lynchpin.organisations.models import Organisation, in_force


@dataclass(frozen=True, slots=True)
class Asked:
    """A provider that was asked: for what, what it was told, by when it answers, and what came of it."""

    organisation: str
    offer: str
    state: str
    packet: str
    asked_at: datetime
    answer_due_at: datetime
    answered_by: str
    returned_because: str
    starts_on: date | None


def asked_of(actor: Actor, referral_id: int) -> tuple[Asked, ...]:
    """Everybody who was asked about one referral, the latest first."""
    rows = list(Brokering.objects.visible_to(actor).filter(referral_id=referral_id).order_by("-asked_at", "-pk"))
    if not rows:
        return ()
    providers, lines = provider_names(actor, [row.organisation_id for row in rows]), line_names(actor)
    return tuple(_asked(actor, row, providers, lines) for row in rows)


def providers(actor: Actor) -> dict[str, str]:
    """Names by their keys of those who can be asked today, for a form."""
    rows = Organisation.objects.visible_to(actor).filter(in_force(actor.on), can_be_asked(actor))
    return {row.key: label(row, "name") for row in rows.order_by("name_en")}


def can_be_asked(actor: Actor) -> Q:
    """Organisations that are providers, give a line of the core offer today, or take people over whole."""
    giving = {key for line in lines_today(actor) for key in line.provider_keys}
    return Q(kind=OrganisationKind.PROVIDER) | Q(key__in={*giving, COMMUNITIES_FOR_WORK})


def provider_names(actor: Actor, keys: Iterable[str]) -> dict[str, str]:
    """Names of organisations by their keys, of those too that take part no more."""
    return {row.key: label(row, "name") for row in Organisation.objects.visible_to(actor).filter(key__in=set(keys))}


def line_names(actor: Actor) -> dict[str, str]:
    """Names of the lines of the core offer by their keys, of those too that are not given any more."""
    return {row.key: label(row) for row in CoreOfferLine.objects.visible_to(actor).order_by("key")}


def lines_today(actor: Actor) -> list[CoreOfferLine]:
    """The lines of the core offer that are given today."""
    rows = CoreOfferLine.objects.visible_to(actor).filter(in_force(actor.on)).order_by("key")
    return actor.remember("frontdoor.lines_today", lambda: list(rows))


def _asked(actor: Actor, row: Brokering, providers: dict[str, str], lines: dict[str, str]) -> Asked:
    return Asked(
        organisation=providers.get(row.organisation_id, ""),
        offer=lines.get(row.offer_id, "") if row.offer_id else "",
        state=row.state,
        packet=row.packet if actor.shows("F3") else "",
        asked_at=row.asked_at,
        answer_due_at=row.answer_due_at,
        answered_by=row.answered_by,
        returned_because=row.returned_because,
        starts_on=row.starts_on,
    )
