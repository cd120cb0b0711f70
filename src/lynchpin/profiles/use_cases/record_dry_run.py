"""Keep what trying an edition out has found, in counts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.profiles.choices import Permission, Verb
from lynchpin.profiles.models import DryRun, ScoringEdition
from lynchpin.profiles.queries.trials import Trial, trial_of


@use_case(Permission.RECORD_DRY_RUN)
def record_dry_run(actor: Actor, *, trial: dict[str, Any], counts: Sequence[Sequence[Any]], at: datetime) -> int:
    """Keep the counts of a trial, once; refused where the edition or the run is no longer what was tried. Gives its number.

    `trial` is a `Trial` as a dict; `counts` are rows of part, by, group, before, after and families.
    """
    tried = Trial(**trial)
    edition = ScoringEdition.objects.visible_to(actor).select_for_update().find(number=tried.number)
    refuse_if(None if trial_of(actor, edition) == tried else Reason("scoring_tried_too_early"))
    same = {"edition": edition, "run_id": tried.run_id, "before": tried.before, "after": tried.after}
    dry_run = DryRun.objects.visible_to(actor).filter(**same).first()
    if dry_run is None:
        told = {"counts": [list(row) for row in counts], "tried_at": at, "tried_by": actor.staff_id}
        dry_run = DryRun(**same, **told)
        dry_run.save()
    audit.record(Verb.DRY_RUN_RECORDED, dry_run, edition=tried.number, run=tried.run, rows=len(counts))
    return tried.number
