"""More time on a visit."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.visits import MoreTimeForm
from lynchpin.casework.use_cases.extend_visit import extend_visit
from lynchpin.kernel import clock
from lynchpin.kernel.errors import Stale
from lynchpin.kernel.page import PRESSED, Request, page, redirect_with


@page(Permission.EXTEND_VISIT, opens="visit", takes=PRESSED)
def extend_visit_page(request: Request, visit_id: int) -> HttpResponse:
    """A button."""
    form = MoreTimeForm(request.POST)
    if not form.is_valid():
        raise Stale()
    extend_visit(request.actor, visit_id=visit_id, at=clock.now(), **form.cleaned_data)
    return redirect_with(request, _("You have more time."), "desk:home")
