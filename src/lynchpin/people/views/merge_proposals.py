"""Merges that wait for a decision, and those in force."""

from __future__ import annotations

from django.http import HttpResponse

from lynchpin.kernel.page import Request, page, show
from lynchpin.people.choices import Permission
from lynchpin.people.queries.decisions import merge_proposals


@page(Permission.MERGE_RESIDENTS, action="list")
def merge_proposals_page(request: Request) -> HttpResponse:
    """Two short lists."""
    proposals = merge_proposals(request.actor)
    waiting = [each for each in proposals if not each.decided]
    in_force = [each for each in proposals if each.in_force]
    return show(request, "people/merge_proposals.html", waiting=waiting, in_force=in_force)
