"""I am safe."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.visits import SafeForm
from lynchpin.casework.use_cases.end_visit import end_visit
from lynchpin.kernel import clock
from lynchpin.kernel.errors import Stale
from lynchpin.kernel.page import PRESSED, Request, page, redirect_with


@page(Permission.END_VISIT, opens="visit", takes=PRESSED)
def end_visit_page(request: Request, visit_id: int) -> HttpResponse:
    """A button; whoever is safe most likely wants to write down the contact next."""
    form = SafeForm(request.POST)
    if not form.is_valid():
        raise Stale()
    case = end_visit(request.actor, visit_id=visit_id, at=clock.now(), **form.cleaned_data)
    said = _("Good that you are safe. Your visit is over.")
    if case and request.actor.may(Permission.RECORD_CONTACT):
        return redirect_with(request, said, "casework:record_contact", case)
    return redirect_with(request, said, "desk:home")
