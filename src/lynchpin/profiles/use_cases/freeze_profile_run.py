"""Hold a run back that lies further from the one before than the bounds allow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import part
from lynchpin.profiles.choices import Verb
from lynchpin.profiles.drift import Finding
from lynchpin.profiles.models import ProfileRun, RunFreeze


@part
def freeze_profile_run(actor: Actor, *, run_reference: str, before: str, found: Sequence[Finding], at: datetime) -> str:
    """Keep what was found beyond its bound; until two people have looked, nobody approves the run. Gives the freeze's reference."""
    run = ProfileRun.objects.visible_to(actor).find(reference=run_reference)
    freeze = RunFreeze(
        reference=references.draw("Y"), run=run, before=before, findings=[each.kept() for each in found], frozen_at=at
    )
    freeze.save()
    audit.record(Verb.PROFILE_RUN_FROZEN, freeze, run=run_reference, **Counter(each.bound for each in found))
    return freeze.reference
