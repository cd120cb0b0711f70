"""Record when a worker is away, and who covers; what is recorded already stands beside it, with the button that ends it."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import AbsenceReason, Permission
from lynchpin.casework.forms.absences import AbsenceForm, BackForm
from lynchpin.casework.queries.absences import absence_to_record
from lynchpin.casework.use_cases.record_absence import record_absence
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show


@page(Permission.RECORD_ABSENCE)
def record_absence_page(request: Request, staff_id: int) -> HttpResponse:
    facts = absence_to_record(request.actor, staff_id)
    form = AbsenceForm(request.POST or None, colleagues=facts.colleagues, today=clock.today())
    if form.is_valid():
        with refusals_on(form):
            record_absence(request.actor, staff_id=staff_id, at=clock.now(), **form.cleaned_data)
            said = _("It is kept. Whoever covers sees the cases on those days, and no longer.")
            return redirect_with(request, said, "casework:record_absence", staff_id)
    standing = [
        (each, AbsenceReason(each.reason).label, BackForm(initial={"version": each.version}, auto_id=False))
        for each in facts.standing
    ]
    return show(request, "casework/record_absence.html", facts=facts, form=form, standing=standing)
