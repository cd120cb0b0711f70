"""Pure answers about watching over runs: which may be measured, and who may lift a freeze."""

from __future__ import annotations

from typing import Any

from lynchpin.kernel.errors import Reason
from lynchpin.profiles.choices import RunState

MEASURABLE = (RunState.RECEIVED, RunState.APPROVED)  # runs whose answers are there


def why_not_measure(run: Any, *, bound: Reason | None) -> Reason | None:
    """A run is measured once its answers are there, as long as they are; `bound` as for receiving."""
    return bound if run.state in MEASURABLE else Reason("run_not_there_to_measure")


def why_not_record_assurance(run: Any, *, content_hash: str) -> Reason | None:
    """`content_hash` is of the run that was made anew: only what is the same run to the last row was measured."""
    return why_not_measure(run, bound=None if content_hash == run.content_hash else Reason("run_cannot_be_made_again"))


def why_not_look_into_freeze(freeze: Any, *, staff_id: int | None) -> Reason | None:
    if freeze.lifted_at is not None:
        return Reason("freeze_lifted_already")
    if freeze.looked_at is not None:
        return Reason("freeze_looked_into_already")
    return Reason("freeze_needs_a_named_person") if staff_id is None else None


def why_not_lift_freeze(freeze: Any, *, staff_id: int | None) -> Reason | None:
    """Two people: whoever looked first never lifts it."""
    if freeze.lifted_at is not None:
        return Reason("freeze_lifted_already")
    if freeze.looked_at is None:
        return Reason("freeze_not_looked_into")
    if staff_id is None:
        return Reason("freeze_needs_a_named_person")
    return Reason("freeze_needs_a_second_person") if staff_id == freeze.looked_by else None
