"""Edit a step of a pathway."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.pathways.choices import Permission
from lynchpin.pathways.forms import StepForm
from lynchpin.pathways.queries.changing import StepToEdit, step_to_edit
from lynchpin.pathways.use_cases.edit_pathway_step import edit_pathway_step


@page(Permission.EDIT_PATHWAY_STEP, opens="pathway")
def edit_pathway_step_page(request: Request, step: str) -> HttpResponse:
    facts = step_to_edit(request.actor, step)
    form = StepForm(request.POST or None, initial=_first(facts))
    if form.is_valid():
        with refusals_on(form):
            edit_pathway_step(request.actor, step=step, at=clock.now(), **form.edition)
            return redirect_with(
                request, _("The step has a new edition from today."), "pathways:pathway", facts.pathway
            )
    form.see(facts.edition)
    return show(request, "pathways/edit_pathway_step.html", facts=facts, form=form)


def _first(facts: StepToEdit) -> dict[str, object]:
    tests = {"entry_tests": "\n".join(facts.entry_tests), "exit_tests": "\n".join(facts.exit_tests)}
    return {"version": facts.edition, **facts.words, **tests}
