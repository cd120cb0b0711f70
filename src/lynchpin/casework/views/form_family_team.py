"""Form a team around the family of a case."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.families import FormingForm
from lynchpin.casework.queries.families.forms import family_team_to_form
from lynchpin.casework.use_cases.form_family_team import form_family_team
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show


@page(Permission.FORM_FAMILY_TEAM, opens="case")
def form_family_team_page(request: Request, reference: str) -> HttpResponse:
    head = family_team_to_form(request.actor, reference)
    form = FormingForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            team = form_family_team(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            said = _("The team is formed. Ask each of the family next whether they agree.")
            return redirect_with(request, said, "casework:family_team", team)
    shown = {"heading": _("Form a team around the family"), "button": _("Form the team")}
    return show(request, "casework/form_family_team.html", **shown, head=head, form=form)
