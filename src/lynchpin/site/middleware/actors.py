"""Turns the signed-in account into the actor of one chosen assignment. Rights are read afresh on every request."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from lynchpin.organisations.actors import acting


class ActorMiddleware:
    """Gives every request its actor; without an account it is the public's."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        account = request.user if request.user.is_authenticated else None
        request.actor = acting(account, request.session.get("assignment"))  # type: ignore[attr-defined]
        return self.get_response(request)
