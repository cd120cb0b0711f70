"""Restrict a resident: seal, protect an address, or hide from one colleague."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.people.choices import Permission
from lynchpin.people.forms.decisions import RestrictResidentForm
from lynchpin.people.queries.decisions import colleagues_to_choose, resident_to_restrict
from lynchpin.people.use_cases.restrict_resident import restrict_resident


@page(Permission.RESTRICT_RESIDENT, opens="resident")
def restrict_resident_page(request: Request, reference: str) -> HttpResponse:
    """From when it is saved, every list and search leaves the person out for those concerned."""
    person = resident_to_restrict(request.actor, reference)
    form = RestrictResidentForm(request.POST or None, colleagues=colleagues_to_choose(request.actor))
    if form.is_valid():
        with refusals_on(form):
            restrict_resident(request.actor, reference=person.reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("The restriction holds from now on."), "people:restrictions")
    shown = {"heading": _("Restrict this record"), "button": _("Restrict")}
    return show(request, "people/person_form_page.html", person=person, form=form, **shown)
