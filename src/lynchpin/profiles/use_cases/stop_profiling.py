"""Stop profiling at once: every run, every family that runs show, and everything that nobody has decided yet."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from django.db import transaction

from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.firsts import save_first
from lynchpin.kernel.use_case import use_case
from lynchpin.profiles import kept, rules, workspaces
from lynchpin.profiles.bounding import why_stopped
from lynchpin.profiles.choices import Permission, RunState, Verb
from lynchpin.profiles.models import ProfileRun, ProfilingStop
from lynchpin.profiles.queries.stops import taken_by_a_stop

STOPPED = [state for state, then in rules.TRANSITIONS.items() if RunState.WITHDRAWN in then]


@use_case(Permission.STOP_PROFILING)
def stop_profiling(actor: Actor, *, reason: str, words: str, at: datetime) -> str:
    """Stop it for a coded reason and in words. Gives the stop's reference.

    What follows, such as dropping candidates, happens in the same transaction, run by run. What a person has decided, and
    every referral and case, stays. Until it is resumed nothing is commissioned, made, received, approved or suggested.
    """
    refuse_if(rules.why_not_stop_profiling(stands=why_stopped(actor) is not None, staff_id=actor.staff_id))
    runs = ProfileRun.objects.visible_to(actor).select_for_update().filter(state__in=STOPPED).order_by("pk")
    found, taken = list(runs), taken_by_a_stop(actor)
    stop = ProfilingStop(
        reference=references.draw("Z"),
        reason=reason,
        words=words,
        runs_stopped=len(found),
        families_hidden=taken.families,
        stopped_at=at,
        stopped_by=actor.staff_id,  # type: ignore[misc]
    )
    save_first(stop, otherwise=Reason("profiling_stopped_already"))
    transaction.on_commit(kept.keep_only)  # nothing is tried on what was seen before
    audit.record(Verb.PROFILING_STOPPED, stop, reason=reason, runs=len(found), families=taken.families)
    for run in found:
        _withdraw(actor, run, at)
    return stop.reference


def _withdraw(actor: Actor, run: ProfileRun, at: datetime) -> None:
    run.state, run.withdrawn_at, run.withdrawn_by = RunState.WITHDRAWN, at, actor.staff_id
    run.store("state", "withdrawn_at", "withdrawn_by")
    transaction.on_commit(partial(workspaces.clear, workspaces.folder_of(run.reference)))
    audit.record(Verb.PROFILE_RUN_WITHDRAWN, run, run=run.reference)
    audit.follow_on(Verb.PROFILE_RUN_WITHDRAWN, run_reference=run.reference, at=at)
