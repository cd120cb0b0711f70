"""Close a case. What is on record for its end stands above the questions."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import page, redirect_with, refusals_on, show
from lynchpin.outcomes.choices import Permission
from lynchpin.outcomes.forms import ClosingForm
from lynchpin.outcomes.queries.achievements import case_to_close
from lynchpin.outcomes.use_cases.close_case import close_case


@page(Permission.CLOSE_CASE, opens="case")
def close_case_page(request: HttpRequest, reference: str) -> HttpResponse:
    facts = case_to_close(request.actor, reference)  # type: ignore[attr-defined]
    form = ClosingForm(request.POST or None, initial={"version": facts.head.version})
    if form.is_valid():
        with refusals_on(form):
            close_case(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)  # type: ignore[attr-defined]
            return redirect_with(request, _("The case is closed."), "casework:case", reference)
    form.see(facts.head.version)
    shown = {"heading": _("Close the case"), "button": _("Close the case")}
    return show(request, "outcomes/close_case.html", **shown, head=facts.head, facts=facts, form=form)
