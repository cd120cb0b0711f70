"""A person's timeline: what has happened across the rooms, newest first, by kind and by page."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.desk.choices import Happened, Permission
from lynchpin.desk.happening import happening
from lynchpin.desk.queries.timeline import Timeline, timeline
from lynchpin.face.parts import NavigationItem
from lynchpin.kernel.page import Request, page, show

LAST_PAGE = 500  # beyond it nobody reads on; a larger number in an address is taken for this one


@page(Permission.READ_OVERVIEW, opens="resident")
def timeline_page(request: Request, reference: str) -> HttpResponse:
    """`kind` narrows it, and `page` counts from 1."""
    kind = request.GET.get("kind", "")
    kind = kind if kind in Happened.values else ""
    facts = timeline(request.actor, reference, kind=kind, page=_number(request.GET.get("page", "")))
    return show(
        request,
        "desk/timeline.html",
        facts=facts,
        events=[happening(event) for event in facts.events],
        kinds=_kinds(facts, kind),
        older=_query(kind, facts.page + 1) if facts.has_older else "",
        newer=_query(kind, facts.page - 1) if facts.page > 1 else "",
    )


def _kinds(facts: Timeline, chosen: str) -> list[NavigationItem]:
    every = NavigationItem(_("Everything"), "?", current=not chosen)
    return [every, *(NavigationItem(str(each.label), _query(each, 1), current=each == chosen) for each in facts.kinds)]


def _query(kind: str, number: int) -> str:
    asked = {"kind": kind} if kind else {}
    return "?" + urlencode(asked | ({"page": str(number)} if number > 1 else {}))


def _number(text: str) -> int:
    return min(int(text), LAST_PAGE) if text.isascii() and text.isdigit() and int(text) > 0 else 1
