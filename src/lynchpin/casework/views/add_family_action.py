"""Add an action to the family's plan."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.families import ActionForm
from lynchpin.casework.queries.families.forms import family_plan_to_extend
from lynchpin.casework.use_cases.add_family_action import add_family_action
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show


@page(Permission.ADD_FAMILY_ACTION, opens="family team")
def add_family_action_page(request: Request, reference: str) -> HttpResponse:
    facts = family_plan_to_extend(request.actor, reference)
    form = ActionForm(request.POST or None, team=facts, initial={"due_on": facts.next_on})
    if form.is_valid():
        with refusals_on(form):
            add_family_action(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("It is in the plan."), "casework:family_team", reference)
    shown = {"heading": _("Add to the plan"), "button": _("Add it")}
    return show(request, "casework/family_form.html", **shown, facts=facts, form=form)
