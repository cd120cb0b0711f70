"""Answer what is missing or does not work."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import ngettext

from lynchpin.casework import snag_rules
from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.snags import AnswerSnagForm
from lynchpin.casework.queries.snags import snag_to_answer
from lynchpin.casework.snag_choices import SnagState
from lynchpin.casework.use_cases.answer_snag import answer_snag
from lynchpin.casework.views.snag_words import answer_tag, snag_lines, told_tag
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.kernel.reasons import sentence


@page(Permission.ANSWER_SNAG, opens="snag")
def answer_snag_page(request: Request, snag_id: int) -> HttpResponse:
    facts = snag_to_answer(request.actor, snag_id)
    form = AnswerSnagForm(request.POST or None, facts=facts.snag)
    if form.is_valid():
        with refusals_on(form):
            told = answer_snag(request.actor, snag_id=snag_id, at=clock.now(), **form.cleaned_data)
            said = ngettext("Answered, for %(count)s colleague.", "Answered, for %(count)s colleagues.", told)
            return redirect_with(request, said % {"count": told}, "casework:snags")
    form.see(facts.snag.version)
    no = snag_rules.why_not_work_on_snag(facts.snag)
    shown = {
        "lines": snag_lines(facts.snag),
        "state": answer_tag(facts.snag) if facts.snag.answer else told_tag(facts.snag),
        "why_not": sentence(no) if no else "",
        "may_join": bool(facts.alike) and facts.snag.state == SnagState.TOLD,
    }
    return show(request, "casework/answer_snag.html", snag=facts.snag, alike=len(facts.alike), form=form, **shown)
