"""Every cell of a staged file that needs attention, as a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from lynchpin.face.exports import csv_response
from lynchpin.kernel.page import page
from lynchpin.outcomes.choices import Permission
from lynchpin.outcomes.queries.imports import import_faults
from lynchpin.outcomes.views.imported import fault_rows


@page(Permission.READ_IMPORTS, action="export")
def import_faults_page(request: HttpRequest, reference: str) -> HttpResponse:
    faults = import_faults(request.actor, reference)  # type: ignore[attr-defined]
    return csv_response("rows-in-error.csv", [_("Line"), _("Column"), _("Reason")], fault_rows(faults))
