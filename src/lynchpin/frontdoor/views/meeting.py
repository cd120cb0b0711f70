"""Reporting somebody met at an activity."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.frontdoor.choices import Permission
from lynchpin.frontdoor.forms.meeting import MeetingForm
from lynchpin.frontdoor.use_cases.report_someone_met import report_someone_met
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.places.queries import venues


@page(Permission.REPORT_SOMEONE_MET)
def report_someone_met_page(request: Request) -> HttpResponse:
    """Tell the centre of somebody met."""
    places = [venue.name for venue in venues(request.actor)]
    form = MeetingForm(request.POST or None, venues=places, today=clock.today())
    if form.is_valid():
        with refusals_on(form):
            reference = report_someone_met(request.actor, at=clock.now(), **form.told)
            said = _("The central support team has it, as %(reference)s.") % {"reference": reference}
            return redirect_with(request, said, "desk:home")
    return show(request, "frontdoor/report_someone_met.html", form=form)
