"""Correct a contact. What it said before stays below the form."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.corrections import CorrectContactForm, stored_wording
from lynchpin.casework.queries.corrections import contact_to_correct
from lynchpin.casework.use_cases.correct_contact import correct_contact
from lynchpin.casework.views.wordings import wordings_shown
from lynchpin.kernel import clock
from lynchpin.kernel.drafts import keeps_drafts
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show


@page(Permission.CORRECT_CONTACT, opens="case")
@keeps_drafts
def correct_contact_page(request: Request, reference: str, contact_id: int) -> HttpResponse:
    facts = contact_to_correct(request.actor, reference, contact_id)
    form = CorrectContactForm(request.POST or None, goals=facts.goals, present=facts.now.answers["goal_id"])
    if form.is_valid():
        with refusals_on(form):
            correct_contact(
                request.actor, reference=reference, contact_id=contact_id, at=clock.now(), **form.cleaned_data
            )
            return redirect_with(request, _("The contact is put right."), "casework:case", reference)
        facts = contact_to_correct(request.actor, reference, contact_id)  # what somebody else stored meanwhile
    form.beside(stored_wording(facts)).take_up(request.drafting.typed)
    shown = {"heading": _("Correct a contact"), "button": _("Save the correction"), "before": wordings_shown(facts)}
    return show(request, "casework/correct_contact.html", **shown, head=facts.head, form=form)
