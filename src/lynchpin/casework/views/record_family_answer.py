"""Record what one of the family said."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.family_rules import DECIDES_FROM
from lynchpin.casework.forms.families import AnswerForm
from lynchpin.casework.queries.families.forms import family_to_answer
from lynchpin.casework.use_cases.record_family_answer import record_family_answer
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show


@page(Permission.RECORD_FAMILY_ANSWER, opens="family team")
def record_family_answer_page(request: Request, reference: str, resident_id: int) -> HttpResponse:
    facts = family_to_answer(request.actor, reference)
    kin = next((each for each in facts.family if each.resident_id == resident_id), None)
    if kin is None:
        raise Http404
    asks_why = kin.age is None or kin.age < DECIDES_FROM
    form = AnswerForm(request.POST or None, initial={"told_on": clock.today()}, asks_why=asks_why)
    if form.is_valid():
        with refusals_on(form):
            given = form.cleaned_data | {"resident_id": resident_id}
            record_family_answer(request.actor, reference=reference, at=clock.now(), **given)
            return redirect_with(request, _("Their answer is kept."), "casework:family_team", reference)
    shown = {"heading": _("What does %(name)s say?") % {"name": kin.name}, "button": _("Save their answer")}
    return show(request, "casework/family_form.html", **shown, facts=facts, form=form)
