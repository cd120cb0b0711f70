"""Every cell of a staged file that needs attention, as a file."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.face.exports import csv_response
from lynchpin.kernel.page import Request, page
from lynchpin.outcomes.choices import Permission
from lynchpin.outcomes.queries.imports import import_faults
from lynchpin.outcomes.views.imported import fault_rows


@page(Permission.READ_IMPORTS, action="export")
def import_faults_page(request: Request, reference: str) -> HttpResponse:
    faults = import_faults(request.actor, reference)
    return csv_response("rows-in-error.csv", [_("Line"), _("Column"), _("Reason")], fault_rows(faults))
