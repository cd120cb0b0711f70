"""Apply a staged file: every row or none, each former reference once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from lynchpin.casework.use_cases.receive_case import receive_case
from lynchpin.frontdoor.use_cases.receive_referrals import receive_referrals
from lynchpin.kernel import audit, calendar, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.outcomes import rules
from lynchpin.outcomes.bringing.columns import why_not_map
from lynchpin.outcomes.choices import ImportKind, ImportState, Permission, Verb
from lynchpin.outcomes.models import Achievement, StagedImport
from lynchpin.outcomes.queries.brought import NewCase, NewOutcome, assess
from lynchpin.people.use_cases.welcome_resident import welcome_resident


@use_case(Permission.APPLY_IMPORT)
def apply_import(actor: Actor, *, reference: str, version: int, at: datetime) -> dict[str, int]:
    """Keep what a staged file brings. Gives counts: rows = new + already_here.

    Refused when any row is in error, so that nothing is ever half brought. The rows are then let go of.
    """
    staged = StagedImport.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_apply(staged.state, errors=0))
    refuse_if(why_not_map(staged.kind, staged.header, staged.mapping))
    judged = assess(actor, staged)
    refuse_if(rules.why_not_apply(staged.state, errors=judged.in_error))
    _keep(actor, staged.kind, judged.new, at)
    counts = {"rows": judged.rows, "new": len(judged.new), "already_here": judged.already_here}
    staged.state, staged.totals, staged.rows = ImportState.APPLIED, counts, []
    staged.applied_at, staged.applied_by = at, actor.staff_id
    staged.store("state", "totals", "rows", "applied_at", "applied_by")
    audit.record(Verb.IMPORT_APPLIED, staged, **counts)
    return counts


def _keep(actor: Actor, kind: str, new: Sequence[Any], at: datetime) -> None:
    """Each kind of record is kept by the room that owns it."""
    if kind == ImportKind.REFERRALS:
        receive_referrals(actor, rows=new, at=at)
        return
    keep = _keep_case if kind == ImportKind.CASELOAD else _keep_outcome
    for row in new:
        keep(actor, row, at)


def _keep_case(actor: Actor, new: NewCase, at: datetime) -> None:
    row = new.row
    resident_id = welcome_resident(
        actor,
        forename=row.forename,
        surname=row.surname,
        birth_date=row.birth_date,
        language=row.language or "",
        phone=row.phone,
        address=row.address,
        postcode=row.postcode,
        area_code=row.area_code,
        at=at,
    )
    receive_case(
        actor,
        resident_id=resident_id,
        lead_id=new.lead_id,
        worker_id=new.worker_id,
        cluster=new.cluster,
        former_reference=row.former_reference,
        opened_at=min(calendar.end_of_day(row.opened_on), at),
        complexity=row.complexity,
        family_size=row.family_size,
        stated_reason=row.stated_reason,
        at=at,
    )


def _keep_outcome(actor: Actor, new: NewOutcome, at: datetime) -> None:
    Achievement(
        reference=references.draw("O"),
        case_id=new.case.pk,
        resident_id=new.case.resident_id,
        cluster_key=new.case.cluster_id or "",
        programme_key=new.case.programme_id or "",
        measure_key=new.measure_key,
        achieved_on=new.row.achieved_on,
        evidence=new.row.evidence,
        evidence_note=new.row.evidence_note,
        former_reference=new.row.former_reference,
        recorded_at=at,
        recorded_by=actor.staff_id,  # type: ignore[misc]
    ).save()
