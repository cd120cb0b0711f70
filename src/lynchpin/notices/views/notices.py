"""The queue of messages out."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lynchpin.face.lists import Cell, Column, Listing, ListQuery
from lynchpin.face.parts import Tag
from lynchpin.kernel.page import Request, page, show
from lynchpin.notices import queries
from lynchpin.notices.choices import NoticeState, Permission
from lynchpin.notices.forms import NoticeFilter
from lynchpin.notices.queries import NoticeRow

COLOURS = {
    NoticeState.WAITING: "orange",
    NoticeState.HELD: "red",
    NoticeState.CHECKED: "blue",
    NoticeState.SENT: "green",
    NoticeState.CANCELLED: "grey",
}


def state_tag(row: NoticeRow) -> Tag:
    """Where a notice stands."""
    return Tag(str(row.state.label), COLOURS[row.state])


COLUMNS = (
    Column(
        "recipient",
        gettext_lazy("To"),
        read=lambda row: row.recipient.name,
        href=lambda row: reverse("notices:notice", args=[row.reference]),
    ),
    Column("kind", gettext_lazy("About"), sortable=True, read=lambda row: str(row.kind.label)),
    Column("channel", gettext_lazy("Way"), read=lambda row: str(row.channel.label)),
    Column("state", gettext_lazy("State"), Cell.TAG, sortable=True, read=state_tag),
    Column("queued_at", gettext_lazy("Written on"), Cell.DATE, sortable=True),
)


@page(Permission.READ_NOTICES, action="list")
def notices_page(request: Request) -> HttpResponse:
    """Letters to check stand here until a person has read them."""
    filters = NoticeFilter(request.GET)
    query = ListQuery.from_params(request.GET, COLUMNS, sort="queued_at")
    listing = Listing(
        columns=COLUMNS,
        page=queries.notices(request.actor, query, **filters.chosen),
        params=request.GET,
        caption=_("Letters and messages"),
        empty=_("No message waits. New ones come here by themselves."),
        filters=filters,
    )
    may_post = request.actor.may(Permission.POST_LETTERS)
    return show(request, "notices/notices.html", heading=_("Letters and messages"), listing=listing, may_post=may_post)
