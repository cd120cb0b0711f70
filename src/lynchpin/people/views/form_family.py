"""Form a family around a resident."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock, references
from lynchpin.kernel.errors import NotFound
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.people.choices import Permission
from lynchpin.people.forms.particulars import FormFamilyForm
from lynchpin.people.queries.records import family_to_form
from lynchpin.people.use_cases.form_family import form_family


@page(Permission.FORM_FAMILY, opens="resident")
def form_family_page(request: Request, reference: str) -> HttpResponse:
    """Those at the same address are named; others are given by their references, which the search shows."""
    facts = family_to_form(request.actor, reference)
    person, at_home = facts.person, [(each.reference, each.name) for each in facts.housemates]
    form = FormFamilyForm(request.POST or None, housemates=at_home)
    if form.is_valid():
        own = (person.reference, form.cleaned_data["own_role"])
        members = [own, *((references.tidy(typed), role) for typed, role in form.others)]
        with refusals_on(form):
            try:
                form_family(request.actor, members=members, at=clock.now(), form_key=form.cleaned_data["form_key"])
                return redirect_with(request, _("The family is formed."), "people:resident", person.reference)
            except NotFound:
                form.add_error(None, _("Check the references. One of them names nobody that you can see."))
    shown = {"heading": _("Form a family"), "button": _("Form this family")}
    return show(request, "people/person_form_page.html", person=person, form=form, **shown)
