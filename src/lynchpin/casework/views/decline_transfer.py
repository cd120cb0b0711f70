"""Decline a transfer, with a reason."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.hands import TransferNoForm
from lynchpin.casework.queries.transfers import transfer_page as transfer_facts
from lynchpin.casework.use_cases.decline_transfer import decline_transfer
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show


@page(Permission.DECLINE_TRANSFER, opens="transfer")
def decline_transfer_page(request: Request, reference: str) -> HttpResponse:
    facts = transfer_facts(request.actor, reference)
    form = TransferNoForm(request.POST or None, initial={"version": facts.row.version})
    if form.is_valid():
        with refusals_on(form):
            kept = decline_transfer(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(
                request, _("Your answer is kept, and the case stays where it is."), "casework:transfer", kept
            )
        facts = transfer_facts(request.actor, reference)
    form.see(facts.row.version)
    shown = {"heading": _("Say no"), "button": _("Say no")}
    return show(request, "casework/decline_transfer.html", **shown, facts=facts, row=facts.row, form=form)
