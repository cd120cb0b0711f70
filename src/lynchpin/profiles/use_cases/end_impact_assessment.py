"""End an impact assessment: from this moment nobody is profiled under it."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.profiles import rules
from lynchpin.profiles.choices import Permission, Verb
from lynchpin.profiles.models import ImpactAssessment


@use_case(Permission.END_ASSESSMENT)
def end_impact_assessment(actor: Actor, *, reference: str, version: int, ending: str, at: datetime) -> str:
    """End an assessment for a coded reason, confirmed or not; runs under way stop where they are. Gives its reference."""
    kept = ImpactAssessment.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_end_assessment(kept))
    kept.ended_at, kept.ended_by, kept.ending = at, actor.staff_id, ending
    kept.store("ended_at", "ended_by", "ending")
    audit.record(Verb.IMPACT_ASSESSMENT_ENDED, kept, ending=ending)
    return reference
