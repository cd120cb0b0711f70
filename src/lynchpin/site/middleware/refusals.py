"""Turns the four kinds of no into answers: 404 for missing and out of sight alike, 403, 409, and 503 when the database is away."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.views import redirect_to_login
from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

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
        if isinstance(exception, OperationalError | InterfaceError) or type(exception) is DatabaseError:
            return self._database_away()
        return None

    def _not_permitted(self, request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated and request.method == "GET":
            return redirect_to_login(request.get_full_path(), reverse("account_login"))
        return render(request, "403.html", status=403)

    def _database_away(self) -> HttpResponse:
        # no template that reads the database: the answer must not fail in its turn
        page = "<!doctype html><title>503</title><p>Try again in a minute. | Rhowch gynnig arall arni mewn munud.</p>"
        return HttpResponse(page, status=503, headers={"Retry-After": "10"})
