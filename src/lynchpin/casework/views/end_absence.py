"""End an absence: a button beside it."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.absences import BackForm
from lynchpin.casework.use_cases.end_absence import end_absence
from lynchpin.kernel import clock
from lynchpin.kernel.page import PRESSED, Request, page, redirect_with, refusals_on, show


@page(Permission.END_ABSENCE, takes=PRESSED)
def end_absence_page(request: Request, absence_id: int) -> HttpResponse:
    form = BackForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            end_absence(request.actor, absence_id=absence_id, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("Cover ends today. Nothing that was written is lost."), "casework:absences")
    return show(request, "casework/end_absence.html", form=form)
