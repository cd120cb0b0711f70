"""Load a publisher's file of postcodes."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.places.choices import Permission
from lynchpin.places.forms import LoadPostcodesForm
from lynchpin.places.postcodes import read_postcodes
from lynchpin.places.use_cases.load_postcodes import load_postcodes


@page(Permission.LOAD_POSTCODES)
def load_postcodes_page(request: Request) -> HttpResponse:
    form = LoadPostcodesForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        with refusals_on(form):
            sent = form.cleaned_data
            counts = load_postcodes(request.actor, areas=read_postcodes(sent["file"]), form_key=sent["form_key"])
            done = _("Postcodes: %(added)s added, %(changed)s changed, %(unchanged)s as before.")
            return redirect_with(request, done % counts, "places:clusters")
    shown = {
        "heading": _("Load postcodes"),
        "intro": _("A profile run and every address need to know which small area a postcode lies in."),
        "button": _("Load the postcodes"),
        "back_url": reverse("places:clusters"),
    }
    return show(request, "face/form_page.html", form=form, **shown)
