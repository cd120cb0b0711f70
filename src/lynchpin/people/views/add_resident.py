"""Add a resident, after looking at those who may be the same person."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.people import queries
from lynchpin.people.choices import Permission
from lynchpin.people.forms.particulars import AddResidentForm
from lynchpin.people.queries.records import areas_to_choose
from lynchpin.people.use_cases.add_resident import add_resident


@page(Permission.ADD_RESIDENT)
def add_resident_page(request: Request) -> HttpResponse:
    """One form; when it names somebody like those who are known, they are shown before anything is kept."""
    form = AddResidentForm(request.POST or None, areas=areas_to_choose(clock.today()))
    alike: tuple[queries.ResidentBrief, ...] = ()
    if form.is_valid():
        given = dict(form.cleaned_data)
        if not given.pop("not_these"):
            name = f"{given['forename']} {given['surname']}"
            alike = queries.possible_duplicates(request.actor, name, given["birth_date"], given["postcode"])
        if not alike:
            with refusals_on(form):
                reference = add_resident(request.actor, at=clock.now(), **given)
                done = _("The person is added. Ask now how it is safe to reach them.")
                return redirect_with(request, done, "people:record_safe_contact", reference)
    if not alike and "not_these" not in form.data:
        del form.fields["not_these"]  # asked only beside people who may be the same
    return show(request, "people/add_resident.html", form=form, alike=alike)
