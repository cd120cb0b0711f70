"""What has lasted: how many of those to be asked said so, out of how many, and how many stayed silent."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, show
from lynchpin.pathways.choices import CheckInPoint, Permission
from lynchpin.pathways.forms import SustainedFilter
from lynchpin.pathways.queries.check_ins import sustained_rate
from lynchpin.pathways.rules import SustainedRate


@page(Permission.READ_SUSTAINED)
def sustained_page(request: Request) -> HttpResponse:
    filters = SustainedFilter(request.GET or None)
    period = filters.period(clock.today())
    facts = sustained_rate(request.actor, filters.chosen.get("cluster", ""), period)
    filters.offer(facts.clusters)
    lines = [(str(CheckInPoint(point).label), rate) for point, rate in facts.by_point]
    rates = [(_("All together"), facts.overall), *lines]
    return show(
        request,
        "pathways/sustained.html",
        facts=facts,
        finding=_finding(facts.overall),
        rates=rates,
        filters=filters,
    )


def _finding(rate: SustainedRate) -> str:
    if rate.percent is None:
        return _("Nobody was to be asked in this time, so there is no rate.")
    return _(
        "%(sustained)s of %(all)s said that it has lasted (%(percent)s%%). %(silent)s did not reply and %(waiting)s "
        "have not been asked yet; both are counted among the %(all)s."
    ) % {
        "sustained": rate.numerator,
        "all": rate.denominator,
        "percent": rate.percent,
        "silent": rate.no_reply,
        "waiting": rate.not_asked,
    }
