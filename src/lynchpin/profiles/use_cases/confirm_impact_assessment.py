"""Confirm an impact assessment, as a second person: from now on runs may be commissioned under it."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.profiles import rules
from lynchpin.profiles.choices import AssessmentEnding, Permission, Verb
from lynchpin.profiles.models import ImpactAssessment


@use_case(Permission.CONFIRM_ASSESSMENT)
def confirm_impact_assessment(actor: Actor, *, reference: str, version: int, at: datetime) -> str:
    """Let an assessment count; an earlier one of the same number ends with it. Gives its reference."""
    seen = ImpactAssessment.objects.visible_to(actor)
    kept = seen.select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_confirm_assessment(kept, staff_id=actor.staff_id, on=local_date(at)))
    earlier = seen.select_for_update().filter(number=kept.number, confirmed_at__isnull=False, ended_at__isnull=True)
    replaced = [_end(row, actor, at) for row in earlier.order_by("pk")]
    kept.confirmed_at, kept.confirmed_by = at, actor.staff_id
    kept.store("confirmed_at", "confirmed_by")
    audit.record(Verb.IMPACT_ASSESSMENT_CONFIRMED, kept, replaced=replaced)
    return reference


def _end(row: ImpactAssessment, actor: Actor, at: datetime) -> str:
    row.ended_at, row.ended_by, row.ending = at, actor.staff_id, AssessmentEnding.REPLACED
    row.store("ended_at", "ended_by", "ending")
    return row.reference
