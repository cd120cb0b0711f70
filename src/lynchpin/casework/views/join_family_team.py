"""Put somebody on a team around the family."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.families import JoiningForm
from lynchpin.casework.queries.families.forms import family_team_to_join
from lynchpin.casework.use_cases.join_family_team import join_family_team
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show


@page(Permission.JOIN_FAMILY_TEAM, opens="family team")
def join_family_team_page(request: Request, reference: str) -> HttpResponse:
    facts = family_team_to_join(request.actor, reference)
    form = JoiningForm(request.POST or None, offered=facts)
    if form.is_valid():
        with refusals_on(form):
            join_family_team(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("They are on the team."), "casework:family_team", reference)
    shown = {"heading": _("Put somebody on the team"), "button": _("Put them on the team")}
    return show(request, "casework/family_form.html", **shown, facts=facts.team, form=form)
