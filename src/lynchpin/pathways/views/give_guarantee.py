"""Record that a guarantee was kept."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.pathways.choices import Permission, Promise
from lynchpin.pathways.forms import GuaranteeForm
from lynchpin.pathways.queries.changing import guarantee_to_give
from lynchpin.pathways.use_cases.give_guarantee import give_guarantee


@page(Permission.GIVE_GUARANTEE, opens="place")
def give_guarantee_page(request: Request, reference: str, guarantee_id: int) -> HttpResponse:
    facts = guarantee_to_give(request.actor, reference, guarantee_id)
    first = {"version": facts.version, "given_on": clock.today()}
    form = GuaranteeForm(request.POST or None, initial=first, kind=facts.kind)
    if form.is_valid():
        with refusals_on(form):
            given = {"reference": reference, "guarantee_id": guarantee_id, "at": clock.now()}
            give_guarantee(request.actor, **given, **form.cleaned_data)
            return redirect_with(request, _("The guarantee was kept."), "pathways:place", reference)
    form.see(facts.version)
    shown = {"heading": str(Promise(facts.kind).label), "button": _("Save")}
    return show(request, "pathways/give_guarantee.html", **shown, head=facts.head, facts=facts, form=form)
