"""Close a concern: what came of it."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.safeguarding import queries
from lynchpin.safeguarding.choices import ConcernStatus, Permission
from lynchpin.safeguarding.forms import CloseConcernForm
from lynchpin.safeguarding.use_cases.close_concern import close_concern
from lynchpin.safeguarding.views.due import why_not_now


@page(Permission.CLOSE_CONCERN, opens="concern")
def close_concern_page(request: Request, reference: str) -> HttpResponse:
    """One step, with when it happened."""
    now = clock.now()
    facts = queries.concern(request.actor, reference, now)
    form = CloseConcernForm(request.POST or None, initial={"version": facts.version})
    if form.is_valid():
        with refusals_on(form):
            close_concern(request.actor, reference=reference, at=now, **form.cleaned_data)
            return redirect_with(
                request,
                _("The concern is closed. Contact may go on unless another concern holds it."),
                "safeguarding:concern",
                reference,
            )
    shown = {
        "heading": _("Close this concern"),
        "button": _("Close the concern"),
        "why_not": why_not_now(facts, ConcernStatus.CLOSED),
    }
    return show(request, "safeguarding/step.html", facts=facts, form=form, **shown)
