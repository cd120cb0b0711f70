"""Something is missing or not working here: one tap on what it is."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.snags import TellSnagForm
from lynchpin.casework.queries.snags import snag_to_tell
from lynchpin.casework.use_cases.tell_snag import tell_snag
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show


@page(Permission.TELL_SNAG, opens="case")
def tell_snag_page(request: Request, reference: str = "") -> HttpResponse:
    """From a case, or from nowhere nearer than one's cluster."""
    facts = snag_to_tell(request.actor, reference)
    form = TellSnagForm(request.POST or None, facts=facts)
    if form.is_valid():
        with refusals_on(form):
            tell_snag(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _("Thank you. The answer will come to your home page."), "desk:home")
    back = reverse("casework:case", args=[reference]) if reference else reverse("desk:home")
    return show(request, "casework/tell_snag.html", facts=facts, form=form, back=back)
