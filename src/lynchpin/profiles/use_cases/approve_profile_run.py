"""Let a run's suggestions be shown to reviewers: a second, named person answers for it."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from django.db import transaction

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.profiles import kept, rules
from lynchpin.profiles.bounding import why_frozen, why_not_go_on, why_stopped
from lynchpin.profiles.choices import Permission, RunState, Verb
from lynchpin.profiles.models import ProfileRun


@use_case(Permission.APPROVE_RUN)
def approve_profile_run(actor: Actor, *, reference: str, version: int, at: datetime) -> str:
    """Approve a received run; what follows, such as raising candidates, happens in the same transaction."""
    refuse_if(why_stopped(actor))
    run = ProfileRun.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    on = local_date(at)
    bound = why_not_go_on(actor, run, on) or why_frozen(actor, run)
    refuse_if(rules.why_not_approve_profile_run(run, staff_id=actor.staff_id, bound=bound, on=on))
    run.state, run.approved_at, run.approved_by = RunState.APPROVED, at, actor.staff_id
    run.store("state", "approved_at", "approved_by")
    transaction.on_commit(partial(kept.keep_only, reference))
    audit.record(Verb.PROFILE_RUN_APPROVED, run, run=reference)
    audit.follow_on(Verb.PROFILE_RUN_APPROVED, run_reference=reference, at=at)
    return reference
