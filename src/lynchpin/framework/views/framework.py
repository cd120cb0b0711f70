"""The framework, to read from outcomes down to the lines of the core offer."""

from __future__ import annotations

from django.http import HttpResponse

from lynchpin.framework import queries
from lynchpin.framework.choices import Permission
from lynchpin.kernel.page import Request, page, show


@page(Permission.READ_FRAMEWORK)
def framework_page(request: Request) -> HttpResponse:
    return show(request, "framework/framework.html", facts=queries.framework(request.actor))
