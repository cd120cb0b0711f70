"""One file: its counts, and the rows that were put aside, on the page and as a file to send back."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from lynchpin.face.exports import csv_response
from lynchpin.face.lists import Cell, Column, Listing, ListQuery
from lynchpin.face.parts import SummaryRow, Tile
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.page import Request, page, show
from lynchpin.profiles import queries
from lynchpin.profiles.choices import ExtractState, Permission
from lynchpin.profiles.queries.feeds import ExtractPage
from lynchpin.profiles.views.feeds import extract_state

CELLS = [
    Column("line", gettext_lazy("Line"), Cell.NUMBER),
    Column("column", gettext_lazy("Column")),
    Column("partner_column", gettext_lazy("Name in the file")),
    Column("what", gettext_lazy("What is wrong")),
    Column("hint", gettext_lazy("What to do")),
]
LANGUAGES = ("en", "cy")


@page(Permission.READ_FEEDS, opens="extract")
def extract_page(request: Request, reference: str) -> HttpResponse:
    query = ListQuery.from_params(request.GET, CELLS)
    facts = queries.extract(request.actor, reference, query)
    listing = Listing(
        CELLS,
        facts.cells,
        request.GET,
        caption=_("Rows that were put aside"),
        empty=_("No row of this file was put aside."),
        csv_url=reverse("profiles:quarantine", args=[reference]) if facts.cells.total else "",
    )
    shown = {"facts": facts, "rows": _in_rows(facts), "tiles": _tiles(facts), "listing": listing}
    return show(request, "profiles/extract.html", **shown)


@page(Permission.READ_FEEDS, action="export")
def quarantine_page(request: Request, reference: str) -> HttpResponse:
    """The faults as a file for the partner: whole in both languages, whoever asks for it."""
    told = []
    for language in LANGUAGES:
        with override(language):
            told.append(queries.quarantine(request.actor, reference))
    rows = (
        [en.line, en.partner_column, en.reason, en.what, en.hint, cy.what, cy.hint]
        for en, cy in zip(*told, strict=True)
    )
    header = ["line", "column", "code", "reason_en", "hint_en", "reason_cy", "hint_cy"]
    return csv_response(f"quarantine-{reference}.csv", header, rows)


def _in_rows(facts: ExtractPage) -> list[SummaryRow]:
    row = facts.row
    rows = [SummaryRow(_("State"), extract_state(row)), SummaryRow(_("Made on"), row.as_at)]
    if facts.agreement:
        rows.append(SummaryRow(_("Loaded under agreement"), facts.agreement))
    if row.loaded_by:
        rows.append(SummaryRow(_("Sent by"), row.loaded_by))
    return [*rows, SummaryRow(_("Sent on"), local_date(row.loaded_at))]


def _tiles(facts: ExtractPage) -> list[Tile]:
    """What became of the rows; a refused file has none."""
    row = facts.row
    if row.state == ExtractState.REFUSED:
        return []
    return [
        Tile(row.read, _("rows read")),
        Tile(row.accepted, _("accepted")),
        Tile(row.unchanged, _("unchanged")),
        Tile(row.quarantined, _("put aside")),
    ]
