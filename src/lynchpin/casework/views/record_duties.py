"""Record what a colleague does beside cases."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.sharing import DutiesForm
from lynchpin.casework.queries.duties import DutiesToRecord, duties_to_record
from lynchpin.casework.use_cases.record_duties import record_duties
from lynchpin.casework.views.allocation_board import capacity_rows
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show


@page(Permission.RECORD_DUTIES)
def record_duties_page(request: Request, staff_id: int) -> HttpResponse:
    facts = duties_to_record(request.actor, staff_id)
    form = DutiesForm(request.POST or None, areas=facts.areas, today=clock.today(), initial=_present(facts))
    if form.is_valid():
        with refusals_on(form):
            record_duties(request.actor, staff_id=staff_id, at=clock.now(), **form.cleaned_data)
            said = _("What %(worker)s can carry is counted anew.") % {"worker": facts.name}
            return redirect_with(request, said, "casework:allocation_board")
    form.see(facts.version)
    return show(request, "casework/record_duties.html", facts=facts, form=form, capacity=capacity_rows(facts.capacity))


def _present(facts: DutiesToRecord) -> dict[str, object]:
    return {
        "version": facts.version,
        "group_hours": facts.group_hours,
        "universal_hours": facts.universal_hours,
        "experienced": facts.experienced,
        "base_area": facts.base_area,
        "skills": list(facts.skills),
    }
