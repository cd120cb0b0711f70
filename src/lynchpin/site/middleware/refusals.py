"""Turns the four kinds of no into answers: 404 for missing and out of sight alike, 403, 409, and 503 when the database is away."""

from __future__ import annotations

import sys
from collections.abc import Callable

from django.contrib.auth.views import redirect_to_login
from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.defaults import server_error

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import NotFound, NotPermitted, Refused
from lynchpin.kernel.reasons import sentence


class RefusalsMiddleware:
    """The last word on a request that could not be answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, NotFound):
            return render(request, "404.html", status=404)
        if isinstance(exception, NotPermitted):
            return self._not_permitted(request)
        if isinstance(exception, Refused):
            return render(request, "409.html", {"sentence": sentence(exception.reason)}, status=409)
        return database_away() if is_database_away(exception) else None

    def _not_permitted(self, request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated and request.method == "GET":
            return _to_the_door(request)
        if _acts_under_no_role(request):
            return _to_the_choice_of_role(request)
        return render(request, "403.html", status=403)


def _to_the_door(request: HttpRequest) -> HttpResponse:
    """Sign in; a page that asked again by itself is opened anew, so that it does not stand there as if nothing had happened."""
    response: HttpResponse = redirect_to_login(request.get_full_path(), reverse("account_login"))
    if "HX-Request" in request.headers:
        response = HttpResponse(status=204)
        response["HX-Refresh"] = "true"
    return response


def _acts_under_no_role(request: HttpRequest) -> bool:
    """Whether a colleague is signed in and has several roles, none, or one that ended: then it is no role that says no."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor.staff_id is not None and actor.assignment_id is None


def _to_the_choice_of_role(request: HttpRequest) -> HttpResponse:
    """The page that asks for a role, or says whom to ask for one; afterwards back to the page that was wanted."""
    if request.method == "GET":
        request.session["then"] = request.get_full_path()
    return HttpResponseRedirect(reverse("organisations:choose_role"))


def last_word(request: HttpRequest) -> HttpResponse:
    """Django's handler of what nothing else caught, such as a database that went away before any page was reached."""
    fault = sys.exc_info()[1]
    return database_away() if fault is not None and is_database_away(fault) else server_error(request)


def is_database_away(fault: BaseException) -> bool:
    """Whether a fault says that the database does not answer, and not that it was asked something wrong."""
    return isinstance(fault, OperationalError | InterfaceError) or type(fault) is DatabaseError


def database_away() -> HttpResponse:
    """Come back in ten seconds. The page is drawn without the request, which would ask the database who is signed in."""
    return HttpResponse(render_to_string("503.html"), status=503, headers={"Retry-After": "10"})
