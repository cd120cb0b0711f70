"""Give a young person a record of their own."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.people.choices import Permission
from lynchpin.people.forms.own import OwnRecordForm
from lynchpin.people.queries.records import is_still_in_sight, resident_for_own_record
from lynchpin.people.rules import DECIDES_FROM
from lynchpin.people.use_cases.begin_own_record import begin_own_record


@page(Permission.BEGIN_OWN_RECORD, opens="resident")
def begin_own_record_page(request: Request, reference: str) -> HttpResponse:
    person = resident_for_own_record(request.actor, reference)
    asks_why = person.age is None or person.age < DECIDES_FROM
    form = OwnRecordForm(request.POST or None, initial={"agreed_on": clock.today()}, asks_why=asks_why)
    if form.is_valid():
        with refusals_on(form):
            begin_own_record(request.actor, reference=person.reference, at=clock.now(), **form.cleaned_data)
            return _on(request, person.reference)
    shown = {"heading": _("Give them a record of their own"), "button": _("Make the record their own")}
    return show(request, "people/begin_own_record.html", person=person, form=form, **shown)


def _on(request: Request, reference: str) -> HttpResponse:
    """To the question that comes next; or home, for whoever works with the family and sees the record no more."""
    if is_still_in_sight(request.actor.afresh(), reference):
        said = _("The record is their own. Ask them next how it is safe to reach them.")
        return redirect_with(request, said, "people:record_safe_contact", reference)
    return redirect_with(request, _("The record is their own. Only those who work with them see it."), "desk:home")
