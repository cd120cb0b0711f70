"""Open a case from a routed referral."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Complexity, Intensity, Permission
from lynchpin.casework.forms import OpeningForm
from lynchpin.casework.queries.forms import referral_to_open
from lynchpin.casework.use_cases.open_case import open_case
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show

LIKELY = {"complexity": Complexity.STEADY, "family_size": 1, "intensity": Intensity.FORTNIGHTLY}


@page(Permission.OPEN_CASE, opens="referral")
def open_case_page(request: Request, reference: str) -> HttpResponse:
    form = OpeningForm(request.POST or None, initial=LIKELY)
    if form.is_valid():
        with refusals_on(form):
            case = open_case(request.actor, referral=reference, at=clock.now(), **form.cleaned_data)
            said = _("Case %(case)s is open. Give it a worker next.") % {"case": case}
            return redirect_with(request, said, "casework:case", case)
    facts = referral_to_open(request.actor, reference)
    shown = {"heading": _("Open a case"), "button": _("Open the case")}
    return show(request, "casework/open_case.html", **shown, facts=facts, form=form)
