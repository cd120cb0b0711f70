"""How many families a month may be reviewed in each cluster, how many wait, and for what."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lynchpin.frontdoor.choices import Permission
from lynchpin.frontdoor.forms.routing import AllowanceForm
from lynchpin.frontdoor.queries.allowance import ClusterLine, allowance_to_set
from lynchpin.frontdoor.use_cases.set_review_allowance import set_review_allowance
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.kernel.reasons import sentence


@page(Permission.SET_REVIEW_ALLOWANCE)
def set_review_allowance_page(request: Request) -> HttpResponse:
    """Every cluster's line, and what a month allows from a day on."""
    facts, today = allowance_to_set(request.actor), clock.today()
    held = {
        name: getattr(facts.allowance, name) for name in ("minutes_a_candidate", "minutes_a_month", "points_a_case")
    }
    form = AllowanceForm(request.POST or None, today=today, initial=held | {"valid_from": today})
    if form.is_valid():
        with refusals_on(form):
            set_review_allowance(request.actor, at=clock.now(), **form.cleaned_data)
            said = _("It is kept. Families that wait are put up for review at the next nightly release.")
            return redirect_with(request, said, "frontdoor:set_review_allowance")
    return show(
        request,
        "frontdoor/set_review_allowance.html",
        form=form,
        lines=[(cluster_name(each), each, waiting_line(each)) for each in facts.lines],
        counted_at=facts.counted_at,
        back_url=reverse("frontdoor:candidates"),
    )


def cluster_name(each: ClusterLine) -> str:
    """A cluster by its name, or those outside every one."""
    return each.name or _("Outside every cluster")


def waiting_line(each: ClusterLine) -> str:
    """How many families of a cluster wait, and why; empty where none does."""
    if each.why is None:
        return ""
    said = ngettext(
        "%(cluster)s: %(count)s family waits. %(why)s",
        "%(cluster)s: %(count)s families wait. %(why)s",
        each.waiting,
    )
    return said % {"cluster": cluster_name(each), "count": each.waiting, "why": sentence(each.why)}
