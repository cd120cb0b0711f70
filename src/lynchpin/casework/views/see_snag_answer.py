"""I have seen the answer."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.snags import SeenForm
from lynchpin.casework.use_cases.see_snag_answer import see_snag_answer
from lynchpin.kernel import clock
from lynchpin.kernel.errors import Stale
from lynchpin.kernel.page import PRESSED, Request, page, redirect_with


@page(Permission.SEE_SNAG_ANSWER, opens="snag", takes=PRESSED)
def see_snag_answer_page(request: Request, snag_id: int) -> HttpResponse:
    """A button at home."""
    form = SeenForm(request.POST)
    if not form.is_valid():
        raise Stale()
    see_snag_answer(request.actor, snag_id=snag_id, at=clock.now(), **form.cleaned_data)
    return redirect_with(request, _("The answer is off your page."), "desk:home")
