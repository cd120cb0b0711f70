"""Who is away and who covers, now and soon; and whose time away can be recorded."""

from __future__ import annotations

from django.http import HttpResponse

from lynchpin.casework.choices import Permission
from lynchpin.casework.queries.absences import absences_page as absence_facts
from lynchpin.kernel.page import Request, page, show


@page(Permission.RECORD_ABSENCE, action="list")
def absences_page(request: Request) -> HttpResponse:
    return show(request, "casework/absences.html", facts=absence_facts(request.actor))
