"""Correct a what-matters conversation. What it said before stays below the form."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.corrections import CorrectWhatMattersForm, stored_wording
from lynchpin.casework.queries.corrections import what_matters_to_correct
from lynchpin.casework.use_cases.correct_what_matters import correct_what_matters
from lynchpin.casework.views.wordings import wordings_shown
from lynchpin.kernel import clock
from lynchpin.kernel.drafts import keeps_drafts
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show


@page(Permission.CORRECT_WHAT_MATTERS, opens="case")
@keeps_drafts
def correct_what_matters_page(request: Request, reference: str, conversation_id: int) -> HttpResponse:
    form = CorrectWhatMattersForm(request.POST or None)
    of = {"reference": reference, "conversation_id": conversation_id}
    if form.is_valid():
        with refusals_on(form):
            correct_what_matters(request.actor, at=clock.now(), **of, **form.cleaned_data)
            return redirect_with(request, _("The conversation is put right."), "casework:case", reference)
    facts = what_matters_to_correct(request.actor, **of)
    form.beside(stored_wording(facts)).take_up(request.drafting.typed)
    shown = {"heading": _("Correct what matters"), "button": _("Save the correction"), "before": wordings_shown(facts)}
    return show(request, "casework/correct_what_matters.html", **shown, head=facts.head, form=form)
