"""Answer one question about one person."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.pathways.choices import Permission
from lynchpin.pathways.forms import AnswerForm
from lynchpin.pathways.queries.changing import question_to_answer
from lynchpin.pathways.use_cases.answer_step_test import answer_step_test


@page(Permission.ANSWER_STEP_TEST, opens="place")
def answer_step_test_page(request: Request, reference: str, test_key: str) -> HttpResponse:
    facts = question_to_answer(request.actor, reference, test_key)
    form = AnswerForm(request.POST or None, initial={"answered_on": clock.today()}, asks=facts.question.asks)
    if form.is_valid():
        with refusals_on(form):
            answer_step_test(request.actor, reference=reference, test_key=test_key, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("The answer is saved."), "pathways:place", reference)
    shown = {"heading": _("Answer a question"), "button": _("Save the answer")}
    return show(request, "pathways/answer_step_test.html", **shown, head=facts.head, form=form)
