"""Achievements in sight, by measure and quarter."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lynchpin.face.lists import Cell, Column, Listing, ListQuery
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, show
from lynchpin.outcomes.choices import EvidenceKind, Permission
from lynchpin.outcomes.forms import AchievementFilter
from lynchpin.outcomes.queries.achievements import AchievementRow, achievements, measures_to_choose


def case_of(row: AchievementRow) -> str:
    """The page of the case that it belongs to."""
    return reverse("casework:case", args=[row.case_reference])


COLUMNS = [
    Column("name", gettext_lazy("Name"), href=case_of),
    Column("reference", gettext_lazy("Reference"), sortable=True),
    Column("measure", gettext_lazy("What changed"), sortable=True),
    Column("achieved_on", gettext_lazy("When"), Cell.DATE, sortable=True),
    Column("evidence", gettext_lazy("How it is known"), read=lambda row: EvidenceKind(row.evidence).label),
    Column("cluster", gettext_lazy("Cluster")),
]


def narrowed(request: Request) -> dict[str, str]:
    """The filters of the address; a scorecard's link brings a cluster too."""
    return {name: request.GET.get(name, "") for name in ("measure", "quarter", "cluster")}


@page(Permission.READ_ACHIEVEMENTS, action="list")
def achievements_page(request: Request) -> HttpResponse:
    query = ListQuery.from_params(request.GET, COLUMNS, sort="-achieved_on")
    may_export = request.actor.may(Permission.EXPORT_ACHIEVEMENTS)
    listing = Listing(
        COLUMNS,
        achievements(request.actor, query, **narrowed(request)),
        request.GET,
        caption=_("Outcomes"),
        empty=_("No outcomes here. Take a filter away, or record an outcome on a case."),
        filters=AchievementFilter(request.GET or None, today=clock.today(), measures=measures_to_choose(request.actor)),
        csv_url=reverse("outcomes:export_achievements") if may_export else "",
    )
    return show(request, "outcomes/achievements.html", heading=_("Outcomes"), listing=listing)
