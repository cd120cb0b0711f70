"""One worker asks another to take a case on."""

from __future__ import annotations

from typing import Any

from lynchpin.casework.models import Case, Transfer
from lynchpin.casework.use_cases.propose_transfer import propose_transfer
from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor


def asked(worker: Actor, case: Case, to: Actor, **facts: Any) -> Transfer:
    """The transfer, waiting for an answer."""
    given = {"reference": case.reference, "version": case.version, "to_staff_id": to.staff_id, "at": clock.now()}
    reference = propose_transfer(worker, why="They speak Welsh together", **given | facts)
    return Transfer.unscoped.get(reference=reference)
