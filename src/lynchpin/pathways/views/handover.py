"""A handover: what is needed next, and the pack."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.face.parts import Link, SummaryRow
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import Request, page, show
from lynchpin.pathways.choices import HandoverState, HandoverWay, Permission
from lynchpin.pathways.queries.handovers import HandoverFacts
from lynchpin.pathways.queries.handovers import handover_page as handover_facts
from lynchpin.pathways.views.words import handover_tag, why_left


@dataclass(frozen=True, slots=True)
class Offer:
    """A button of a handover: a permission's own page, and its words."""

    code: Permission
    label: str


@page(Permission.READ_HANDOVER, opens="handover")
def handover_page(request: Request, reference: str) -> HttpResponse:
    facts = handover_facts(request.actor, reference)
    first, *others = [*_links(request.actor, facts), None]
    return show(
        request,
        "pathways/handover.html",
        facts=facts,
        head=facts.head,
        state=handover_tag(facts.head),
        sentence=_sentence(facts),
        first=first,
        others=[link for link in others if link],
        overview=_overview(facts),
    )


def _links(actor: Actor, facts: HandoverFacts) -> list[Link]:
    return [
        Link(offer.label, reverse(f"pathways:{offer.code.split('.')[1]}", args=[facts.head.reference]))
        for offer in _offers(facts)
        if actor.may(offer.code)
    ]


def _offers(facts: HandoverFacts) -> tuple[Offer, ...]:
    """What can be done now, the likeliest first. Only the receiver answers; for an organisation, whoever sent it."""
    head = facts.head
    withdraw = Offer(Permission.WITHDRAW_HANDOVER, _("Withdraw it"))
    decline = Offer(Permission.DECLINE_HANDOVER, _("Decline it") if head.mine else _("Record that they declined"))
    answers = head.mine or head.outside
    match head.state:
        case HandoverState.PREPARED:
            return Offer(Permission.SEND_HANDOVER, _("Send it")), withdraw
        case HandoverState.SENT if answers:
            label = _("Take them on") if head.mine else _("Record that they took it on")
            taken = Offer(Permission.ACKNOWLEDGE_HANDOVER, label)
            return (taken, decline) if head.mine else (taken, decline, withdraw)
        case HandoverState.SENT:
            return (withdraw,)
        case HandoverState.ACKNOWLEDGED:
            visit = Offer(Permission.RECORD_FIRST_VISIT, _("Record the first visit"))
            waive = Offer(Permission.WAIVE_FIRST_VISIT, _("Leave out the first visit"))
            return visit, waive, decline if head.mine else withdraw
    return ()


def _sentence(facts: HandoverFacts) -> str:
    """What is needed next, in words."""
    match facts.head.state:
        case HandoverState.PREPARED:
            return _("Read the pack with the person if you can, then send it.")
        case HandoverState.SENT if facts.head.mine:
            return _("This person is to be handed to you. Read their story, then take them on or say why not.")
        case HandoverState.SENT:
            return _("The receiver has to take them on. Until then the sender walks with them.")
        case HandoverState.ACKNOWLEDGED:
            return _(
                "Go along to the first visit, and record that they have met. The sender's case stays open until then."
            )
        case HandoverState.DECLINED | HandoverState.WITHDRAWN:
            return _(
                "This handover came back. Whoever holds the case walks with the person, and can prepare another one."
            )
    return _("The handover is complete. The sender's case can be closed.")


def _overview(facts: HandoverFacts) -> list[SummaryRow]:
    rows = (
        (_("To"), facts.head.to),
        (_("From"), facts.head.by),
        (_("Which way"), str(HandoverWay(facts.head.way).label)),
        (_("Sent"), facts.head.sent_on),
        (_("Taken on"), facts.taken_on),
        (_("Taken on by"), facts.taken_by_name),
        (_("They met on"), facts.met_on),
        (_("Who went along"), facts.went_along),
        (_("Reason"), why_left(facts.because)),
    )
    return [SummaryRow(key, value) for key, value in rows if value]
