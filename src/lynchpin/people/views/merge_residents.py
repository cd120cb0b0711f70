"""Merge residents: both records beside each other, and the decision."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.kernel.reasons import sentence
from lynchpin.people.choices import Permission
from lynchpin.people.forms.decisions import DecideForm
from lynchpin.people.queries.decisions import merge_to_decide
from lynchpin.people.use_cases.merge_residents import merge_residents
from lynchpin.people.views.resident import particulars_shown


@page(Permission.MERGE_RESIDENTS, opens="merge")
def merge_residents_page(request: Request, reference: str) -> HttpResponse:
    """Approve here; declining and undoing have addresses of their own."""
    form = DecideForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            merge_residents(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("The two records are one person now."), "people:merge_proposals")
    facts = merge_to_decide(request.actor, reference)
    shown = {
        "kept": particulars_shown(facts.kept),
        "merged": particulars_shown(facts.merged),
        "why_not": sentence(facts.why_not) if facts.why_not else "",
        "decide": DecideForm(initial={"version": facts.version}),
    }
    return show(request, "people/merge_residents.html", facts=facts, form=form, **shown)
