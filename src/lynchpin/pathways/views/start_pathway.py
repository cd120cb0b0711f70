"""Start a pathway: the questions of its first step, and the day."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.pathways.choices import Permission
from lynchpin.pathways.forms import StartForm
from lynchpin.pathways.queries.place import pathway_to_start
from lynchpin.pathways.use_cases.start_pathway import start_pathway


@page(Permission.START_PATHWAY, opens="case")
def start_pathway_page(request: Request, reference: str, pathway: str) -> HttpResponse:
    facts = pathway_to_start(request.actor, reference, pathway)
    form = StartForm(request.POST or None, initial={"started_on": clock.today()}, asks=facts.asks)
    if form.is_valid():
        with refusals_on(form):
            place = start_pathway(request.actor, reference=reference, pathway=pathway, at=clock.now(), **form.start)
            return redirect_with(request, _("They have started on the pathway."), "pathways:place", place)
    return show(request, "pathways/start_pathway.html", facts=facts, head=facts.head, form=form)
