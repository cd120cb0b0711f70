"""What colleagues pass to a worker, answer them or agreed with them: counted on the home, shown here."""

from __future__ import annotations

from django.http import HttpResponse

from lynchpin.desk.choices import Permission
from lynchpin.desk.homes.home import sections_of
from lynchpin.desk.homes.workers import FROM_COLLEAGUES
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, show


@page(Permission.OPEN_HOME)
def from_colleagues_page(request: Request) -> HttpResponse:
    sections = sections_of(FROM_COLLEAGUES, request.actor, clock.now())
    return show(request, "desk/from_colleagues.html", sections=sections)
