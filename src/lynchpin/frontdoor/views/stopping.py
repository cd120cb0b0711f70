"""One page that stops profiling at once. It stands here because only the front door knows which families wait for a decision."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lynchpin.face.parts import Tile
from lynchpin.frontdoor.queries.stopping import WhatStops, what_stops
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.kernel.reasons import sentence
from lynchpin.profiles.choices import Permission
from lynchpin.profiles.forms import StopProfilingForm
from lynchpin.profiles.use_cases.stop_profiling import stop_profiling


@page(Permission.STOP_PROFILING)
def stop_profiling_page(request: Request) -> HttpResponse:
    """What will happen, in counts; then a reason, and one press."""
    facts, form = what_stops(request.actor), StopProfilingForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            stop = stop_profiling(request.actor, at=clock.now(), **form.cleaned_data)
            said = _("Profiling is stopped. Nobody is profiled, and nothing it suggested is shown.")
            return redirect_with(request, said, "profiles:profiling_stop", stop)
    return show(
        request,
        "frontdoor/stop_profiling.html",
        form=form,
        tiles=_tiles(facts),
        why_not=sentence(facts.why_not) if facts.why_not else "",
        back_url=reverse("profiles:runs"),
    )


def _tiles(facts: WhatStops) -> list[Tile]:
    taken, waiting = facts.taken, facts.released + facts.withheld
    under_way = taken.under_way + taken.waiting
    families = ngettext("family is shown no longer", "families are shown no longer", taken.families)
    withdrawn = ngettext("undecided family is withdrawn", "undecided families are withdrawn", waiting)
    return [
        Tile(under_way, ngettext("run under way breaks off", "runs under way break off", under_way)),
        Tile(taken.approved, ngettext("approved run is withdrawn", "approved runs are withdrawn", taken.approved)),
        Tile(taken.families, families),
        Tile(waiting, withdrawn),
        Tile(facts.decided, ngettext("decision of a reviewer stays", "decisions of reviewers stay", facts.decided)),
    ]
