"""Staged files as pages show them: the list, the columns, the preview with every fault and the reconciled totals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from lynchpin.casework.models import Case
from lynchpin.frontdoor.models import Referral
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import read
from lynchpin.outcomes.choices import ImportKind, Permission
from lynchpin.outcomes.models import Achievement, StagedImport
from lynchpin.outcomes.queries.brought import Assessment, CellFault, assess
from lynchpin.people.models import Resident

PREVIEWED = 15
MOST_LISTED = 50
ADDS: dict[str, tuple[str, ...]] = {
    ImportKind.CASELOAD: ("people", "cases"),
    ImportKind.REFERRALS: ("referrals",),
    ImportKind.OUTCOMES: ("outcomes",),
}


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
class StagedPreview:
    """What applying a file would do. `rows` are the first fifteen, with the line of each."""

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
    )


@read(Permission.READ_IMPORTS)
def import_faults(actor: Actor, reference: str) -> tuple[CellFault, ...]:
    """Every cell of a staged file that needs attention."""
    return assess(actor, StagedImport.objects.visible_to(actor).find(reference=reference)).faults


def counts(actor: Actor, kind: str, judged: Assessment) -> tuple[Before, ...]:
    """People, cases, referrals and outcomes before and after."""
    new, adds = len(judged.new), ADDS[ImportKind(kind)]
    now = {
        "people": Resident.objects.visible_to(actor).surviving().count(),
        "cases": Case.objects.visible_to(actor).count(),
        "referrals": Referral.objects.visible_to(actor).count(),
        "outcomes": Achievement.objects.visible_to(actor).count(),
    }
    return tuple(Before(what, n, n + new * (what in adds)) for what, n in now.items())
