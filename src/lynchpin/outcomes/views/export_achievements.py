"""The filtered list of outcomes as a file, for a reason that is kept."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.forms import ExportForm
from lynchpin.face.exports import csv_of_list
from lynchpin.face.lists import ListQuery
from lynchpin.kernel import access
from lynchpin.kernel.page import Request, page, show
from lynchpin.outcomes.choices import Permission
from lynchpin.outcomes.queries.achievements import achievements_to_export
from lynchpin.outcomes.views.achievements import COLUMNS, narrowed


@page(Permission.EXPORT_ACHIEVEMENTS, action="export")
def export_achievements_page(request: Request) -> HttpResponse:
    form = ExportForm(request.POST or None)
    if not form.is_valid():
        access.name_action("read")
        heading = _("Download the list of outcomes")
        return show(request, "outcomes/export_achievements.html", heading=heading, form=form, button=_("Download"))
    access.name_action("export", form.cleaned_data["reason"])
    query = ListQuery.from_params(request.GET, COLUMNS, sort="-achieved_on")
    rows = achievements_to_export(request.actor, query, **narrowed(request))
    return csv_of_list("outcomes.csv", COLUMNS, rows)
