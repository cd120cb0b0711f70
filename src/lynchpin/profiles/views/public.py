"""The public record of profiling: a page without sign-in, and the same as text and as JSON."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import override

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import Request, page, show
from lynchpin.profiles.choices import Permission
from lynchpin.profiles.public_words import council, sections
from lynchpin.profiles.queries.public import public_record

LANGUAGES = ("en", "cy")


@page(Permission.READ_PUBLIC_RECORD)
def public_record_page(request: Request) -> HttpResponse:
    return show(request, "profiles/public_record.html", sections=sections(public_record(request.actor)))


@page(Permission.READ_PUBLIC_RECORD)
def record_as_json_page(request: Request) -> HttpResponse:
    """The whole record in both languages; the keys of its sections are the same in each."""
    told = {language: _in(request.actor, language) for language in LANGUAGES}
    text = json.dumps(told, ensure_ascii=False, indent=1)
    return _download(HttpResponse(text + "\n", content_type="application/json; charset=utf-8"), "profiling-record.json")


@page(Permission.READ_PUBLIC_RECORD)
def record_as_text_page(request: Request) -> HttpResponse:
    """The whole record in the language of the page, as plain lines."""
    lines = [_("Record of profiling"), council()]
    for section in sections(public_record(request.actor)):
        lines += ["", section.title.upper()]
        for asked, answers in section.answers:
            lines += ["", asked, *(f"- {answer}" for answer in answers)]
    response = HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
    return _download(response, "profiling-record.txt")


def _in(actor: Actor, language: str) -> dict[str, Any]:
    with override(language):
        told = sections(public_record(actor))
        return {
            "organisation": council(),
            "sections": [
                {
                    "key": section.key,
                    "title": section.title,
                    "answers": [{"asked": asked, "answers": list(answers)} for asked, answers in section.answers],
                }
                for section in told
            ],
        }


def _download(response: HttpResponse, name: str) -> HttpResponse:
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
