"""Add a venue."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.places import queries
from lynchpin.places.choices import Permission
from lynchpin.places.forms import AddVenueForm
from lynchpin.places.use_cases.add_venue import add_venue


@page(Permission.ADD_VENUE)
def add_venue_page(request: Request) -> HttpResponse:
    form = AddVenueForm(request.POST or None, areas=queries.areas_for_venue(request.actor))
    if form.is_valid():
        with refusals_on(form):
            add_venue(request.actor, **form.cleaned_data)
            return redirect_with(request, _("The venue is kept."), "places:clusters")
    return show(request, "places/add_venue.html", form=form)
