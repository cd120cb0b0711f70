"""What the service says of itself to everybody: how accessible it is, and what is kept about people and why."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from lynchpin.desk.choices import Permission
from lynchpin.kernel.page import page, show


@page(Permission.READ_STATEMENTS)
def accessibility_page(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return show(request, "desk/accessibility.html")


@page(Permission.READ_STATEMENTS)
def privacy_page(request: HttpRequest) -> HttpResponse:
    """The privacy notice."""
    return show(request, "desk/privacy.html")
