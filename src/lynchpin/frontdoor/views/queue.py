"""The queue of the single point of contact, and taking it out of the service."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lynchpin.face.exports import csv_of_list
from lynchpin.face.lists import Cell, Column, Listing, ListQuery
from lynchpin.frontdoor.choices import Permission, ReferralSource, ReferralStatus, Urgency
from lynchpin.frontdoor.forms.queue import ExportForm, QueueFilter
from lynchpin.frontdoor.queries import referrals
from lynchpin.frontdoor.queries.pace import decisions_forecast
from lynchpin.frontdoor.views.words import forecast_line, status_tag, step_label, time_left, urgency_tag
from lynchpin.kernel import access, clock
from lynchpin.kernel.page import Request, page, show
from lynchpin.places.names import every_cluster

COLUMNS = [
    Column("name", _("Name"), sortable=True, href=lambda row: reverse("frontdoor:referral", args=[row.reference])),
    Column("due_at", _("Time left"), Cell.TAG, sortable=True, read=lambda row: time_left(row, clock.now())),
    Column("clock_step", _("For what"), read=lambda row: step_label(row.clock_step)),
    Column("urgency", _("How soon"), Cell.TAG, read=lambda row: urgency_tag(row.urgency)),
    Column("status", _("Status"), Cell.TAG, read=lambda row: status_tag(row.status)),
    Column("source", _("How it came"), read=lambda row: ReferralSource(row.source).label),
    Column("received_on", _("Came on"), Cell.DATE, sortable=True),
]
EXPORTED = [
    Column("reference", _("Reference")),
    Column("source", _("How it came"), read=lambda row: ReferralSource(row.source).label),
    Column("urgency", _("How soon"), read=lambda row: Urgency(row.urgency).label),
    Column("status", _("Status"), read=lambda row: ReferralStatus(row.status).label),
    Column("cluster", _("Cluster")),
    Column("received_on", _("Came on")),
    Column("decide_by_on", _("Decide by")),
    Column("clock_step", _("For what"), read=lambda row: step_label(row.clock_step)),
    Column("due_at", _("Time left"), read=lambda row: time_left(row, clock.now()).text),
]  # without names: nobody needs them to plan


@page(Permission.READ_QUEUE, action="list")
def queue_page(request: Request) -> HttpResponse:
    """Referrals that wait, the least time left first."""
    actor = request.actor
    filters = QueueFilter(request.GET, clusters=every_cluster(actor))
    query = ListQuery.from_params(request.GET, COLUMNS, sort="due_at")
    listing = Listing(
        COLUMNS,
        referrals.queue(actor, query, **filters.chosen),
        request.GET,
        caption=_("Referrals"),
        empty=_("Nothing waits here. Clear the filters to see the whole queue."),
        filters=filters,
        csv_url=reverse("frontdoor:export_queue") if actor.may(Permission.EXPORT_QUEUE) else "",
    )
    return show(
        request,
        "frontdoor/queue.html",
        heading=_("Front door"),
        listing=listing,
        forecast=[forecast_line(each) for each in decisions_forecast(actor, at=clock.now())],
        may_send=actor.may(Permission.SEND_REFERRAL),
    )


@page(Permission.EXPORT_QUEUE)
def export_queue_page(request: Request) -> HttpResponse:
    """The queue as a file, without names, for a reason that is kept."""
    actor = request.actor
    form = ExportForm(request.POST or None)
    if form.is_valid():
        filters = QueueFilter(request.GET, clusters=every_cluster(actor))
        access.name_action("export", form.cleaned_data["reason"])
        return csv_of_list("front-door.csv", EXPORTED, referrals.queue_to_export(actor, **filters.chosen))
    return show(
        request,
        "face/form_page.html",
        heading=_("Export the queue"),
        form=form,
        button=_("Download the file"),
        back_url=reverse("frontdoor:queue"),
    )
