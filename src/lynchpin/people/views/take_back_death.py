"""Take back that somebody has died."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.people.choices import Permission
from lynchpin.people.forms.particulars import AliveForm
from lynchpin.people.queries.records import resident_who_is_alive
from lynchpin.people.use_cases.take_back_death import take_back_death


@page(Permission.TAKE_BACK_DEATH, opens="resident")
def take_back_death_page(request: Request, reference: str) -> HttpResponse:
    form = AliveForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            take_back_death(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            said = _("It is taken back. Ask again how it is safe to reach them.")
            return redirect_with(request, said, "people:resident", reference)
    facts = resident_who_is_alive(request.actor, reference)
    shown = {"heading": _("They are alive: take it back"), "button": _("Take it back")}
    return show(request, "people/take_back_death.html", person=facts.brief, form=form.beside(facts.stored), **shown)
