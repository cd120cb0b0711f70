"""Settle an action of the family's plan."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.families import SettlingForm
from lynchpin.casework.queries.families.forms import family_action_to_settle
from lynchpin.casework.use_cases.settle_family_action import settle_family_action
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show


@page(Permission.SETTLE_FAMILY_ACTION, opens="family team")
def settle_family_action_page(request: Request, reference: str, action_id: int) -> HttpResponse:
    facts = family_action_to_settle(request.actor, reference)
    action = next((each for each in facts.actions if each.id == action_id), None)
    if action is None:
        raise Http404
    form = SettlingForm(request.POST or None, initial={"version": action.version})
    if form.is_valid():
        with refusals_on(form):
            given = form.cleaned_data | {"action_id": action_id}
            settle_family_action(request.actor, reference=reference, at=clock.now(), **given)
            return redirect_with(request, _("The action is settled."), "casework:family_team", reference)
    form.see(action.version)
    shown = {"heading": action.what, "button": _("Save it")}
    return show(request, "casework/family_form.html", **shown, facts=facts, form=form)
