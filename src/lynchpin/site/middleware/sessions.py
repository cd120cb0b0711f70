"""Ends a session after 30 minutes without use and after 8 hours in any case."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from lynchpin.kernel import clock

UNATTENDED = "X-Unattended"  # a page that asks again by itself says so: nobody need be sitting before it
SAVED_AT_MOST_EVERY = 60  # seconds: a write for every page view would be a write lock for every page view


class SessionLimitsMiddleware:
    """Keeps when a session was signed in and last used, and ends it when either is too long ago."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            self._keep_or_end(request)
        return self.get_response(request)

    def _keep_or_end(self, request: HttpRequest) -> None:
        now = clock.now().timestamp()
        session = request.session
        signed_in, used = session.setdefault("signed_in_at", now), session.get("used_at", 0)
        if now - signed_in > settings.SESSION_ABSOLUTE_SECONDS or (used and now - used > settings.SESSION_IDLE_SECONDS):
            logout(request)
        elif now - used > SAVED_AT_MOST_EVERY and UNATTENDED not in request.headers:
            session["used_at"] = now
