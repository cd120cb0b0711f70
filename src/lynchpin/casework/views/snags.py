"""What is missing or not working: what waits for an answer, and how often each kind was told where."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse

from lynchpin.casework.choices import Permission
from lynchpin.casework.queries.snags import SnagFact, snags
from lynchpin.casework.views.snag_words import snag_lines, told_tag
from lynchpin.face.parts import Tag
from lynchpin.kernel.page import Request, page, show


@dataclass(frozen=True, slots=True)
class SnagShown:
    """One that waits."""

    kind: str
    url: str
    tag: Tag | None
    lines: tuple[str, ...]


@page(Permission.READ_SNAGS, action="list")
def snags_page(request: Request) -> HttpResponse:
    found = snags(request.actor)
    return show(request, "casework/snags.html", waiting=[_shown(snag) for snag in found.waiting], counts=found.counts)


def _shown(snag: SnagFact) -> SnagShown:
    return SnagShown(snag.kind, reverse("casework:answer_snag", args=[snag.id]), told_tag(snag), snag_lines(snag))
