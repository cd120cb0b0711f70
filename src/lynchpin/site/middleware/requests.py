"""Refuses requests that no page of ours could have asked for, before anything reads them; and names each request."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest

from lynchpin.kernel import audit


class WellFormedMiddleware:
    """400 for NUL bytes and broken UTF-8 in what a request asks; no page of a record is kept by a browser."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_well_formed(request):
            return HttpResponseBadRequest()
        token = audit.request_id.set(secrets.token_hex(8))
        try:
            response = self.get_response(request)
        finally:
            audit.request_id.reset(token)
        response.setdefault("Cache-Control", "no-store")
        return response


def is_well_formed(request: HttpRequest) -> bool:
    """Whether address and cookies are text that a database can be asked about: PostgreSQL takes no NUL.

    Broken UTF-8 in a path stays percent-encoded, so that it finds no page and needs no question here.
    A cookie can carry one as the four signs \\000 between quotes, which reading it turns into a NUL.
    """
    try:
        query = unquote_to_bytes(request.META.get("QUERY_STRING", "")).decode()
    except UnicodeDecodeError:
        return False
    return "\x00" not in request.path_info + query + "".join(request.COOKIES.values())
