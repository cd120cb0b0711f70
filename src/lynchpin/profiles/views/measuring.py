"""Measuring a run, in the background."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel.page import PRESSED, Request, page, redirect_with
from lynchpin.profiles.choices import Permission
from lynchpin.profiles.queries.assurance import assurance_of_run
from lynchpin.profiles.running import start_measuring


@page(Permission.RECORD_ASSURANCE, opens="run", takes=PRESSED)
def record_assurance_page(request: Request, reference: str) -> HttpResponse:
    """A button: the run is made anew from its files and measured. Pressed twice, it is measured once."""
    if not assurance_of_run(request.actor, reference).measuring:
        start_measuring(request.actor, reference)
    return redirect_with(request, _("The run is being measured."), "desk:assurance_of_run", reference)
