"""What every page knows without being told: whose service it is, in which language, and under which script nonce.

Settings read: `SITE_NAME` and `COUNCIL_NAME`, each `{"en": ..., "cy": ...}`; `DEMO_MODE`, true where everybody is
invented.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

ENDONYMS = {"en": "English", "cy": "Cymraeg"}  # a language is named in itself, never translated


@dataclass(frozen=True, slots=True)
class LanguageChoice:
    """One item of the language navigation; `url` is this very page in that language."""

    code: str
    name: str
    url: str
    current: bool


def face(request: HttpRequest) -> dict[str, Any]:
    """Context processor for `face/base.html`."""
    return {
        "site_name": in_language(settings.SITE_NAME),
        "council_name": in_language(settings.COUNCIL_NAME),
        "languages": language_choices(request),
        "demo_mode": getattr(settings, "DEMO_MODE", False),
        "csp_nonce": getattr(
            request, "csp_nonce", ""
        ),  # the name that htmx_script looks for; django-csp says CSP_NONCE
    }


def in_language(names: Mapping[str, str] | str) -> str:
    """The name in the active language; a name that is the same in both may be one string."""
    return names if isinstance(names, str) else names[active_language()]


def active_language() -> str:
    """The active language without its region: `en` or `cy`."""
    return (get_language() or settings.LANGUAGE_CODE).split("-")[0]


def language_choices(request: HttpRequest) -> list[LanguageChoice]:
    """Every language of the service, each under its own name, in the order of the settings."""
    return [_language_choice(request, code.split("-")[0]) for code, _name in settings.LANGUAGES]


def _language_choice(request: HttpRequest, code: str) -> LanguageChoice:
    address = request.GET.copy()
    address["language"] = code
    return LanguageChoice(code, ENDONYMS[code], f"?{address.urlencode()}", code == active_language())
