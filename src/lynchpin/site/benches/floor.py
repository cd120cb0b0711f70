"""The least that a page costs: signed in, all middleware, the base template, the access log, and one row read."""

from __future__ import annotations

from django.http import HttpResponse

from lynchpin.desk.choices import Permission
from lynchpin.kernel.page import Request, page, show
from lynchpin.organisations.models import Staff


@page(Permission.OPEN_HOME)
def bench_page(request: Request) -> HttpResponse:
    """One's own name."""
    me = Staff.objects.visible_to(request.actor).find(pk=request.actor.staff_id)
    return show(request, "site/bench.html", name=me.name)
