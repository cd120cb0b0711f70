"""Allocate a case: every worker in reach, with a button or the reason why not."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms import AllocationForm
from lynchpin.casework.queries.headroom import CaseToAllocate, WorkerChoice, case_to_allocate
from lynchpin.casework.use_cases.allocate_case import allocate_case
from lynchpin.casework.views.allocation_board import meter_of
from lynchpin.face.parts import Meter
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.kernel.reasons import sentence


@dataclass(frozen=True, slots=True)
class Offer:
    """A worker on the page: a bar, and a form or a sentence."""

    meter: Meter
    speaks_welsh: bool
    form: AllocationForm | None
    why_not: str
    key: str


@page(Permission.ALLOCATE_CASE, opens="case")
def allocate_case_page(request: Request, reference: str) -> HttpResponse:
    form = AllocationForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            case = allocate_case(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("Case %(case)s has a new worker.") % {"case": case}, "casework:case", case)
    facts = case_to_allocate(request.actor, reference)
    offers = [_offer(facts, choice) for choice in facts.choices]
    return show(
        request,
        "casework/allocate_case.html",
        heading=_("Give the case to a worker"),
        head=facts.case,
        offers=offers,
        form=form,
    )


def _offer(facts: CaseToAllocate, choice: WorkerChoice) -> Offer:
    first = {"worker_id": choice.worker.staff_id, "version": facts.case.version}
    return Offer(
        meter=meter_of(choice.worker),
        speaks_welsh=choice.worker.speaks_welsh,
        form=None if choice.why_not else AllocationForm(initial=first, auto_id=False),
        why_not=sentence(choice.why_not) if choice.why_not else "",
        key=f"why-not-{choice.worker.staff_id}",
    )
