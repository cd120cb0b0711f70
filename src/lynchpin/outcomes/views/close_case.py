"""Close a case. What is on record for its end stands above the questions."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.outcomes.choices import Permission
from lynchpin.outcomes.forms import ClosingForm
from lynchpin.outcomes.queries.achievements import case_to_close
from lynchpin.outcomes.use_cases.close_case import close_case


@page(Permission.CLOSE_CASE, opens="case")
def close_case_page(request: Request, reference: str) -> HttpResponse:
    facts = case_to_close(request.actor, reference)
    asked = {"has_outcomes": bool(facts.outcomes), "goals": facts.goals}
    form = ClosingForm(request.POST or None, initial={"version": facts.head.version}, **asked)
    if form.is_valid():
        with refusals_on(form):
            close_case(request.actor, reference=reference, at=clock.now(), **form.answers)
            return redirect_with(request, _("The case is closed."), "casework:case", reference)
    form.see(facts.head.version)
    shown = {"heading": _("Close the case"), "button": _("Close the case")}
    return show(request, "outcomes/close_case.html", **shown, head=facts.head, facts=facts, form=form)
