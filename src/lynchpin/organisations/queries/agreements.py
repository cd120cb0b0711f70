"""Reads about sharing agreements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import F, TextChoices

from lynchpin.face.lists import ListPage, ListQuery
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.labels import label
from lynchpin.kernel.page import read
from lynchpin.organisations import feed_words, rules
from lynchpin.organisations.choices import AgreementKind, LegalBasis, Permission, Purpose, RevocationReason
from lynchpin.organisations.models import Organisation, SharingAgreement

ORDERS = {"ends_on": "ends_on", "partner": "partner_id", "feed": "feed", "review_on": "review_on"}


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """An agreement in a list. `state` is a code of `rules.agreement_state`."""

    reference: str
    partner: str
    feed: str
    starts_on: date
    ends_on: date
    review_on: date
    state: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement in words: purposes, fields and bases as people read them."""

    reference: str
    version: int
    kind: str
    partner: str
    feed: str
    purposes: tuple[str, ...]
    fields: tuple[str, ...]
    legal_basis: tuple[str, ...]
    power_to_disclose: str
    impact_assessment: str
    starts_on: date
    ends_on: date
    review_on: date
    retention_days: int
    signed_on: date
    state: str
    revoked_on: date | None
    revocation_reason: str


@dataclass(frozen=True, slots=True)
class AgreementInForce:
    """What a feed may be loaded under: codes of its purposes, and names of its fields."""

    reference: str
    partner: str
    feed: str
    purposes: frozenset[str]
    fields: frozenset[str]
    starts_on: date
    ends_on: date
    retention_days: int


@read(Permission.READ_AGREEMENTS)
def agreements(actor: Actor, query: ListQuery) -> ListPage:
    """Every agreement, those that end first at the top unless another order is asked for; revoked ones last."""
    rows = SharingAgreement.objects.visible_to(actor)
    order = ORDERS.get(query.sort, "ends_on")
    unrevoked_first = F("revoked_at").asc(nulls_first=True)
    page = rows.order_by(unrevoked_first, f"-{order}" if query.descending else order, "pk")[query.start : query.stop]
    names = _names(actor)
    return ListPage([_row(row, names, actor.on) for row in page], rows.count(), query)


@read(Permission.READ_AGREEMENTS)
def agreements_to_renew(actor: Actor) -> tuple[AgreementRow, ...]:
    """Agreements that ended, or end soon, and were not revoked; the first to end first."""
    rows, names = SharingAgreement.objects.visible_to(actor).filter(revoked_at__isnull=True), _names(actor)
    found = (_row(row, names, actor.on) for row in rows.order_by("ends_on", "pk"))
    return tuple(row for row in found if row.state in ("expiring", "expired"))


@read(Permission.READ_AGREEMENTS)
def agreement(actor: Actor, reference: str) -> Agreement:
    """One agreement in words. Raises `NotFound`."""
    row = SharingAgreement.objects.visible_to(actor).find(reference=reference)
    return Agreement(
        reference=row.reference,
        version=row.version,
        kind=str(AgreementKind(row.kind).label),
        partner=_names(actor)[row.partner_id],
        feed=feed_words.feed(row.feed).label,
        purposes=_in_words(Purpose, row.purposes),
        fields=tuple(name for _, name in feed_words.field_names(tuple(row.fields))),
        legal_basis=_in_words(LegalBasis, row.legal_basis),
        power_to_disclose=row.power_to_disclose,
        impact_assessment=row.impact_assessment,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        review_on=row.review_on,
        retention_days=row.retention_days,
        signed_on=local_date(row.signed_at),
        state=rules.agreement_state(row, actor.on),
        revoked_on=local_date(row.revoked_at) if row.revoked_at else None,
        revocation_reason=str(RevocationReason(row.revocation_reason).label) if row.revocation_reason else "",
    )


@read(Permission.SIGN_AGREEMENT)
def partners(actor: Actor) -> list[tuple[str, str]]:
    """(key, name) of the organisations with which an agreement may be signed."""
    return sorted(_names(actor).items(), key=lambda pair: pair[1])


def agreement_in_force(feed: str, on: date) -> AgreementInForce | Reason:
    """What a feed may be loaded under on a day, or why it may not be: asked for everyone, whatever their scope.

    Of several, the best counts: one in force, else one to come, else the last to end, else the last revoked.
    """
    rows = list(SharingAgreement.unscoped.filter(feed=feed).order_by("ends_on", "pk"))
    for row in rows:
        if rules.why_not_in_force(row, on) is None:
            return _in_force(row)
    unrevoked = [row for row in rows if row.revoked_at is None]
    latest = (unrevoked or rows or [None])[-1]
    return rules.why_not_in_force(latest, on) or Reason("agreement_missing")


def _in_force(row: SharingAgreement) -> AgreementInForce:
    purposes, fields = frozenset(row.purposes), frozenset(row.fields)
    dates = (row.starts_on, row.ends_on)
    return AgreementInForce(row.reference, row.partner_id, row.feed, purposes, fields, *dates, row.retention_days)


def _row(row: SharingAgreement, names: dict[str, str], on: date) -> AgreementRow:
    feed, state = feed_words.feed(row.feed).label, rules.agreement_state(row, on)
    return AgreementRow(row.reference, names[row.partner_id], feed, row.starts_on, row.ends_on, row.review_on, state)


def _names(actor: Actor) -> dict[str, str]:
    return {row.key: label(row, "name") for row in Organisation.objects.visible_to(actor).order_by("key")}


def _in_words(vocabulary: type[TextChoices], codes: list[str]) -> tuple[str, ...]:
    return tuple(str(vocabulary(code).label) if code in vocabulary.values else code for code in codes)
