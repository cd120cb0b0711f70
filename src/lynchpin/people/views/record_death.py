"""Record that somebody has died."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.people.choices import Permission
from lynchpin.people.forms.particulars import DeathForm
from lynchpin.people.queries.records import resident_who_died
from lynchpin.people.use_cases.record_death import record_death


@page(Permission.RECORD_DEATH, opens="resident")
def record_death_page(request: Request, reference: str) -> HttpResponse:
    form = DeathForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            record_death(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            said = _("It is recorded. Nothing more is arranged for them.")
            return redirect_with(request, said, "people:resident", reference)
    facts = resident_who_died(request.actor, reference)
    shown = {"heading": _("Record that they died"), "button": _("Record it")}
    return show(request, "people/record_death.html", person=facts.brief, form=form.beside(facts.stored), **shown)
