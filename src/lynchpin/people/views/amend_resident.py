"""Amend a resident: put right or complete who they are."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.people.choices import Permission
from lynchpin.people.forms.particulars import AmendResidentForm
from lynchpin.people.queries.records import resident_to_amend
from lynchpin.people.use_cases.amend_resident import amend_resident


@page(Permission.AMEND_RESIDENT, opens="resident")
def amend_resident_page(request: Request, reference: str) -> HttpResponse:
    """A form filled with what is stored; after somebody else's change, both texts."""
    form = AmendResidentForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            amend_resident(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("The particulars are saved."), "people:resident", reference)
    facts = resident_to_amend(request.actor, reference)
    shown = {"heading": _("Put particulars right"), "button": _("Save the particulars")}
    return show(request, "people/person_form_page.html", person=facts.brief, form=form.beside(facts.stored), **shown)
