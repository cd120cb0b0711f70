"""Stop a run at once: its scores are no longer shown and suggest nothing."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from django.db import transaction

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.profiles import kept, rules, workspaces
from lynchpin.profiles.choices import Permission, RunState, Verb
from lynchpin.profiles.models import ProfileRun


@use_case(Permission.WITHDRAW_RUN)
def withdraw_profile_run(actor: Actor, *, reference: str, version: int, at: datetime) -> str:
    """Withdraw a run in whatever state; what follows, such as dropping candidates, happens in the same transaction."""
    run = ProfileRun.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_withdraw_profile_run(run))
    run.state, run.withdrawn_at, run.withdrawn_by = RunState.WITHDRAWN, at, actor.staff_id
    run.store("state", "withdrawn_at", "withdrawn_by")
    transaction.on_commit(partial(kept.forget, reference))
    transaction.on_commit(partial(workspaces.clear, workspaces.folder_of(reference)))  # it may be being made
    audit.record(Verb.PROFILE_RUN_WITHDRAWN, run, run=reference)
    audit.follow_on(Verb.PROFILE_RUN_WITHDRAWN, run_reference=reference, at=at)
    return reference
