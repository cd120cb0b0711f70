"""Assess with a family. A later edition starts with what was said before."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.families import AssessmentForm
from lynchpin.casework.queries.families.forms import family_to_assess
from lynchpin.casework.queries.families.team import AssessmentFact
from lynchpin.casework.use_cases.assess_family import assess_family
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show

GOES_ON = ("language", "strengths", "hopes", "hard_now", "help_wanted")


@page(Permission.ASSESS_FAMILY, opens="family team")
def assess_family_page(request: Request, reference: str) -> HttpResponse:
    facts = family_to_assess(request.actor, reference)
    last = facts.assessment
    edition = last.edition if last else 0
    first = {"version": edition, "held_on": clock.today()} | _said_before(last)
    form = AssessmentForm(request.POST or None, initial=first, team=facts)
    if form.is_valid():
        with refusals_on(form):
            assess_family(request.actor, reference=reference, at=clock.now(), **form.told)
            return redirect_with(request, _("The assessment is saved."), "casework:family_team", reference)
    form.see(edition)
    shown = {"heading": _("Assess with the family"), "button": _("Save the assessment")}
    return show(request, "casework/assess_family.html", **shown, facts=facts, form=form, last=last)


def _said_before(last: AssessmentFact | None) -> dict[str, str]:
    return {name: getattr(last, name) for name in GOES_ON} if last else {}
