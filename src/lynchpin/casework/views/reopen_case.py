"""Reopen a closed case."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.hands import ReopeningForm
from lynchpin.casework.queries.forms import case_to_reopen
from lynchpin.casework.use_cases.reopen_case import reopen_case
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show


@page(Permission.REOPEN_CASE, opens="case")
def reopen_case_page(request: Request, reference: str) -> HttpResponse:
    head = case_to_reopen(request.actor, reference)
    form = ReopeningForm(request.POST or None, initial={"version": head.version})
    if form.is_valid():
        with refusals_on(form):
            kept = reopen_case(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            said = _("The case is open again and waits for a worker. Everything that was written is still here.")
            return redirect_with(request, said, "casework:case", kept)
    form.see(head.version)
    shown = {"heading": _("Open the case again"), "button": _("Open it again")}
    return show(request, "casework/reopen_case.html", **shown, head=head, form=form)
