"""Where the person of a case stands, and which pathway they can start."""

from __future__ import annotations

from django.http import HttpResponse

from lynchpin.kernel.page import Request, page, show
from lynchpin.pathways.choices import Permission
from lynchpin.pathways.queries.place import pathways_to_start
from lynchpin.pathways.views.words import place_tag


@page(Permission.START_PATHWAY, opens="case")
def choose_pathway_page(request: Request, reference: str) -> HttpResponse:
    facts = pathways_to_start(request.actor, reference)
    places = [(place, place_tag(place)) for place in facts.places]
    return show(request, "pathways/choose_pathway.html", facts=facts, head=facts.head, places=places)
