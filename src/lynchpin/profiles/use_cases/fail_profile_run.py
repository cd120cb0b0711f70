"""Keep that a run broke off, and why."""

from __future__ import annotations

from functools import partial

from django.db import transaction

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.profiles import rules, workspaces
from lynchpin.profiles.choices import Permission, RunState, Verb
from lynchpin.profiles.models import ProfileRun


@use_case(Permission.FAIL_RUN)
def fail_profile_run(actor: Actor, *, reference: str, code: str) -> str:
    """End a commissioned run that could not be made; what it had written is removed. Gives its reference."""
    run = ProfileRun.objects.visible_to(actor).select_for_update().find(reference=reference)
    refuse_if(None if rules.may_become(run, RunState.FAILED) else Reason("run_is_not_waiting_for_results"))
    run.state, run.failure_code = RunState.FAILED, code
    run.store("state", "failure_code")
    transaction.on_commit(partial(workspaces.clear, workspaces.folder_of(reference)))
    audit.record(Verb.PROFILE_RUN_FAILED, run, code=code)
    return reference
