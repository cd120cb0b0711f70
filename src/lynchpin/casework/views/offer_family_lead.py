"""Offer the lead of a team around the family."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.families import OfferForm
from lynchpin.casework.queries.families.forms import family_lead_to_offer
from lynchpin.casework.use_cases.offer_family_lead import offer_family_lead
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show


@page(Permission.OFFER_FAMILY_LEAD, opens="family team")
def offer_family_lead_page(request: Request, reference: str) -> HttpResponse:
    facts = family_lead_to_offer(request.actor, reference)
    form = OfferForm(request.POST or None, initial={"version": facts.team.version}, offered=facts)
    if form.is_valid():
        with refusals_on(form):
            offer_family_lead(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("They are asked to take the lead."), "casework:family_team", reference)
    form.see(facts.team.version)
    shown = {"heading": _("Offer the lead to a colleague"), "button": _("Ask this colleague")}
    return show(request, "casework/family_form.html", **shown, facts=facts.team, form=form)
