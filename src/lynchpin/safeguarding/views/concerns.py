"""Open concerns by what is due, and those that are closed."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lynchpin.face.lists import Cell, Column, Listing, ListQuery
from lynchpin.face.parts import NavigationItem
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, show
from lynchpin.safeguarding import queries
from lynchpin.safeguarding.choices import Permission
from lynchpin.safeguarding.views.due import due_in_words

COLUMNS = (
    Column(
        "person",
        gettext_lazy("About"),
        read=lambda row: row.person.name,
        href=lambda row: reverse("safeguarding:concern", args=[row.reference]),
    ),
    Column("category", gettext_lazy("Kind of harm feared"), read=lambda row: str(row.category.label)),
    Column("outcome", gettext_lazy("What came of it")),
    Column("closed_at", gettext_lazy("Closed on"), Cell.DATE),
)


@page(Permission.READ_CONCERNS, action="list")
def concerns_page(request: Request) -> HttpResponse:
    """What is due longest stands first."""
    rows = queries.concerns(request.actor, clock.now())
    shown = [(row, due_in_words(row)) for row in rows]
    return show(request, "safeguarding/concerns.html", rows=shown, tabs=tabs(closed=False))


@page(Permission.READ_CONCERNS, action="list")
def closed_concerns_page(request: Request) -> HttpResponse:
    """The last closed first: somebody asks what came of one."""
    found = queries.closed_concerns(request.actor, ListQuery.from_params(request.GET, COLUMNS))
    empty = _("No concern has been closed yet.")
    listing = Listing(COLUMNS, found, request.GET, caption=_("Closed concerns"), empty=empty)
    return show(request, "safeguarding/closed_concerns.html", listing=listing, tabs=tabs(closed=True))


def tabs(*, closed: bool) -> list[NavigationItem]:
    """The two lists of concerns, beside one another."""
    return [
        NavigationItem(_("Open"), reverse("safeguarding:concerns"), not closed),
        NavigationItem(_("Closed"), reverse("safeguarding:closed_concerns"), closed),
    ]
