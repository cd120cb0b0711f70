"""Overtake transfers: what was asked about a case no longer applies, because the case was closed or given to somebody."""

from __future__ import annotations

from datetime import date

from lynchpin.casework.choices import TransferState, Verb
from lynchpin.casework.models import Transfer
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import part


@part
def overtake_transfers(actor: Actor, *, case_id: int, on: date) -> int:
    """End whatever transfer of a case waits for an answer. Gives how many there were; the case is locked by its verb."""
    waiting = list(Transfer.unscoped.waiting().filter(case_id=case_id).select_for_update().order_by("pk"))
    for transfer in waiting:
        transfer.store(*transfer.settle(TransferState.OVERTAKEN, actor, on))
    audit.record(Verb.TRANSFERS_OVERTAKEN, None, case=case_id, ended=len(waiting))
    return len(waiting)
