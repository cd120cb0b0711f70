"""One file: what it is like beside the last one, what was put aside, and, while it waits, accepting it or sending it back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.http import StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from lynchpin.face.exports import csv_stream
from lynchpin.face.lists import Cell, Column, Listing, ListPage, ListQuery
from lynchpin.face.parts import SummaryRow, Tag, Tile
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.page import Request, page, show
from lynchpin.kernel.reasons import sentence
from lynchpin.profiles import queries
from lynchpin.profiles.choices import QUARANTINE, ExtractState, Permission
from lynchpin.profiles.queries.feeds import ExtractPage
from lynchpin.profiles.queries.file_profiles import ColumnRow
from lynchpin.profiles.views.feeds import extract_state

LITTLE, MUCH = 0.1, 0.25  # of the population stability index, as scorecards read it
BANDS = frozenset({"date", "birth_date", "percent", "count"})


def drift_tag(row: ColumnRow) -> Tag:
    """How far a column is from the last file's, in words beside the figure."""
    if row.drift is None:
        return Tag(_("Nothing to compare"), "grey")
    drift = {"drift": f"{row.drift:.2f}"}
    if row.drift > MUCH:
        return Tag(_("%(drift)s, much") % drift, "red")
    return (
        Tag(_("%(drift)s, some") % drift, "yellow")
        if row.drift > LITTLE
        else Tag(_("%(drift)s, little") % drift, "green")
    )


def patterns(row: ColumnRow) -> str:
    """The commonest patterns, codes or bands with their shares."""
    return "; ".join(f"{pattern or _('others')} ({share}%)" for pattern, share in row.patterns)


def missing(row: ColumnRow) -> str:
    return f"{row.missing}%"


COLUMNS = [
    Column("name", gettext_lazy("Column")),
    Column("partner_column", gettext_lazy("Name in the file")),
    Column("missing", gettext_lazy("Empty"), read=missing),
    Column("distinct", gettext_lazy("Different values"), Cell.NUMBER),
    Column("patterns", gettext_lazy("Commonest patterns, codes or bands"), read=patterns),
    Column("latest_on", gettext_lazy("Newest day"), Cell.DATE),
    Column("drift", gettext_lazy("Drift from last time"), Cell.TAG, read=drift_tag),
]
CELLS = [
    Column("line", gettext_lazy("Line"), Cell.NUMBER),
    Column("column", gettext_lazy("Column")),
    Column("partner_column", gettext_lazy("Name in the file")),
    Column("what", gettext_lazy("What is wrong")),
    Column("hint", gettext_lazy("What to do")),
]
LANGUAGES = ("en", "cy")


@page(Permission.READ_FEEDS, opens="extract")
def extract_page(request: Request, reference: str) -> HttpResponseBase:
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
    columns = _columns(request, facts)
    return show(request, "profiles/extract.html", columns=columns, keys=_keys(facts), **_acts(request, facts), **shown)


@page(Permission.READ_FEEDS, action="export")
def quarantine_page(request: Request, reference: str) -> StreamingHttpResponse:
    """The faults as a file for the partner: whole in both languages, whoever asks for it."""
    header = ["line", "column", "code", "reason_en", "hint_en", "reason_cy", "hint_cy"]
    told, found = _told(), queries.quarantine(request.actor, reference)
    rows: Iterator[list[object]] = ([line, column, code, *told[code]] for line, column, code in found.rows())
    return csv_stream(f"quarantine-{reference}.csv", header, rows)


def _told() -> Mapping[str, list[str]]:
    """Each code with what is wrong and what to do, in every language."""
    told: dict[str, list[str]] = {code: [] for code in QUARANTINE}
    for language in LANGUAGES:
        with override(language):
            for code, (what, hint) in QUARANTINE.items():
                told[code] += [str(what), str(hint)]
    return told


def _columns(request: Request, facts: ExtractPage) -> Listing | None:
    if facts.profile is None:
        return None
    rows = list(facts.profile.columns)
    whole = ListPage(rows, len(rows), ListQuery(size=max(len(rows), 1)))
    return Listing(COLUMNS, whole, request.GET, caption=_("What the columns hold"), empty="")


def _keys(facts: ExtractPage) -> list[SummaryRow]:
    """Records against the last file that was accepted."""
    if facts.profile is None:
        return []
    keys = facts.profile.keys
    return [
        SummaryRow(_("Records that runs would read"), str(facts.profile.rows)),
        SummaryRow(_("New since the last file"), str(keys.new)),
        SummaryRow(_("Gone since the last file"), str(keys.gone)),
        SummaryRow(_("Changed since the last file"), str(keys.changed)),
    ]


def _acts(request: Request, facts: ExtractPage) -> dict[str, Any]:
    """What the reader may do with a file that waits."""
    may, state = request.actor.may, facts.row.state
    reason = facts.why_not_accept_stopped
    return {
        "why_not_accept_stopped": sentence(reason) if reason else "",
        "may_accept": may(Permission.ACCEPT_EXTRACT) and state == ExtractState.WAITING,
        "may_accept_stopped": may(Permission.ACCEPT_STOPPED) and state == ExtractState.STOPPED,
        "may_decline": may(Permission.DECLINE_EXTRACT) and state in (ExtractState.WAITING, ExtractState.STOPPED),
    }


def _in_rows(facts: ExtractPage) -> list[SummaryRow]:
    row = facts.row
    declined = row.state == ExtractState.DECLINED
    given: list[tuple[str, Any]] = [
        (_("State"), extract_state(row)),
        (_("Made on"), row.as_at),
        (_("Loaded under agreement"), facts.agreement),
        (_("Sent by"), row.loaded_by),
        (_("Sent on"), local_date(row.loaded_at)),
        (_("Sent back by") if declined else _("Accepted by"), facts.settled_by),
        (_("Sent back on") if declined else _("Accepted on"), facts.settled_at and local_date(facts.settled_at)),
        (_("Why"), facts.settled_reason),
    ]
    return [SummaryRow(key, value) for key, value in given if value]


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
