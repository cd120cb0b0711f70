"""The preview of a staged file, and the button that applies it whole."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.forms import RenewedForm
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.kernel.reasons import sentence
from lynchpin.outcomes.choices import ImportState, Permission
from lynchpin.outcomes.queries.imports import import_to_apply
from lynchpin.outcomes.rules import why_not_apply
from lynchpin.outcomes.use_cases.apply_import import apply_import
from lynchpin.outcomes.views.imported import fault_rows, maybe_known, totals

FAULTS_SHOWN = 100


@page(Permission.APPLY_IMPORT)
def apply_import_page(request: Request, reference: str) -> HttpResponse:
    facts = import_to_apply(request.actor, reference)
    form = RenewedForm(request.POST or None, initial={"version": facts.version})
    if form.is_valid():
        with refusals_on(form):
            kept = apply_import(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            said = _("%(new)s rows were brought; %(here)s were here already.") % {
                "new": kept["new"],
                "here": kept["already_here"],
            }
            return redirect_with(request, said, "outcomes:apply_import", reference)
    form.see(facts.version)
    applied = facts.state == ImportState.APPLIED
    why_not = why_not_apply(facts.state, errors=facts.in_error)
    return show(
        request,
        "outcomes/apply_import.html",
        heading=_("The file is kept") if applied else _("Preview of the file"),
        applied=applied,
        facts=facts,
        form=form,
        totals=totals(facts),
        maybe_known=maybe_known(facts),
        faults=fault_rows(facts.faults[:FAULTS_SHOWN]),
        why_not=sentence(why_not) if why_not else "",
    )
