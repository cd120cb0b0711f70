"""Decline a merge: the two records are two people."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.errors import Stale
from lynchpin.kernel.page import PRESSED, Request, page, redirect_with
from lynchpin.people.choices import Permission
from lynchpin.people.forms.decisions import DecideForm
from lynchpin.people.use_cases.decline_merge import decline_merge


@page(Permission.DECLINE_MERGE, opens="merge", takes=PRESSED)
def decline_merge_page(request: Request, reference: str) -> HttpResponse:
    """A button on the page of the merge."""
    form = DecideForm(request.POST)
    if not form.is_valid():
        raise Stale()
    decline_merge(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
    return redirect_with(
        request, _("The proposal is declined. The two records stay two people."), "people:merge_proposals"
    )
