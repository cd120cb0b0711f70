"""Let profiling go on, as a second person. Nothing that the stop took away comes back."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.profiles import rules
from lynchpin.profiles.choices import Permission, StopState, Verb
from lynchpin.profiles.models import ProfilingStop


@use_case(Permission.RESUME_PROFILING)
def resume_profiling(actor: Actor, *, reference: str, version: int, at: datetime) -> str:
    """End a stop whose end another person has proposed: runs may be commissioned again. Gives the stop's reference."""
    stop = ProfilingStop.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_resume_profiling(stop, staff_id=actor.staff_id))
    stop.state, stop.resumed_at, stop.resumed_by = StopState.OVER, at, actor.staff_id
    stop.store("state", "resumed_at", "resumed_by")
    audit.record(Verb.PROFILING_RESUMED, stop, stop=reference)
    return reference
