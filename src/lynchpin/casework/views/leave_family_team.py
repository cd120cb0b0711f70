"""Take somebody off a team around the family."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.families import LeavingForm
from lynchpin.casework.queries.families.forms import family_team_to_leave
from lynchpin.casework.use_cases.leave_family_team import leave_family_team
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show


@page(Permission.LEAVE_FAMILY_TEAM, opens="family team")
def leave_family_team_page(request: Request, reference: str, member_id: int) -> HttpResponse:
    facts = family_team_to_leave(request.actor, reference)
    member = next((each for each in facts.members if each.id == member_id), None)
    if member is None:
        raise Http404
    form = LeavingForm(request.POST or None, initial={"version": member.version}, team=facts, leaver=member_id)
    if form.is_valid():
        with refusals_on(form):
            given = form.cleaned_data | {"member_id": member_id}
            leave_family_team(request.actor, reference=reference, at=clock.now(), **given)
            return redirect_with(request, _("They have left the team."), "casework:family_team", reference)
    form.see(member.version)
    shown = {"heading": _("Take %(name)s off the team") % {"name": member.name}, "button": _("Take them off")}
    return show(request, "casework/family_form.html", **shown, facts=facts, form=form)
