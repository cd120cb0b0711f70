"""Partners' links: the centre gives, lists and takes them back; a partner sends by one, and has a receipt."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lynchpin.face.lists import Cell, Column, Listing, ListQuery
from lynchpin.face.parts import SummaryRow, Tag
from lynchpin.frontdoor.choices import LinkState, Permission
from lynchpin.frontdoor.forms.links import (
    AnswerLinkForm,
    GivingForm,
    LinkAnswerForm,
    LinkReferralForm,
    RevokingForm,
)
from lynchpin.frontdoor.queries import links
from lynchpin.frontdoor.queries.public import receipt_token
from lynchpin.frontdoor.use_cases.answer_by_link import answer_by_link
from lynchpin.frontdoor.use_cases.give_answer_link import give_answer_link
from lynchpin.frontdoor.use_cases.give_partner_link import give_partner_link
from lynchpin.frontdoor.use_cases.revoke_partner_link import revoke_partner_link
from lynchpin.frontdoor.use_cases.send_referral_by_link import send_referral_by_link
from lynchpin.frontdoor.views.public import for_anybody
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show

COLOURS = {LinkState.OPEN: "green", LinkState.REVOKED: "red"}
COLUMNS = [
    Column("organisation", gettext_lazy("Organisation")),
    Column("given_to", gettext_lazy("Given to")),
    Column("purpose", gettext_lazy("What for"), read=lambda row: str(row.purpose.label)),
    Column("ends_on", gettext_lazy("Last day"), Cell.DATE, sortable=True),
    Column("uses_left", gettext_lazy("Uses left"), Cell.NUMBER),
    Column("state", gettext_lazy("State"), Cell.TAG, read=lambda row: _state_tag(row)),
    Column(
        "reference",
        gettext_lazy("Take it back"),
        href=lambda row: reverse("frontdoor:revoke_partner_link", args=[row.reference]),
    ),
]


@page(Permission.READ_LINKS, action="list")
def links_page(request: Request) -> HttpResponse:
    """Every link and how it stands. No address is shown: none is kept."""
    query = ListQuery.from_params(request.GET, COLUMNS, sort="-ends_on")
    listing = Listing(
        COLUMNS,
        links.links(request.actor, query, clock.now()),
        request.GET,
        caption=_("Links for partners"),
        empty=_("No partner has a link yet. Give one to a partner who has no account."),
    )
    return show(request, "frontdoor/links.html", listing=listing)


@page(Permission.GIVE_PARTNER_LINK)
def give_partner_link_page(request: Request) -> HttpResponse:
    """Give a link. Its address stands on the answer to this form and nowhere else."""
    form = GivingForm(request.POST or None, organisations=links.organisations_to_choose(request.actor))
    if form.is_valid():
        with refusals_on(form):
            secret = links.secret_for(form.cleaned_data["form_key"])
            give_partner_link(request.actor, secret=secret, at=clock.now(), **form.cleaned_data)
            address = request.build_absolute_uri(reverse("frontdoor:send_referral_by_link", args=[secret]))
            return show(request, "frontdoor/link_given.html", address=address, given=form.cleaned_data)
    return show(request, "frontdoor/give_partner_link.html", form=form)


@page(Permission.GIVE_ANSWER_LINK, opens="referral")
def give_answer_link_page(request: Request, reference: str) -> HttpResponse:
    """Give the provider that was asked a link to answer by."""
    provider = links.question_to_answer(request.actor, reference)
    form = AnswerLinkForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            secret = links.secret_for(form.cleaned_data["form_key"])
            told = {"reference": reference, "secret": secret, "at": clock.now()}
            give_answer_link(request.actor, **told, **form.cleaned_data)
            address = request.build_absolute_uri(reverse("frontdoor:answer_by_link", args=[secret]))
            given = form.cleaned_data | {"uses": 1}
            return show(request, "frontdoor/link_given.html", address=address, given=given)
    back = reverse("frontdoor:referral", args=[reference])
    return show(request, "frontdoor/give_answer_link.html", provider=provider, form=form, back_url=back)


@page(Permission.REVOKE_PARTNER_LINK, opens="link")
def revoke_partner_link_page(request: Request, reference: str) -> HttpResponse:
    """Take a link back."""
    facts = links.link_to_revoke(request.actor, reference, clock.now())
    form = RevokingForm(request.POST or None, initial={"version": facts.version})
    if form.is_valid():
        with refusals_on(form):
            revoke_partner_link(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("The link is taken back. Its address opens nothing."), "frontdoor:links")
    rows = [
        SummaryRow(_("Organisation"), facts.organisation),
        SummaryRow(_("Given to"), facts.given_to),
        SummaryRow(_("Last day"), facts.ends_on),
        SummaryRow(_("State"), _state_tag(facts)),
    ]
    return show(request, "frontdoor/revoke_partner_link.html", facts=facts, rows=rows, form=form)


@for_anybody
@page(Permission.SEND_REFERRAL_BY_LINK)
def send_referral_by_link_page(request: Request, secret: str) -> HttpResponse:
    """The form behind a link. One that does not open says so in the same words, whatever it was."""
    form = LinkReferralForm(request.POST or None, today=clock.today())
    if form.is_valid():
        with refusals_on(form):
            sent = send_referral_by_link(request.actor, secret=secret, at=clock.now(), **form.told)
            request.session["receipt"] = receipt_token(sent)
            return HttpResponseRedirect(reverse("frontdoor:link_receipt"), status=303)
    facts = links.link_to_send_by(request.actor, secret, clock.now())
    if facts is None and not form.is_bound:
        return render(request, "frontdoor/link_over.html", status=404)
    return show(request, "frontdoor/send_referral_by_link.html", facts=facts, form=form)


@for_anybody
@page(Permission.ANSWER_BY_LINK)
def answer_by_link_page(request: Request, secret: str) -> HttpResponse:
    """Whether a provider can help. Nobody is named: the provider knows of whom it was asked, and nobody else needs to."""
    form = LinkAnswerForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            given = {name: answer for name, answer in form.cleaned_data.items() if name != "website"}
            answer_by_link(request.actor, secret=secret, at=clock.now(), **given)
            return show(request, "frontdoor/link_answered.html")
    facts = links.link_to_answer_by(request.actor, secret, clock.now())
    if facts is None and not form.is_bound:
        return render(request, "frontdoor/link_over.html", status=404)
    return show(request, "frontdoor/answer_by_link.html", facts=facts, form=form)


@for_anybody
@page(Permission.SEND_REFERRAL_BY_LINK)
def link_receipt_page(request: Request) -> HttpResponse:
    """The receipt of what this session has just sent by a link."""
    receipt = links.link_receipt(request.actor, request.session.get("receipt", ""))
    return show(request, "frontdoor/link_receipt.html", receipt=receipt)


def _state_tag(row: links.LinkRow) -> Tag:
    return Tag(str(row.state.label), COLOURS.get(row.state, "grey"))
