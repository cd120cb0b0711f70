"""Weigh a case again."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms import WeighingForm
from lynchpin.casework.queries.forms import CaseToWeigh, case_to_weigh
from lynchpin.casework.use_cases.weigh_case import weigh_case
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show


@page(Permission.WEIGH_CASE, opens="case")
def weigh_case_page(request: Request, reference: str) -> HttpResponse:
    facts = case_to_weigh(request.actor, reference)
    form = WeighingForm(request.POST or None, initial=_present(facts))
    if form.is_valid():
        with refusals_on(form):
            weight = weigh_case(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            said = _("The case now weighs %(weight)s points.") % {"weight": weight}
            return redirect_with(request, said, "casework:case", reference)
    form.see(facts.head.version)
    shown = {"heading": _("Weigh the case again"), "button": _("Save the weight")}
    return show(request, "casework/weigh_case.html", **shown, head=facts.head, form=form)


def _present(facts: CaseToWeigh) -> dict[str, object]:
    return {
        "version": facts.head.version,
        "complexity": facts.complexity,
        "family_size": facts.family_size,
        "intensity": facts.intensity,
    }
