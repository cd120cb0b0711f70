"""Where everybody arrives: what to do next."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect

from lynchpin.desk.choices import Permission
from lynchpin.desk.homes.doors import doors_of
from lynchpin.desk.homes.roles import elsewhere, home_of
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, show


@page(Permission.OPEN_HOME)
def home_page(request: Request) -> HttpResponse:
    """One page a role; roles whose work is one other page are led there."""
    actor = request.actor
    if address := elsewhere(actor):
        return HttpResponseRedirect(address)
    home = home_of(actor, clock.now())
    return show(request, "desk/home.html", home=home, doors=doors_of(actor, home))
