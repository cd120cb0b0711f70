"""Come back to a pathway."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.pathways.choices import Permission
from lynchpin.pathways.forms import ReturnForm
from lynchpin.pathways.queries.changing import place_to_re_enter
from lynchpin.pathways.use_cases.re_enter_pathway import re_enter_pathway


@page(Permission.RE_ENTER_PATHWAY, opens="place")
def re_enter_pathway_page(request: Request, reference: str) -> HttpResponse:
    facts = place_to_re_enter(request.actor, reference)
    first = {"version": facts.head.version, "moved_on": clock.today()}
    form = ReturnForm(request.POST or None, initial=first, steps=facts.steps)
    if form.is_valid():
        with refusals_on(form):
            re_enter_pathway(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("They are back on the pathway."), "pathways:place", reference)
    form.see(facts.head.version)
    shown = {"heading": _("Take them back in"), "button": _("Take them back in")}
    return show(request, "pathways/re_enter_pathway.html", **shown, head=facts.head, form=form)
