"""Propose a transfer of a case to a colleague."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.hands import TransferForm
from lynchpin.casework.queries.transfers import transfer_to_propose
from lynchpin.casework.use_cases.propose_transfer import propose_transfer
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show


@page(Permission.PROPOSE_TRANSFER, opens="case")
def propose_transfer_page(request: Request, reference: str) -> HttpResponse:
    facts = transfer_to_propose(request.actor, reference)
    if facts.under_way and request.method == "GET":
        return HttpResponseRedirect(reverse("casework:transfer", args=[facts.under_way]))
    form = TransferForm(request.POST or None, initial={"version": facts.head.version}, colleagues=facts.colleagues)
    if form.is_valid():
        with refusals_on(form):
            kept = propose_transfer(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            said = _("Your colleague has been asked. Until they have taken the case on, it stays where it is.")
            return redirect_with(request, said, "casework:transfer", kept)
    form.see(facts.head.version)
    shown = {"heading": _("Pass the case to a colleague"), "button": _("Ask this colleague")}
    return show(request, "casework/propose_transfer.html", **shown, facts=facts, head=facts.head, form=form)
