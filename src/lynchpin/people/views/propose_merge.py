"""Propose a merge: say that another record is the same person."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock, references
from lynchpin.kernel.errors import NotFound
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.people.choices import Permission
from lynchpin.people.forms.decisions import ProposeMergeForm
from lynchpin.people.queries.decisions import merge_to_propose
from lynchpin.people.use_cases.propose_merge import propose_merge


@page(Permission.PROPOSE_MERGE, opens="resident")
def propose_merge_page(request: Request, reference: str) -> HttpResponse:
    """The record of this page would be kept; a colleague decides."""
    facts = merge_to_propose(request.actor, reference)
    person, chosen = facts.kept, references.tidy(request.GET.get("merged", ""))
    form = ProposeMergeForm(request.POST or None, initial={"merged": chosen})
    if form.is_valid():
        with refusals_on(form):
            try:
                propose_merge(request.actor, kept=person.reference, at=clock.now(), **form.cleaned_data)
                done = _("The merge is proposed. A colleague who may decide sees it now.")
                return redirect_with(request, done, "people:resident", person.reference)
            except NotFound:
                form.add_error("merged", _("Check the reference. It names nobody that you can see."))
    shown = {"heading": _("Propose a merge"), "button": _("Propose this merge")}
    return show(request, "people/propose_merge.html", person=person, alike=facts.alike, form=form, **shown)
