"""Send back a plan, with what is missing."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.approvals import SendingBackForm
from lynchpin.casework.queries.approvals import plan_to_send_back
from lynchpin.casework.use_cases.send_back_plan import send_back_plan
from lynchpin.casework.views.comparing import changes_shown
from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.kernel.reasons import sentence


@page(Permission.SEND_BACK_PLAN, opens="case")
def send_back_plan_page(request: Request, reference: str, edition: int) -> HttpResponse:
    facts = plan_to_send_back(request.actor, reference, edition)
    form = SendingBackForm(request.POST or None, initial={"version": facts.compared.after.version})
    if form.is_valid():
        with refusals_on(form):
            send_back_plan(request.actor, reference=reference, edition=edition, at=clock.now(), **form.cleaned_data)
            said = _("Edition %(edition)s of the plan is sent back, with your words.") % {"edition": edition}
            return redirect_with(request, said, "casework:case", reference)
        facts = plan_to_send_back(
            request.actor, reference, edition
        )  # somebody else may have decided, or written a newer one
        form.see(facts.compared.after.version)
    shown = {"heading": _("Send a plan back"), "button": _("Send it back")}
    instead = _instead(request.actor, reference, edition)
    why_not = sentence(facts.why_not) if facts.why_not else ""
    compared = {"facts": facts.compared, "changes": changes_shown(request.actor, facts.compared), "why_not": why_not}
    return show(
        request,
        "casework/send_back_plan.html",
        **shown,
        **compared,
        instead=instead,
        head=facts.compared.head,
        form=form,
    )


def _instead(actor: Actor, reference: str, edition: int) -> str:
    """The address of the other answer, for whoever may give it."""
    may = actor.may(Permission.APPROVE_PLAN)
    return reverse("casework:approve_plan", args=[reference, edition]) if may else ""
