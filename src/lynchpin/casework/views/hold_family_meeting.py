"""Record a meeting of a team around the family."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.families import MeetingForm
from lynchpin.casework.queries.families.forms import family_meeting_to_hold
from lynchpin.casework.use_cases.hold_family_meeting import hold_family_meeting
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show


@page(Permission.HOLD_FAMILY_MEETING, opens="family team")
def hold_family_meeting_page(request: Request, reference: str) -> HttpResponse:
    facts = family_meeting_to_hold(request.actor, reference)
    first = {"version": facts.team.version, "review_on": facts.review_on}
    form = MeetingForm(request.POST or None, initial=first, offered=facts, today=clock.today())
    if form.is_valid():
        with refusals_on(form):
            next_on = hold_family_meeting(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            day = date_format(date.fromisoformat(next_on), "j F Y")
            said = _("The meeting is saved. Meet again by %(day)s.") % {"day": day}
            return redirect_with(request, said, "casework:family_team", reference)
    form.see(facts.team.version)
    shown = {"heading": _("Record a meeting"), "button": _("Save the meeting")}
    return show(request, "casework/family_form.html", **shown, facts=facts.team, form=form)
