"""Take the lead of a team around the family."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.families import TakingForm
from lynchpin.casework.queries.families.forms import family_lead_to_take
from lynchpin.casework.use_cases.take_family_lead import take_family_lead
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show


@page(Permission.TAKE_FAMILY_LEAD, opens="family team")
def take_family_lead_page(request: Request, reference: str) -> HttpResponse:
    facts = family_lead_to_take(request.actor, reference)
    form = TakingForm(request.POST or None, initial={"version": facts.version})
    if form.is_valid():
        with refusals_on(form):
            take_family_lead(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("You are the lead professional now."), "casework:family_team", reference)
    form.see(facts.version)
    shown = {"heading": _("Take the lead"), "button": _("Take the lead")}
    return show(request, "casework/family_form.html", **shown, facts=facts, form=form)
