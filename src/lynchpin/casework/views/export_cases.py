"""The filtered list of cases as a file, for a reason that is kept."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms import CaseFilter, ExportForm
from lynchpin.casework.queries.caseload import cases_to_export
from lynchpin.casework.views.columns import COLUMNS
from lynchpin.face.exports import csv_of_list
from lynchpin.face.lists import ListQuery
from lynchpin.kernel import access
from lynchpin.kernel.page import Request, page, show


@page(Permission.EXPORT_CASES, action="export")
def export_cases_page(request: Request) -> HttpResponse:
    form = ExportForm(request.POST or None)
    if not form.is_valid():
        access.name_action("read")
        return show(
            request,
            "casework/export_cases.html",
            heading=_("Download the list of cases"),
            form=form,
            button=_("Download"),
        )
    access.name_action("export", form.cleaned_data["reason"])
    query = ListQuery.from_params(request.GET, COLUMNS, sort="next_contact_on")
    rows = cases_to_export(request.actor, query, **CaseFilter(request.GET or None).chosen)
    return csv_of_list("cases.csv", COLUMNS, rows)
