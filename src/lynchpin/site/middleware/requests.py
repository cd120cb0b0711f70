"""Refuses requests that no page of ours could have asked for, before anything reads them; and names each request."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest

from lynchpin.kernel import audit


class WellFormedMiddleware:
    """400 for NUL bytes and broken UTF-8 in an address; no page of a record is kept by a browser."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        address = request.META.get("QUERY_STRING", "") + request.path_info
        if "\x00" in address or "%00" in address or "\ufffd" in request.path_info:
            return HttpResponseBadRequest()
        token = audit.request_id.set(secrets.token_hex(8))
        try:
            response = self.get_response(request)
        finally:
            audit.request_id.reset(token)
        response.setdefault("Cache-Control", "no-store")
        return response
