"""An overdue visit: ring, and say what was done."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.visits import AnswerVisitForm
from lynchpin.casework.queries.visits import visit_to_answer
from lynchpin.casework.use_cases.answer_visit import answer_visit
from lynchpin.casework.views.visiting import ring, visit_lines, visit_tag
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show


@page(Permission.ANSWER_VISIT, opens="visit")
def answer_visit_page(request: Request, visit_id: int) -> HttpResponse:
    now = clock.now()
    facts = visit_to_answer(request.actor, visit_id, now)
    form = AnswerVisitForm(request.POST or None, facts=facts)
    if form.is_valid():
        with refusals_on(form):
            ended = answer_visit(request.actor, visit_id=visit_id, at=now, **form.cleaned_data)
            if ended:
                return redirect_with(request, _("The alarm has ended. What you did is kept."), "casework:visits")
            said = _("That is kept. The alarm goes on until somebody has spoken with them.")
            return redirect_with(request, said, "casework:answer_visit", visit_id)
    form.see(facts.version)
    shown = {"lines": visit_lines(facts, now), "state": visit_tag(facts, now), "ring": ring(facts)}
    return show(request, "casework/answer_visit.html", facts=facts, form=form, **shown)
