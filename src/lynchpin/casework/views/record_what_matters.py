"""Record a what-matters conversation."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms import WhatMattersForm
from lynchpin.casework.queries.forms import conversation_to_record
from lynchpin.casework.use_cases.record_what_matters import record_what_matters
from lynchpin.kernel import clock
from lynchpin.kernel.drafts import keeps_drafts
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show


@page(Permission.RECORD_WHAT_MATTERS, opens="case")
@keeps_drafts
def record_what_matters_page(request: Request, reference: str) -> HttpResponse:
    facts = conversation_to_record(request.actor, reference)
    first = {"held_on": clock.today(), "language": facts.head.language}
    form = WhatMattersForm(request.POST or None, initial=first)
    if form.is_valid():
        with refusals_on(form):
            record_what_matters(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("What matters to them is saved."), "casework:case", reference)
    form.take_up(request.drafting.typed)
    shown = {"heading": _("Record what matters"), "button": _("Save what matters")}
    return show(request, "casework/record_what_matters.html", **shown, head=facts.head, facts=facts, form=form)
