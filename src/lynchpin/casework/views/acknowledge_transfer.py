"""Acknowledge a transfer: take a colleague's case on."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.hands import TransferAnswerForm
from lynchpin.casework.queries.transfers import transfer_page as transfer_facts
from lynchpin.casework.use_cases.acknowledge_transfer import acknowledge_transfer
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show


@page(Permission.ACKNOWLEDGE_TRANSFER, opens="transfer")
def acknowledge_transfer_page(request: Request, reference: str) -> HttpResponse:
    facts = transfer_facts(request.actor, reference)
    form = TransferAnswerForm(request.POST or None, initial={"version": facts.row.version})
    if form.is_valid():
        with refusals_on(form):
            kept = acknowledge_transfer(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("The case is yours now."), "casework:case", kept)
        facts = transfer_facts(request.actor, reference)
    form.see(facts.row.version)
    shown = {"heading": _("Take the case on"), "button": _("Take it on")}
    return show(request, "casework/acknowledge_transfer.html", **shown, facts=facts, row=facts.row, form=form)
