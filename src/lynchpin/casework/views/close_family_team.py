"""Close a team around the family."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.families import TeamClosingForm
from lynchpin.casework.queries.families.forms import family_team_to_close
from lynchpin.casework.use_cases.close_family_team import close_family_team
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show


@page(Permission.CLOSE_FAMILY_TEAM, opens="family team")
def close_family_team_page(request: Request, reference: str) -> HttpResponse:
    facts = family_team_to_close(request.actor, reference)
    form = TeamClosingForm(request.POST or None, initial={"version": facts.version})
    if form.is_valid():
        with refusals_on(form):
            close_family_team(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("The team is closed."), "casework:family_team", reference)
    form.see(facts.version)
    shown = {"heading": _("Close the team"), "button": _("Close the team")}
    return show(request, "casework/family_form.html", **shown, facts=facts, form=form)
