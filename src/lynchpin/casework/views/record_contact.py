"""Record a contact. How it is safe to be in touch stands before every question."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms import ContactForm
from lynchpin.casework.queries.forms import contact_to_record
from lynchpin.casework.use_cases.record_contact import record_contact
from lynchpin.casework.views.reaching import reaching_shown
from lynchpin.kernel import clock
from lynchpin.kernel.drafts import keeps_drafts
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show


@page(Permission.RECORD_CONTACT, opens="case")
@keeps_drafts
def record_contact_page(request: Request, reference: str) -> HttpResponse:
    facts = contact_to_record(request.actor, reference)
    form = ContactForm(
        request.POST or None,
        now=clock.now(),
        goals=facts.goals,
        likely_kind=facts.likely_kind,
        any_unsafe=bool(facts.reaching.unsafe),
    )
    if form.is_valid():
        with refusals_on(form):
            record_contact(request.actor, reference=reference, at=form.now, **form.contact)
            return redirect_with(request, _("The contact is saved."), "casework:case", reference)
    form.take_up(request.drafting.typed)
    shown = {
        "heading": _("Record a contact"),
        "button": _("Save the contact"),
        "reaching": reaching_shown(facts.reaching),
    }
    return show(request, "casework/record_contact.html", **shown, head=facts.head, form=form)
