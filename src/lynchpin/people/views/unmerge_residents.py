"""Unmerge residents: undo an approved merge."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.errors import Stale
from lynchpin.kernel.page import PRESSED, Request, page, redirect_with
from lynchpin.people.choices import Permission
from lynchpin.people.forms.decisions import DecideForm
from lynchpin.people.use_cases.unmerge_residents import unmerge_residents


@page(Permission.UNMERGE_RESIDENTS, opens="merge", takes=PRESSED)
def unmerge_residents_page(request: Request, reference: str) -> HttpResponse:
    """A button on the page of the merge."""
    form = DecideForm(request.POST)
    if not form.is_valid():
        raise Stale()
    unmerge_residents(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
    return redirect_with(
        request, _("The merge is undone. The two records are two people again."), "people:merge_proposals"
    )
