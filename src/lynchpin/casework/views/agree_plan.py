"""Agree a plan. After a refusal, what is stored now stands beside what was typed."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms import PlanForm
from lynchpin.casework.forms.plans import stored_plan
from lynchpin.casework.queries.forms import plan_to_agree
from lynchpin.casework.use_cases.agree_plan import agree_plan
from lynchpin.kernel import clock
from lynchpin.kernel.drafts import keeps_drafts
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show

ASKED = ("form_key", "version", "agreed_on", "review_on")


@page(Permission.AGREE_PLAN, opens="case")
@keeps_drafts
def agree_plan_page(request: Request, reference: str) -> HttpResponse:
    facts = plan_to_agree(request.actor, reference)
    goals = len(facts.plan.goals) if facts.plan else 0
    offered = {"measures": facts.measures, "wellbeing": facts.wellbeing_goals}
    form = PlanForm(request.POST or None, today=clock.today(), goals=goals, **offered)
    if form.is_valid():
        asked = {name: form.cleaned_data[name] for name in ASKED}
        with refusals_on(form):
            edition = agree_plan(request.actor, reference=reference, goals=form.goals, at=clock.now(), **asked)
            return redirect_with(request, _said(edition, facts.waits_for_approval), "casework:case", reference)
        facts = plan_to_agree(request.actor, reference)  # what somebody else stored meanwhile
    form.beside(stored_plan(facts)).take_up(request.drafting.typed)
    shown = {"heading": _("Agree a plan"), "button": _("Save the plan"), "waits_next": facts.waits_for_approval}
    return show(request, "casework/agree_plan.html", **shown, head=facts.head, plan=facts.plan, form=form)


def _said(edition: int, waits: bool) -> str:
    if waits:
        return _("Edition %(edition)s is kept, and waits for a lead worker to look at it.") % {"edition": edition}
    return _("Edition %(edition)s of the plan is agreed.") % {"edition": edition}
