"""Record a supervision."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework import supervising
from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.supervision import SupervisionForm, first_days
from lynchpin.casework.queries.supervision import SupervisionToRecord, supervision_to_record
from lynchpin.casework.use_cases.record_supervision import record_supervision
from lynchpin.casework.views.supervision_list import colleague_line
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show


@page(Permission.RECORD_SUPERVISION, opens="supervision")
def record_supervision_page(request: Request, staff_id: int) -> HttpResponse:
    facts = supervision_to_record(request.actor, staff_id)
    form = _form(request, facts)
    if form.is_valid():
        with refusals_on(form):
            record_supervision(request.actor, staff_id=staff_id, at=clock.now(), **form.supervision)
            told = {"name": facts.colleague.name}
            said = _("The supervision is kept. %(name)s can read what you agreed.") % told
            return redirect_with(request, said, "casework:supervision", staff_id)
    line = colleague_line(facts.colleague)
    return show(request, "casework/record_supervision.html", facts=facts, line=line, form=form)


def _form(request: Request, facts: SupervisionToRecord) -> SupervisionForm:
    two = [(facts.colleague.staff_id, facts.colleague.name), (request.actor.staff_id or 0, _("You"))]
    today = clock.today()
    first = first_days(today, supervising.next_due(today, facts.weeks))
    return SupervisionForm(request.POST or None, initial=first, two=two, cases=facts.cases)
