"""What waits for a decision about records: proposed merges, restrictions, and questions whether somebody is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.page import read
from lynchpin.organisations.models import Staff
from lynchpin.people import merging
from lynchpin.people.choices import Permission, RestrictionKind
from lynchpin.people.models import MergeProposal, Resident, ResidentCheck, Restriction
from lynchpin.people.queries.briefs import ResidentBrief, brief, of_record
from lynchpin.people.queries.records import person
from lynchpin.people.queries.search import possible_duplicates

MOST_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed merge with both records as they are; `in_force` and the reasons say what may be done with it now."""

    reference: str
    version: int
    kept: ResidentBrief
    merged: ResidentBrief
    why: str
    proposed_at: datetime
    decided: bool
    in_force: bool
    why_not: Reason | None


@dataclass(frozen=True, slots=True)
class MergeToPropose:
    """A record that would be kept, and the records that may be the same person, most like first."""

    kept: ResidentBrief
    alike: tuple[ResidentBrief, ...]


@dataclass(frozen=True, slots=True)
class RestrictionRow:
    """A restriction in force."""

    id: int
    version: int
    resident: ResidentBrief | None
    kind: RestrictionKind
    colleague: str
    reason: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A colleague's question, and whom it found among those the reader sees."""

    id: int
    version: int
    name: str
    birth_date: date
    asked_by: str
    asked_at: datetime
    found: ResidentBrief | None


@read(Permission.MERGE_RESIDENTS)
def merge_proposals(actor: Actor) -> tuple[Proposal, ...]:
    """Proposals that wait, oldest first, then merges in force, newest first."""
    seen = MergeProposal.objects.visible_to(actor)
    waiting = list(seen.filter(decided_at__isnull=True).order_by("proposed_at", "pk")[:MOST_SHOWN])
    in_force = seen.filter(approved=True, undone_at__isnull=True).order_by("-decided_at", "-pk")
    return _proposals(actor, [*waiting, *in_force[:MOST_SHOWN]])


@read(Permission.MERGE_RESIDENTS)
def merge_to_decide(actor: Actor, reference: str) -> Proposal:
    """One proposal."""
    return _proposals(actor, [MergeProposal.objects.visible_to(actor).find(reference=reference)])[0]


@read(Permission.PROPOSE_MERGE)
def merge_to_propose(actor: Actor, reference: str) -> MergeToPropose:
    """The record that would be kept, and those like it for whoever may search."""
    kept = person(actor, reference)
    like_it = possible_duplicates(actor, kept.name, kept.birth_date) if actor.may(Permission.SEARCH_RESIDENTS) else ()
    return MergeToPropose(kept, tuple(each for each in like_it if each.resident_id != kept.resident_id))


@read(Permission.RESTRICT_RESIDENT)
def resident_to_restrict(actor: Actor, reference: str) -> ResidentBrief:
    """Who is about to be restricted."""
    return person(actor, reference)


@read(Permission.RESTRICT_RESIDENT)
def colleagues_to_choose(actor: Actor) -> list[tuple[int, str]]:
    """Colleagues at work, (id, name) by name."""
    at_work = Staff.objects.visible_to(actor).at_work(actor.on)
    return list(at_work.order_by("name", "pk").values_list("pk", "name"))


@read(Permission.READ_RESTRICTIONS)
def restrictions(actor: Actor) -> tuple[RestrictionRow, ...]:
    """Restrictions in force, newest first."""
    live = Restriction.objects.visible_to(actor).filter(lifted_at__isnull=True)
    rows = list(live.order_by("-made_at", "-pk")[: MOST_SHOWN * 4])
    shown = brief(actor, {row.resident_id for row in rows})
    names = _staff_names(actor, {row.staff_id for row in rows})
    return tuple(_restriction(row, shown.get(row.resident_id), names) for row in rows)


@read(Permission.SETTLE_CHECK)
def checks(actor: Actor) -> tuple[CheckRow, ...]:
    """Questions that wait for an answer, oldest first."""
    waiting = ResidentCheck.objects.visible_to(actor).filter(settled_at__isnull=True)
    rows = list(waiting.order_by("asked_at", "pk")[:MOST_SHOWN])
    shown = brief(actor, {row.resident_id for row in rows if row.resident_id})
    names = dict(Staff.unscoped.filter(pk__in={row.asked_by_id for row in rows}).values_list("pk", "name"))
    return tuple(_check(row, names[row.asked_by_id], shown.get(row.resident_id or 0)) for row in rows)


def _proposals(actor: Actor, rows: list[MergeProposal]) -> tuple[Proposal, ...]:
    ids = {key for row in rows for key in (row.kept_id, row.merged_id)}
    records = Resident.objects.visible_to(actor).in_bulk(ids)
    return tuple(_proposal(actor, row, records[row.kept_id], records[row.merged_id]) for row in rows)


def _proposal(actor: Actor, row: MergeProposal, kept: Resident, merged: Resident) -> Proposal:
    in_force = bool(row.approved) and row.undone_at is None
    undoing = merging.why_not_unmerge(row, merged)
    deciding = merging.why_not_merge(row, kept, merged, by=actor.staff_id)
    return Proposal(
        reference=row.reference,
        version=row.version,
        kept=of_record(actor, kept),
        merged=of_record(actor, merged),
        why=row.why,
        proposed_at=row.proposed_at,
        decided=row.decided_at is not None,
        in_force=in_force,
        why_not=undoing if in_force else deciding,
    )


def _restriction(row: Restriction, shown: ResidentBrief | None, names: dict[int, str]) -> RestrictionRow:
    colleague = names.get(row.staff_id, "") if row.staff_id else ""
    kind = RestrictionKind(row.kind)
    return RestrictionRow(row.pk, row.version, shown, kind, colleague, row.reason, row.made_at)


def _check(row: ResidentCheck, asked_by: str, found: ResidentBrief | None) -> CheckRow:
    name = f"{row.forename} {row.surname}"
    return CheckRow(row.pk, row.version, name, row.birth_date, asked_by, row.asked_at, found)


def _staff_names(actor: Actor, ids: set[int | None]) -> dict[int, str]:
    return dict(Staff.objects.visible_to(actor).filter(pk__in=[key for key in ids if key]).values_list("pk", "name"))
