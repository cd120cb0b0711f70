"""Staged files as pages show them: the list, the columns, the preview with every fault and the reconciled totals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from lynchpin.casework.models import Case
from lynchpin.frontdoor.models import Referral
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import read
from lynchpin.outcomes.bringing.rows import CaseloadRow
from lynchpin.outcomes.choices import ImportKind, Permission
from lynchpin.outcomes.models import Achievement, StagedImport
from lynchpin.outcomes.queries.brought import Assessment, CellFault, NewCase, assess
from lynchpin.people.models import Resident
from lynchpin.people.queries import Newcomer, ResidentBrief, possible_duplicates_of_each

PREVIEWED = 15
LOOKED_AT, MOST_ALIKE = 100, 3  # new people compared with those known, and residents named for each
MOST_LISTED = 50


@dataclass(frozen=True, slots=True)
class StagedRow:
    """A staged file in a list."""

    reference: str
    kind: str
    state: str
    row_count: int
    staged_at: datetime


@dataclass(frozen=True, slots=True)
class StagedColumns:
    """A staged file's columns and what they are taken for."""

    reference: str
    version: int
    kind: str
    header: tuple[str, ...]
    mapping: dict[str, str]


@dataclass(frozen=True, slots=True)
class Before:
    """How many people, cases, referrals or outcomes there are, and how many there would be."""

    what: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class MaybeKnown:
    """A new person of a file, by the reference they had, and the residents who may be the same."""

    former_reference: str
    name: str
    birth_date: date | None
    alike: tuple[ResidentBrief, ...]


@dataclass(frozen=True, slots=True)
class StagedPreview:
    """What applying a file would do. `rows` are the first fifteen, with the line of each.

    `maybe_known` is found among the first `looked_at` new people; none of them is tied to anybody by this.
    """

    reference: str
    version: int
    kind: str
    state: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    row_count: int
    new: int
    already_here: int
    in_error: int
    faults: tuple[CellFault, ...]
    counts: tuple[Before, ...]
    looked_at: int
    maybe_known: tuple[MaybeKnown, ...]


@read(Permission.READ_IMPORTS)
def staged_imports(actor: Actor) -> tuple[StagedRow, ...]:
    """Files brought so far, newest first."""
    rows = StagedImport.objects.visible_to(actor).defer("rows").order_by("-staged_at", "-pk")[:MOST_LISTED]
    return tuple(StagedRow(row.reference, row.kind, row.state, row.row_count, row.staged_at) for row in rows)


@read(Permission.MAP_IMPORT)
def import_to_map(actor: Actor, reference: str) -> StagedColumns:
    """For choosing columns."""
    staged = StagedImport.objects.visible_to(actor).find(reference=reference)
    return StagedColumns(staged.reference, staged.version, staged.kind, tuple(staged.header), staged.mapping)


@read(Permission.APPLY_IMPORT)
def import_to_apply(actor: Actor, reference: str) -> StagedPreview:
    """For deciding whether to apply."""
    staged = StagedImport.objects.visible_to(actor).find(reference=reference)
    judged = assess(actor, staged)
    people = [new.row for new in judged.new if isinstance(new, NewCase)][:LOOKED_AT]
    shown = staged.rows[:PREVIEWED]
    return StagedPreview(
        reference=staged.reference,
        version=staged.version,
        kind=staged.kind,
        state=staged.state,
        header=tuple(staged.header),
        rows=tuple((row["line"], tuple(row["cells"])) for row in shown),
        row_count=staged.row_count,
        new=len(judged.new) if staged.rows else staged.totals.get("new", 0),
        already_here=judged.already_here if staged.rows else staged.totals.get("already_here", 0),
        in_error=judged.in_error,
        faults=judged.faults,
        counts=counts(actor, staged.kind, judged),
        looked_at=len(people),
        maybe_known=maybe_known(actor, people),
    )


def maybe_known(actor: Actor, people: Sequence[CaseloadRow]) -> tuple[MaybeKnown, ...]:
    """Those of a file's new people who are like somebody known."""
    told = [Newcomer(f"{row.forename} {row.surname}", row.birth_date, row.postcode) for row in people]
    found = possible_duplicates_of_each(actor, told, MOST_ALIKE) if told else ()
    rows = zip(people, told, found, strict=True)
    return tuple(
        MaybeKnown(row.former_reference, each.name, row.birth_date, alike) for row, each, alike in rows if alike
    )


@read(Permission.READ_IMPORTS)
def import_faults(actor: Actor, reference: str) -> tuple[CellFault, ...]:
    """Every cell of a staged file that needs attention."""
    return assess(actor, StagedImport.objects.visible_to(actor).find(reference=reference)).faults


def counts(actor: Actor, kind: str, judged: Assessment) -> tuple[Before, ...]:
    """What a file of this kind adds to, before and after."""
    new = len(judged.new)
    now = ((what, held(actor).count()) for what, held in ADDS_TO[ImportKind(kind)])
    return tuple(Before(what, count, count + new) for what, count in now)


def _people(actor: Actor) -> Any:
    return Resident.objects.visible_to(actor).surviving()


def _cases(actor: Actor) -> Any:
    return Case.objects.visible_to(actor)


def _referrals(actor: Actor) -> Any:
    return Referral.objects.visible_to(actor)


def _outcomes(actor: Actor) -> Any:
    return Achievement.objects.visible_to(actor)


ADDS_TO: dict[str, tuple[tuple[str, Callable[[Actor], Any]], ...]] = {
    ImportKind.CASELOAD: (("people", _people), ("cases", _cases)),
    ImportKind.REFERRALS: (("referrals", _referrals),),
    ImportKind.OUTCOMES: (("outcomes", _outcomes),),
}
