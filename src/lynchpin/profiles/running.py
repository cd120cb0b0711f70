"""Making a run from first to last, as the job and the command do it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Refused
from lynchpin.profiles import workspaces
from lynchpin.profiles.queries.inputs import inputs_of_run
from lynchpin.profiles.use_cases.commission_profile_run import commission_profile_run
from lynchpin.profiles.use_cases.fail_profile_run import fail_profile_run
from lynchpin.profiles.use_cases.receive_profile_run import receive_profile_run
from lynchpin.profiles.workspaces import Progress, silent


def run_profile(
    actor: Actor,
    *,
    purpose: str,
    impact_assessment: str,
    review_on: date,
    cluster_keys: Sequence[str] = (),
    zone_keys: Sequence[str] = (),
    as_at: date | None = None,
    progress: Progress = silent,
) -> str:
    """Commission, make and receive a run; it then waits for another person's approval. Gives its reference.

    `progress(done, total)` hears each phase as it starts. Raises `Refused`.
    """
    reference = commission_profile_run(
        actor,
        purpose=purpose,
        impact_assessment=impact_assessment,
        review_on=review_on,
        cluster_keys=cluster_keys,
        zone_keys=zone_keys,
        as_at=as_at,
        at=clock.now(),
    )
    make_profile(actor, reference=reference, progress=progress)
    return reference


def make_profile(actor: Actor, *, reference: str, progress: Progress = silent) -> None:
    """Make and receive a run that was commissioned. A run that cannot be made is kept as failed, and `Refused` raised."""
    folder = workspaces.folder_of(reference)
    try:
        inputs = inputs_of_run(actor, reference)
        workspaces.write_profile(folder, inputs.feeds, inputs.as_at)
        workspaces.make(folder, progress)
        receive_profile_run(actor, reference=reference, at=clock.now())
    except Exception as fault:
        code = fault.reason.code if isinstance(fault, Refused) else "run_broke_off"
        fail_profile_run(actor, reference=reference, code=code)
        raise
