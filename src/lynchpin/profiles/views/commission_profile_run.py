"""Commission a run, which is then made in the background."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.profiles import queries
from lynchpin.profiles.choices import Permission
from lynchpin.profiles.forms import CommissionProfileRunForm
from lynchpin.profiles.running import start_run
from lynchpin.profiles.use_cases.commission_profile_run import commission_profile_run


@page(Permission.COMMISSION_RUN)
def commission_profile_run_page(request: Request) -> HttpResponse:
    actor = request.actor
    clusters, zones = queries.places_to_profile(actor)
    form = CommissionProfileRunForm(request.POST or None, clusters=clusters, zones=zones, today=clock.today())
    if form.is_valid():
        with refusals_on(form):
            run = commission_profile_run(actor, at=clock.now(), **form.cleaned_data)
            start_run(actor, run)
            said = _("Run %(run)s is commissioned and is being made.") % {"run": run}
            return redirect_with(request, said, "profiles:profile_run", run)
    shown = {"heading": _("Commission a profile run"), "button": _("Commission the run"), "form": form}
    return show(request, "profiles/commission_profile_run.html", back_url=reverse("profiles:runs"), **shown)
