"""Record an outcome: what changed for the person, on one measure, with how it is known."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.casework.models import Case
from lynchpin.framework.models import Measure
from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason, Refused, refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.organisations.models import in_force
from lynchpin.outcomes import rules
from lynchpin.outcomes.choices import Permission, Verb
from lynchpin.outcomes.models import Achievement


@use_case(Permission.RECORD_OUTCOME)
def record_outcome(
    actor: Actor,
    *,
    reference: str,
    measure_key: str,
    achieved_on: date,
    evidence: str,
    at: datetime,
    evidence_note: str = "",
) -> str:
    """Keep an achievement of the person of a case; it counts once a measure and case. Gives its reference."""
    case = Case.objects.visible_to(actor).select_for_update().find(reference=reference)
    if not Measure.objects.visible_to(actor).filter(in_force(achieved_on), key=measure_key).exists():
        raise Refused(Reason("measure_not_in_force"))
    counted = Achievement.objects.visible_to(actor).filter(case=case, measure_key=measure_key).exists()
    refuse_if(
        rules.why_not_record_outcome(
            case,
            achieved_on=achieved_on,
            today=local_date(at),
            evidence=evidence,
            evidence_note=evidence_note,
            counted=counted,
        )
    )
    achievement = Achievement(
        reference=references.draw("O"),
        case=case,
        resident_id=case.resident_id,
        cluster_key=case.cluster_id or "",
        programme_key=case.programme_id or "",
        measure_key=measure_key,
        achieved_on=achieved_on,
        evidence=evidence,
        evidence_note=evidence_note,
        recorded_at=at,
        recorded_by=actor.staff_id,  # type: ignore[misc]
    )
    achievement.save()
    audit.record(Verb.OUTCOME_RECORDED, achievement, case=case.pk, measure=measure_key, evidence=evidence)
    return achievement.reference
