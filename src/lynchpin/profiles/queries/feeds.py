"""Feeds, how late they are, whether they may be loaded, and what became of each file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import OuterRef, Subquery

from lynchpin.face.lists import ListPage, ListQuery
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.labels import label
from lynchpin.kernel.page import read
from lynchpin.kernel.reasons import sentence
from lynchpin.organisations.feed_words import field_names
from lynchpin.organisations.models import Organisation, SharingAgreement, Staff
from lynchpin.organisations.rules import why_not_in_force
from lynchpin.profiles import file_rules, file_store
from lynchpin.profiles.choices import QUARANTINE, ExtractState, Permission
from lynchpin.profiles.models import Extract, Feed, QuarantinedCell
from lynchpin.profiles.queries.file_profiles import ShownFinding, ShownProfile, shown_findings, shown_profile

ORDERS = {"as_at": "as_at", "loaded_at": "loaded_at", "state": "state"}


@dataclass(frozen=True, slots=True)
class FeedRow:
    """A feed at a glance. `days_late` counts from the day its next file was due; `why_not` is empty while it may be loaded."""

    key: str
    name: str
    partner: str
    latest_on: date | None
    due_on: date | None
    days_late: int
    agreed_until: date | None
    why_not: str


@dataclass(frozen=True, slots=True)
class ExtractRow:
    """A file and what became of it. `why_not` is the sentence of its refusal."""

    reference: str
    feed: str
    as_at: date
    state: str
    read: int
    accepted: int
    unchanged: int
    quarantined: int
    why_not: str
    loaded_at: datetime
    loaded_by: str


@dataclass(frozen=True, slots=True)
class CellRow:
    """Where a row was at fault, why, and how to mend it. The value was never kept."""

    line: int
    column: str
    partner_column: str
    what: str
    hint: str
    reason: str


@dataclass(frozen=True, slots=True)
class ExtractPage:
    """One extract: what it is like, what goes beyond the bounds of its feed, and a page of the cells that were put aside.

    `settled_…` tell who accepted it or sent it back. `why_not_…` are reasons, None where the reader may do it.
    """

    row: ExtractRow
    feed_name: str
    agreement: str
    cells: ListPage
    profile: ShownProfile | None
    findings: tuple[ShownFinding, ...]
    settled_by: str
    settled_at: datetime | None
    settled_reason: str
    why_not_accept_stopped: Reason | None


@dataclass(frozen=True, slots=True)
class Quarantine:
    """The cells of a file that were put aside: (line, our column, reason), and the partner's names of its columns.

    `listed` is the feed and the hash of a file of which more were put aside than `cells` has; its list lies in the feed's store.
    """

    cells: tuple[tuple[int, str, str], ...]
    theirs: Mapping[str, str]
    listed: tuple[str, str] | None

    def rows(self) -> Iterator[tuple[int, str, str]]:
        """Every cell, as line, the partner's column and the reason, read a few at a time."""
        cells = file_store.put_aside(*self.listed) if self.listed else self.cells
        return ((line, self.theirs.get(column, ""), reason) for line, column, reason in cells)


@read(Permission.READ_FEEDS)
def feeds(actor: Actor) -> tuple[FeedRow, ...]:
    """Every feed that has not been stopped, by name, those that may be loaded first."""
    rows = _rows(actor, _with_latest(actor).filter(stopped_at__isnull=True))
    return tuple(sorted(rows, key=lambda row: (bool(row.why_not), row.name)))


@read(Permission.READ_FEEDS)
def feed(actor: Actor, key: str) -> FeedRow:
    """One feed. Raises `NotFound`."""
    found = _with_latest(actor)
    return _rows(actor, [found.find(key=key)])[0]


@read(Permission.LOAD_FEED)
def feed_to_load(actor: Actor, key: str) -> FeedRow:
    """The feed that a file is about to be loaded into. Raises `NotFound`."""
    return _rows(actor, [_with_latest(actor).find(key=key)])[0]


@read(Permission.READ_FEEDS)
def extracts_of_feed(actor: Actor, key: str, query: ListQuery) -> ListPage:
    """A feed's files, those loaded last first."""
    rows = Extract.objects.visible_to(actor).filter(feed_id=key)
    order = ORDERS.get(query.sort, "loaded_at")
    page = list(rows.order_by(f"-{order}" if query.descending else order, "-pk")[query.start : query.stop])
    names = _names_of(actor, page)
    return ListPage([_extract_row(row, names) for row in page], rows.count(), query)


