"""Who looked at whose record, for the data protection officer."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lynchpin.desk.forms import WhoLookedFilter
from lynchpin.desk.looking import action_tag, looker, moment, part_of_service, records_shown, role_of
from lynchpin.desk.queries import looks
from lynchpin.face.lists import Cell, Column, Listing, ListQuery
from lynchpin.face.parts import NavigationItem
from lynchpin.kernel.choices import Permission
from lynchpin.kernel.page import Request, page, show

A_PAGE = 50
COLUMNS = [
    Column("at", gettext_lazy("When"), read=moment),
    Column("colleague", gettext_lazy("Who"), read=looker),
    Column("role", gettext_lazy("As"), read=role_of),
    Column("action", gettext_lazy("What"), Cell.TAG, read=action_tag),
    Column("route", gettext_lazy("Where"), read=part_of_service),
    Column("shown", gettext_lazy("Whom it showed"), read=lambda row: records_shown(row) or None),
]


@page(Permission.READ_ACCESS_LOG, action="list")
def who_looked_page(request: Request) -> HttpResponse:
    """The access log, newest first. It names colleagues, and people by reference only."""
    actor = request.actor
    filters = WhoLookedFilter(request.GET, colleagues=looks.colleagues_to_ask_about(actor))
    query = ListQuery.from_params(request.GET, COLUMNS, size=A_PAGE)
    found = looks.who_looked(actor, query, **filters.chosen)
    nobody = _("No person with this reference is kept. Check it, or clear the filters.")
    empty = nobody if found.unknown else _("Nobody has looked, as far as these filters ask.")
    listing = Listing(COLUMNS, found.page, request.GET, caption=_("Who looked"), empty=empty, filters=filters)
    return show(request, "desk/who_looked.html", heading=_("Who looked"), listing=listing, tabs=tabs(looked=True))


def tabs(*, looked: bool) -> list[NavigationItem]:
    """The two pages of data protection, beside one another."""
    return [
        NavigationItem(_("Agreements and feeds"), reverse("desk:data_protection"), not looked),
        NavigationItem(_("Who looked"), reverse("desk:who_looked"), looked),
    ]
