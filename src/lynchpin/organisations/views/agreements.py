"""Sharing agreements: the list, one in words, signing and revoking."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lynchpin.face.lists import Cell, Column, Listing, ListQuery
from lynchpin.face.parts import SummaryRow, Tag
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.organisations import feed_words, queries
from lynchpin.organisations.choices import Permission
from lynchpin.organisations.forms import FeedForm, RevokeAgreementForm, SignAgreementForm
from lynchpin.organisations.queries.agreements import Agreement, AgreementRow
from lynchpin.organisations.use_cases.revoke_agreement import revoke_agreement
from lynchpin.organisations.use_cases.sign_agreement import sign_agreement

STATES = {
    "in_force": (gettext_lazy("In force"), "green"),
    "expiring": (gettext_lazy("Ends soon"), "orange"),
    "expired": (gettext_lazy("Ended"), "red"),
    "not_started": (gettext_lazy("Not started"), "blue"),
    "revoked": (gettext_lazy("Revoked"), "grey"),
}


def state_tag(row: AgreementRow | Agreement) -> Tag:
    text, colour = STATES[row.state]
    return Tag(str(text), colour)


def _address(row: AgreementRow) -> str:
    return reverse("organisations:agreement", args=[row.reference])


COLUMNS = [
    Column("feed", gettext_lazy("Feed"), sortable=True, href=_address),
    Column("partner", gettext_lazy("Partner"), sortable=True),
    Column("state", gettext_lazy("State"), Cell.TAG, read=state_tag),
    Column("starts_on", gettext_lazy("First day"), Cell.DATE),
    Column("ends_on", gettext_lazy("Last day"), Cell.DATE, sortable=True),
    Column("review_on", gettext_lazy("Review"), Cell.DATE, sortable=True),
]


@page(Permission.READ_AGREEMENTS, action="list")
def agreements_page(request: Request) -> HttpResponse:
    query = ListQuery.from_params(request.GET, COLUMNS, sort="ends_on")
    found = queries.agreements(request.actor, query)
    empty = _("No agreement is kept yet. No feed loads until one is signed.")
    listing = Listing(COLUMNS, found, request.GET, caption=_("Sharing agreements"), empty=empty)
    may_sign = request.actor.may(Permission.SIGN_AGREEMENT)
    heading = _("Sharing agreements")
    return show(request, "organisations/agreements.html", heading=heading, listing=listing, may_sign=may_sign)


@page(Permission.READ_AGREEMENTS, opens="agreement")
def agreement_page(request: Request, reference: str) -> HttpResponse:
    facts = queries.agreement(request.actor, reference)
    may_revoke = request.actor.may(Permission.REVOKE_AGREEMENT) and facts.revoked_on is None
    shown = {"facts": facts, "rows": _in_rows(facts), "tag": state_tag(facts), "may_revoke": may_revoke}
    return show(request, "organisations/agreement.html", **shown)


@page(Permission.SIGN_AGREEMENT)
def sign_agreement_page(request: Request) -> HttpResponse:
    """Two steps: the feed in the address, then what was signed about it."""
    choosing = FeedForm(request.GET, feeds=[(words.key, words.label) for words in feed_words.feeds()])
    if "feed" not in choosing.chosen:
        return show(request, "organisations/choose_feed.html", choosing=choosing)
    words = feed_words.feed(choosing.chosen["feed"])
    form = SignAgreementForm(
        request.POST or None,
        partners=queries.partners(request.actor),
        fields_of_feed=feed_words.field_names(words.fields),
        initial={"partner": words.partner, "starts_on": clock.today()},
    )
    if form.is_valid():
        with refusals_on(form):
            reference = sign_agreement(request.actor, feed=words.key, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("The agreement is kept."), "organisations:agreement", reference)
    return show(request, "organisations/sign_agreement.html", form=form, words=words)


@page(Permission.REVOKE_AGREEMENT, opens="agreement")
def revoke_agreement_page(request: Request, reference: str) -> HttpResponse:
    facts = queries.agreement(request.actor, reference)
    form = RevokeAgreementForm(request.POST or None, initial={"version": facts.version})
    if form.is_valid():
        with refusals_on(form):
            revoke_agreement(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            done = _("The agreement is revoked. Its feed loads nothing from now on.")
            return redirect_with(request, done, "organisations:agreement", reference)
    return show(request, "organisations/revoke_agreement.html", facts=facts, form=form)


def _in_rows(facts: Agreement) -> list[SummaryRow]:
    kept_for = _("%(days)s days") % {"days": facts.retention_days}
    rows = [
        SummaryRow(_("Partner"), facts.partner),
        SummaryRow(_("Kind"), facts.kind),
        SummaryRow(_("First day"), facts.starts_on),
        SummaryRow(_("Last day"), facts.ends_on),
        SummaryRow(_("Review"), facts.review_on),
        SummaryRow(_("Files are kept for"), kept_for),
        SummaryRow(_("Power to disclose"), facts.power_to_disclose or _("Not named")),
        SummaryRow(_("Impact assessment"), facts.impact_assessment or _("Not named")),
        SummaryRow(_("Signed"), facts.signed_on),
    ]
    if facts.revoked_on:
        rows += [SummaryRow(_("Revoked"), facts.revoked_on), SummaryRow(_("Reason"), facts.revocation_reason)]
    return rows
