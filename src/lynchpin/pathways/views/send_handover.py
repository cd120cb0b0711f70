"""Send a handover."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.pathways.choices import Permission
from lynchpin.pathways.forms import SendingForm
from lynchpin.pathways.queries.handovers import handover_page as handover_facts
from lynchpin.pathways.use_cases.send_handover import send_handover


@page(Permission.SEND_HANDOVER, opens="handover")
def send_handover_page(request: Request, reference: str) -> HttpResponse:
    facts = handover_facts(request.actor, reference)
    form = SendingForm(request.POST or None, initial={"version": facts.head.version})
    if form.is_valid():
        with refusals_on(form):
            send_handover(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(
                request, _("The handover is sent. You still hold the case."), "pathways:handover", reference
            )
    form.see(facts.head.version)
    shown = {"heading": _("Send the handover"), "button": _("Send it")}
    return show(request, "pathways/send_handover.html", **shown, facts=facts, head=facts.head, form=form)
