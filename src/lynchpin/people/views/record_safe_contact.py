"""Record safe contact: asked first, checked before anything is sent."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.people.choices import Permission
from lynchpin.people.forms.particulars import SafeContactForm
from lynchpin.people.queries.records import safe_contact_to_record
from lynchpin.people.use_cases.record_safe_contact import record_safe_contact


@page(Permission.RECORD_SAFE_CONTACT, opens="resident")
def record_safe_contact_page(request: Request, reference: str) -> HttpResponse:
    """A form filled with what is stored; after somebody else's change, both texts."""
    form = SafeContactForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            record_safe_contact(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(
                request,
                _("The answers are saved. They are checked before every letter, message, call and visit."),
                "people:resident",
                reference,
            )
    facts = safe_contact_to_record(request.actor, reference)
    shown = {"heading": _("How is it safe to reach this person?"), "button": _("Save the answers")}
    return show(request, "people/person_form_page.html", person=facts.brief, form=form.beside(facts.stored), **shown)
