"""Go on a visit alone. What the person said about visits stands before every question."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.visits import SafeForm, StartVisitForm
from lynchpin.casework.queries.visits import visit_to_start
from lynchpin.casework.use_cases.start_visit import start_visit
from lynchpin.casework.views.reaching import reaching_shown
from lynchpin.casework.views.visiting import visit_lines
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show


@page(Permission.START_VISIT, opens="case")
def start_visit_page(request: Request, reference: str) -> HttpResponse:
    now = clock.now()
    facts = visit_to_start(request.actor, reference, now)
    form = StartVisitForm(request.POST or None, facts=facts, now=now)
    if form.is_valid():
        with refusals_on(form):
            start_visit(request.actor, reference=reference, at=now, **form.visit)
            said = _("Your visit has begun. Say that you are safe as soon as you are away.")
            return redirect_with(request, said, "desk:home")
    shown = {
        "heading": _("Go on a visit"),
        "button": _("Start the visit"),
        "reaching": reaching_shown(facts.reaching),
        "asked": facts.reaching.safe_contact is not None,
        "safe": SafeForm(),
        "lines": visit_lines(facts.under_way, now) if facts.under_way else (),
    }
    return show(request, "casework/start_visit.html", **shown, head=facts.head, under_way=facts.under_way, form=form)
