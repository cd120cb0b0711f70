"""Withdraw a transfer."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.hands import TransferAnswerForm
from lynchpin.casework.queries.transfers import transfer_page as transfer_facts
from lynchpin.casework.use_cases.withdraw_transfer import withdraw_transfer
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show


@page(Permission.WITHDRAW_TRANSFER, opens="transfer")
def withdraw_transfer_page(request: Request, reference: str) -> HttpResponse:
    facts = transfer_facts(request.actor, reference)
    form = TransferAnswerForm(request.POST or None, initial={"version": facts.row.version})
    if form.is_valid():
        with refusals_on(form):
            kept = withdraw_transfer(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(
                request,
                _("Your colleague is no longer asked, and the case stays where it is."),
                "casework:transfer",
                kept,
            )
        facts = transfer_facts(request.actor, reference)
    form.see(facts.row.version)
    shown = {"heading": _("Take it back"), "button": _("Take it back")}
    return show(request, "casework/withdraw_transfer.html", **shown, facts=facts, row=facts.row, form=form)