@read(Permission.READ_FEEDS)
def extract(actor: Actor, reference: str, query: ListQuery) -> ExtractPage:
    """A file, its counts, and where its rows were at fault, in the order of the file. Raises `NotFound`."""
    row = Extract.objects.visible_to(actor).find(reference=reference)
    of = Feed.objects.visible_to(actor).find(key=row.feed_id)
    cells = QuarantinedCell.objects.visible_to(actor).filter(extract=row)
    page = cells.order_by("line", "column", "pk")[query.start : query.stop]
    names = _names_of(actor, [row])
    return ExtractPage(
        row=_extract_row(row, names),
        feed_name=label(of, "name"),
        agreement=row.agreement_reference,
        cells=ListPage(_cell_rows(page, of), cells.count(), query),
        profile=shown_profile(row.profile, {**of.columns, **of.facts}),
        findings=shown_findings(row.findings),
        settled_by=names.get(row.settled_by or 0, ""),
        settled_at=row.settled_at,
        settled_reason=row.settled_reason,
        why_not_accept_stopped=file_rules.why_not_accept_stopped(row, staff_id=actor.staff_id),
    )


@read(Permission.READ_FEEDS)
def quarantine(actor: Actor, reference: str) -> Quarantine:
    """Every cell of a file that was put aside. Raises `NotFound`."""
    row = Extract.objects.visible_to(actor).find(reference=reference)
    of = Feed.objects.visible_to(actor).find(key=row.feed_id)
    cells = QuarantinedCell.objects.visible_to(actor).filter(extract=row).order_by("line", "column", "pk")
    return Quarantine(
        cells=tuple(cells.values_list("line", "column", "reason")),
        theirs={**of.columns, **of.facts},
        listed=(of.key, row.sha256) if file_store.has_list_aside(of.key, row.sha256) else None,
    )


def _with_latest(actor: Actor) -> Any:
    applied = Extract.objects.visible_to(actor).filter(feed_id=OuterRef("key"), state=ExtractState.APPLIED)
    latest = Subquery(applied.order_by("-as_at").values("as_at")[:1])
    return Feed.objects.visible_to(actor).annotate(latest_on=latest).order_by("key")


def _rows(actor: Actor, found: Iterable[Feed]) -> tuple[FeedRow, ...]:
    listed = list(found)
    partners = Organisation.objects.visible_to(actor).filter(key__in=[feed.partner_id for feed in listed])
    names = {row.key: label(row, "name") for row in partners}
    signed = SharingAgreement.objects.visible_to(actor).filter(feed__in=[feed.key for feed in listed])
    by_feed: dict[str, list[SharingAgreement]] = {}
    for row in signed.order_by("ends_on", "pk"):
        by_feed.setdefault(row.feed, []).append(row)
    return tuple(_row(feed, names, by_feed.get(feed.key, []), actor.on) for feed in listed)


def _row(of: Any, names: Mapping[str, str], signed: list[SharingAgreement], on: date) -> FeedRow:
    covering = next((each for each in signed if why_not_in_force(each, on) is None), None)
    unrevoked = [each for each in signed if each.revoked_at is None]
    nearest = (unrevoked or signed)[-1] if signed else None
    reason = None if covering else why_not_in_force(nearest, on)
    due_on = of.latest_on + timedelta(days=of.cadence_days) if of.latest_on else None
    return FeedRow(
        key=of.key,
        name=label(of, "name"),
        partner=names[of.partner_id],
        latest_on=of.latest_on,
        due_on=due_on,
        days_late=max((on - due_on).days, 0) if due_on else 0,
        agreed_until=covering.ends_on if covering else None,
        why_not=sentence(reason) if reason else "",
    )


def _names_of(actor: Actor, rows: Iterable[Extract]) -> dict[int, str]:
    ids = {staff_id for row in rows for staff_id in (row.loaded_by, row.settled_by) if staff_id}
    return dict(Staff.objects.visible_to(actor).filter(pk__in=ids).values_list("pk", "name"))


def _extract_row(row: Extract, names: Mapping[int, str]) -> ExtractRow:
    return ExtractRow(
        reference=row.reference,
        feed=row.feed_id,
        as_at=row.as_at,
        state=row.state,
        read=row.rows_read,
        accepted=row.rows_accepted,
        unchanged=row.rows_unchanged,
        quarantined=row.rows_quarantined,
        why_not=sentence(Reason(row.refused_code, **row.refused_params)) if row.refused_code else "",
        loaded_at=row.loaded_at,
        loaded_by=names.get(row.loaded_by or 0, ""),
    )


def _cell_rows(cells: Iterable[QuarantinedCell], of: Feed) -> list[CellRow]:
    theirs = {**of.columns, **of.facts}
    found = list(cells)
    ours = dict(field_names(tuple({cell.column for cell in found})))
    return [
        CellRow(
            line=cell.line,
            column=ours[cell.column] if cell.column in theirs else "",
            partner_column=theirs.get(cell.column, ""),
            what=str(QUARANTINE[cell.reason][0]),
            hint=str(QUARANTINE[cell.reason][1]),
            reason=cell.reason,
        )
        for cell in found
    ]
