"""The language of a request: an address under /cy/, then ?language=, then the cookie, then the account's own choice."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import set_script_prefix
from django.utils import translation

WELSH_PREFIX = "/cy"
KNOWN = ("en", "cy")


class LanguageMiddleware:
    """Activates the language and remembers a choice made by ?language=."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        in_welsh_tree = self._leave_welsh_tree(request)
        chosen = request.GET.get("language", "")
        language = chosen if chosen in KNOWN else "cy" if in_welsh_tree else self._remembered(request)
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = self.get_response(request)
        response.setdefault("Content-Language", language)
        if chosen in KNOWN:
            response.set_cookie(
                settings.LANGUAGE_COOKIE_NAME, chosen, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
            )
        return response

    def _leave_welsh_tree(self, request: HttpRequest) -> bool:
        """Take /cy off the path and put it before every address this page makes."""
        inside = request.path_info == WELSH_PREFIX or request.path_info.startswith(f"{WELSH_PREFIX}/")
        if inside:
            request.path_info = request.path_info.removeprefix(WELSH_PREFIX) or "/"
        set_script_prefix(f"{WELSH_PREFIX}/" if inside else "/")
        return inside

    def _remembered(self, request: HttpRequest) -> str:
        cookie = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        if cookie in KNOWN:
            return cookie
        return request.user.language if request.user.is_authenticated else "en"
