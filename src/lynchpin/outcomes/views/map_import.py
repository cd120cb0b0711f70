"""Choose which of their columns holds which of ours."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.outcomes.bringing.columns import WANTED
from lynchpin.outcomes.choices import Permission
from lynchpin.outcomes.forms import MappingForm
from lynchpin.outcomes.queries.imports import StagedColumns, import_to_map
from lynchpin.outcomes.use_cases.map_import import map_import


@page(Permission.MAP_IMPORT)
def map_import_page(request: Request, reference: str) -> HttpResponse:
    facts = import_to_map(request.actor, reference)
    form = _form(request, facts)
    if form.is_valid():
        with refusals_on(form):
            sent = form.cleaned_data
            known = {"version": sent["version"], "form_key": sent["form_key"]}
            map_import(request.actor, reference=reference, mapping=form.mapping, **known)
            return redirect_with(request, _("The columns are chosen."), "outcomes:apply_import", reference)
    form.see(facts.version)
    shown = {"heading": _("Which column holds what?"), "button": _("Go on to the preview")}
    return show(request, "outcomes/map_import.html", **shown, form=form)


def _form(request: Request, facts: StagedColumns) -> MappingForm:
    wanted = [(each.name, each.label, each.needed) for each in WANTED[facts.kind]]
    guessed = {f"column_{ours}": theirs for ours, theirs in facts.mapping.items()}
    first = guessed | {"version": facts.version}
    return MappingForm(request.POST or None, initial=first, wanted=wanted, header=facts.header)
