"""Move a resident to a new home."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.people.choices import Permission
from lynchpin.people.forms.particulars import MoveResidentForm
from lynchpin.people.queries.records import areas_to_choose, resident_to_move
from lynchpin.people.use_cases.move_resident import move_resident


@page(Permission.MOVE_RESIDENT, opens="resident")
def move_resident_page(request: Request, reference: str) -> HttpResponse:
    """A form filled with what is stored; after somebody else's change, both texts."""
    form = MoveResidentForm(request.POST or None, areas=areas_to_choose(clock.today()))
    if form.is_valid():
        with refusals_on(form):
            move_resident(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("The move is saved."), "people:resident", reference)
    facts = resident_to_move(request.actor, reference)
    shown = {"heading": _("Record a move"), "button": _("Save the move")}
    return show(request, "people/person_form_page.html", person=facts.brief, form=form.beside(facts.stored), **shown)
