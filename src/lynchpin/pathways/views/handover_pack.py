"""The pack to print: every heading in both languages, the person's words in their own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lynchpin.kernel.page import Request, page, show
from lynchpin.pathways.choices import HandoverWay, Permission
from lynchpin.pathways.queries.handovers import HandoverFacts
from lynchpin.pathways.queries.handovers import handover_page as handover_facts


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the pack: its heading in both languages, and what is under it."""

    english: str
    welsh: str
    text: str
    lang: str = ""


@page(Permission.READ_HANDOVER, opens="handover", action="print")
def handover_pack_page(request: Request, reference: str) -> HttpResponse:
    facts = handover_facts(request.actor, reference)
    return show(
        request,
        "pathways/handover_pack.html",
        head=facts.head,
        title=_part(_("Handover"), ""),
        parts=[part for part in _parts(facts) if part.text],
    )


def _parts(facts: HandoverFacts) -> tuple[Part, ...]:
    said = facts.language if facts.language in ("en", "cy") else ""
    return (
        _part(_("For"), facts.head.to),
        _part(_("From"), facts.head.by),
        _part(_("Which way"), " / ".join(_both(HandoverWay(facts.head.way).label))),
        _part(_("What matters to them, in their own words"), facts.what_matters, said),
        _part(_("What has changed"), facts.what_changed),
        _part(_("What was tried"), facts.what_was_tried),
        _part(_("Who agreed, and when"), f"{facts.agreed_by}, {_day(facts.agreed_on)}"),
        _part(_("What they agreed to"), facts.agreed_to),
    )


def _part(heading: Promise | str, text: str, lang: str = "") -> Part:
    return Part(*_both(heading), text, lang)


def _both(words: Promise | str) -> tuple[str, str]:
    """The same words in English and in Welsh."""
    found = []
    for language in ("en", "cy"):
        with translation.override(language):
            found.append(str(words))
    return found[0], found[1]


def _day(day: date) -> str:
    return day.strftime("%d/%m/%Y")  # read alike in both languages
