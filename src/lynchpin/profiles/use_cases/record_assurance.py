"""Keep what was measured of a run: how well records were put together, how bands fell, and how alike groups were treated."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.profiles import watching
from lynchpin.profiles.bounding import why_stopped
from lynchpin.profiles.choices import Permission, Verb
from lynchpin.profiles.models import AssuranceReport, ProfileRun


@use_case(Permission.RECORD_ASSURANCE)
def record_assurance(actor: Actor, *, reference: str, report: Mapping[str, Any], at: datetime) -> str:
    """Keep a report beside earlier ones of the same run. Gives the run's reference."""
    refuse_if(why_stopped(actor))
    run = ProfileRun.objects.visible_to(actor).find(reference=reference)
    refuse_if(watching.why_not_record_assurance(run, content_hash=report["content_hash"]))
    kept = AssuranceReport(
        run=run, content_hash=report["content_hash"], report=dict(report), measured_at=at, measured_by=actor.staff_id
    )
    kept.save()
    alerts = sum(1 for row in report["measures"] if row["alert"])
    audit.record(Verb.ASSURANCE_RECORDED, kept, run=reference, measures=len(report["measures"]), alerts=alerts)
    return reference
