"""Sending a referral, its receipt, and one's own list."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lynchpin.face.lists import Cell, Column, Listing, ListQuery
from lynchpin.face.parts import Link, SummaryRow, TimelineEvent
from lynchpin.frontdoor.choices import OwnStatus, Permission
from lynchpin.frontdoor.forms.told import ReferralForm
from lynchpin.frontdoor.queries import own
from lynchpin.frontdoor.use_cases.send_referral import send_referral
from lynchpin.frontdoor.views.words import own_status_tag
from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import Request, page, refusals_on, show

COLUMNS = [
    Column("reference", _("Reference"), href=lambda row: reverse("frontdoor:own_referral", args=[row.reference])),
    Column("name", _("Name, as you gave it"), sortable=True),
    Column("sent_on", _("Sent"), Cell.DATE, sortable=True),
    Column("status", _("How far it is"), Cell.TAG, read=lambda row: own_status_tag(row.status)),
]


@page(Permission.SEND_REFERRAL)
def send_referral_page(request: Request) -> HttpResponse:
    """The one form for every partner and colleague."""
    form = ReferralForm(request.POST or None, today=clock.today())
    if form.is_valid():
        with refusals_on(form):
            sent = send_referral(request.actor, at=clock.now(), **form.told)
            return HttpResponseRedirect(reverse("frontdoor:sent_receipt", args=[sent]), status=303)
    return show(request, "frontdoor/send_referral.html", form=form, back=_way_back(request.actor))


@page(Permission.SEND_REFERRAL, opens="referral")
def sent_receipt_page(request: Request, reference: str) -> HttpResponse:
    """The receipt: the same words whoever the person is, and whether we know them or not."""
    receipt = own.sent_receipt(request.actor, reference)
    return show(request, "frontdoor/sent_receipt.html", receipt=receipt, back=_way_back(request.actor))


@page(Permission.READ_OWN_REFERRALS, action="list")
def own_referrals_page(request: Request) -> HttpResponse:
    """What one has sent, and how far it is."""
    query = ListQuery.from_params(request.GET, COLUMNS, sort="-sent_on")
    listing = Listing(
        COLUMNS,
        own.own_referrals(request.actor, query),
        request.GET,
        caption=_("Referrals that you sent"),
        empty=_("You have sent no referral yet. Send one, and it stands here with how far it is."),
    )
    return show(request, "frontdoor/own_referrals.html", listing=listing)


@page(Permission.READ_OWN_REFERRALS, opens="referral")
def own_referral_page(request: Request, reference: str) -> HttpResponse:
    """One's own referral: one's part of its timeline."""
    facts = own.own_referral(request.actor, reference)
    rows = [
        SummaryRow(_("Name, as you gave it"), facts.row.name),
        SummaryRow(_("How far it is"), own_status_tag(facts.row.status)),
    ]
    if facts.row.status == OwnStatus.RECEIVED:
        rows.append(SummaryRow(_("To be decided by"), facts.answer_by_on))
    steps = [TimelineEvent(str(word.label), day) for word, day in facts.days]
    return show(request, "frontdoor/own_referral.html", facts=facts, rows=rows, steps=steps)


def _way_back(actor: Actor) -> Link | None:
    """Where whoever sends a referral has come from: their own list, or the queue."""
    if actor.may(Permission.READ_OWN_REFERRALS):
        return Link(_("Referrals that you sent"), reverse("frontdoor:own_referrals"))
    return Link(_("Front door"), reverse("frontdoor:queue")) if actor.may(Permission.READ_QUEUE) else None
