"""Partners' links: the secret in an address, the one link that it opens, the receipt, and the centre's list."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.utils.crypto import salted_hmac

from lynchpin.face.lists import ListPage, ListQuery
from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import BrokeringState, LinkPurpose, LinkState, Permission
from lynchpin.frontdoor.models import Brokering, PartnerLink, PartnerLinkQuerySet, Referral
from lynchpin.frontdoor.queries.brokering import line_names
from lynchpin.frontdoor.queries.public import reference_in
from lynchpin.frontdoor.rules import ways_in
from lynchpin.kernel.access import Subject
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.labels import label
from lynchpin.kernel.page import read
from lynchpin.kernel.use_case import fingerprint
from lynchpin.organisations.models import Organisation, in_force


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link in the centre's list. Its address is not among the facts: only a fingerprint of it is kept."""

    subject: Subject
    reference: str
    version: int
    organisation: str
    given_to: str
    ends_on: date
    uses_left: int
    purpose: LinkPurpose
    state: LinkState


@dataclass(frozen=True, slots=True)
class LinkFollowed:
    """What whoever follows a link is shown of it: for whom it is, until when, and what was asked when. Nobody is named."""

    subject: Subject
    organisation: str
    ends_on: date
    offer: str = ""
    asked_on: date | None = None


@dataclass(frozen=True, slots=True)
class LinkReceipt:
    """What was sent, for whoever has just sent it: the same whoever the person is."""

    subject: Subject
    reference: str
    read_on: date
    answer_by_on: date


def secret_for(form_key: str) -> str:
    """The secret of the link that a form makes: 256 bits that nobody can work out without the service's own key.

    One form always gives the same one, so that pressing twice shows the address that was kept.
    """
    return salted_hmac("frontdoor.link", form_key or secrets.token_urlsafe(24), algorithm="sha256").hexdigest()


def followed(actor: Actor, secret: str) -> PartnerLinkQuerySet:
    """The link that a secret opens, for a bound actor who holds no more than that."""
    return PartnerLink.objects.visible_to(replace(actor, reach={"link": frozenset({fingerprint(secret)})}))


@read(Permission.SEND_REFERRAL_BY_LINK)
def link_to_send_by(actor: Actor, secret: str, at: datetime) -> LinkFollowed | None:
    """The link, while it can be used to send; None for every other, without a word of why."""
    link = followed(actor, secret).filter(purpose=LinkPurpose.SEND).first()
    if link is None or not ways_in.opens(link, at):
        return None
    return LinkFollowed(_subject(link), _organisation(actor, link.organisation_id), local_date(link.expires_at))


@read(Permission.ANSWER_BY_LINK)
def link_to_answer_by(actor: Actor, secret: str, at: datetime) -> LinkFollowed | None:
    """The link, while it can be used to answer; None for every other, and once the question has been settled."""
    link = followed(actor, secret).filter(purpose=LinkPurpose.ANSWER).first()
    if link is None or not ways_in.opens(link, at):
        return None
    asked = question_of(replace(actor, reach={"receipt": frozenset({link.about_reference})}), link)
    if asked is None:
        return None
    names = line_names(actor)
    told = (_organisation(actor, link.organisation_id), local_date(link.expires_at))
    return LinkFollowed(_subject(link), *told, names.get(asked.offer_id or "", ""), local_date(asked.asked_at))


def question_of(actor: Actor, link: PartnerLink) -> Brokering | None:
    """The open question that a link answers: one asked before it was given. A later one needs a link of its own."""
    referrals = Referral.objects.visible_to(actor).filter(reference=link.about_reference)
    asked = Brokering.objects.visible_to(actor).filter(
        referral_id__in=referrals.values("pk"), state=BrokeringState.ASKED
    )
    return asked.filter(organisation_id=link.organisation_id, asked_at__lte=link.given_at).first()


@read(Permission.GIVE_ANSWER_LINK)
def question_to_answer(actor: Actor, reference: str) -> str:
    """The name of the provider asked about a referral. Raises `NotFound` where none is asked."""
    referral = Referral.objects.visible_to(actor).find(reference=reference)
    asked = Brokering.objects.visible_to(actor).find(referral_id=referral.pk, state=BrokeringState.ASKED)
    return _organisation(actor, asked.organisation_id)


@read(Permission.SEND_REFERRAL_BY_LINK)
def link_receipt(actor: Actor, token: str) -> LinkReceipt:
    """The receipt that a session's token opens. Raises `NotFound` for a token that is forged, too old or missing."""
    reference = reference_in(token)
    holder = replace(actor, reach={"receipt": frozenset({reference})})
    sent = Referral.objects.visible_to(holder).find(reference=reference)
    read_on = rules.read_on(local_date(sent.received_at))
    return LinkReceipt(Subject("frontdoor.Referral", sent.pk), sent.reference, read_on, sent.decide_by_on)


@read(Permission.READ_LINKS)
def links(actor: Actor, query: ListQuery, at: datetime) -> ListPage:
    """A page of the links, with how each stands at a moment, by their last day."""
    order = ("-expires_at", "-pk") if query.descending else ("expires_at", "pk")
    found = PartnerLink.objects.visible_to(actor).order_by(*order)
    names = dict(organisations(actor))
    rows = [_row(link, names, at) for link in found[query.start : query.stop]]
    return ListPage(rows, found.count(), query)


@read(Permission.REVOKE_PARTNER_LINK)
def link_to_revoke(actor: Actor, reference: str, at: datetime) -> LinkRow:
    """One link, to take it back."""
    return _row(PartnerLink.objects.visible_to(actor).find(reference=reference), dict(organisations(actor)), at)


@read(Permission.GIVE_PARTNER_LINK)
def organisations_to_choose(actor: Actor) -> tuple[tuple[str, str], ...]:
    """Organisations of today as (key, name), by name."""
    return organisations(actor)


def organisations(actor: Actor) -> tuple[tuple[str, str], ...]:
    """The same for an actor bound to any permission."""
    rows = Organisation.objects.visible_to(actor).filter(in_force(actor.on))
    return tuple(sorted(((row.key, label(row, "name")) for row in rows), key=lambda each: each[1].casefold()))


def _organisation(actor: Actor, key: str) -> str:
    return label(Organisation.objects.visible_to(actor).find(key=key), "name")


def _subject(link: PartnerLink) -> Subject:
    return Subject("frontdoor.PartnerLink", link.pk)


def _row(link: PartnerLink, names: dict[str, str], at: datetime) -> LinkRow:
    return LinkRow(
        subject=_subject(link),
        reference=link.reference,
        version=link.version,
        organisation=names.get(link.organisation_id, link.organisation_id),
        given_to=link.given_to,
        ends_on=local_date(link.expires_at),
        uses_left=link.uses_left,
        purpose=LinkPurpose(link.purpose),
        state=ways_in.link_state(link, at),
    )
