"""Choose a pathway for the person of a case."""

from __future__ import annotations

from django.http import HttpResponse

from lynchpin.kernel.page import Request, page, show
from lynchpin.pathways.choices import Permission
from lynchpin.pathways.queries.place import pathways_to_start


@page(Permission.START_PATHWAY, opens="case")
def choose_pathway_page(request: Request, reference: str) -> HttpResponse:
    head, pathways = pathways_to_start(request.actor, reference)
    return show(request, "pathways/choose_pathway.html", head=head, pathways=pathways)
