"""Approve a plan: what changed stands above the button."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.approvals import ApprovalForm
from lynchpin.casework.queries.approvals import plan_to_approve
from lynchpin.casework.use_cases.approve_plan import approve_plan
from lynchpin.casework.views.comparing import changes_shown
from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.kernel.reasons import sentence


@page(Permission.APPROVE_PLAN, opens="case")
def approve_plan_page(request: Request, reference: str, edition: int) -> HttpResponse:
    facts = plan_to_approve(request.actor, reference, edition)
    form = ApprovalForm(request.POST or None, initial={"version": facts.compared.after.version})
    if form.is_valid():
        with refusals_on(form):
            approve_plan(request.actor, reference=reference, edition=edition, at=clock.now(), **form.cleaned_data)
            said = _("Edition %(edition)s of the plan is in force.") % {"edition": edition}
            return redirect_with(request, said, "casework:case", reference)
        facts = plan_to_approve(
            request.actor, reference, edition
        )  # somebody else may have decided, or written a newer one
        form.see(facts.compared.after.version)
    shown = {"heading": _("Approve a plan"), "button": _("Approve the plan")}
    instead = _instead(request.actor, reference, edition)
    why_not = sentence(facts.why_not) if facts.why_not else ""
    compared = {"facts": facts.compared, "changes": changes_shown(request.actor, facts.compared), "why_not": why_not}
    return show(
        request, "casework/approve_plan.html", **shown, **compared, instead=instead, head=facts.compared.head, form=form
    )


def _instead(actor: Actor, reference: str, edition: int) -> str:
    """The address of the other answer, for whoever may give it."""
    may = actor.may(Permission.SEND_BACK_PLAN)
    return reverse("casework:send_back_plan", args=[reference, edition]) if may else ""
