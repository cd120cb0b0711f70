"""Withdraw a transfer: whoever asked needs no answer any more, and the case stays where it is."""

from __future__ import annotations

from datetime import datetime

from lynchpin.casework import hands
from lynchpin.casework.choices import Permission, TransferState, Verb
from lynchpin.casework.models import Transfer
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.WITHDRAW_TRANSFER)
def withdraw_transfer(actor: Actor, *, reference: str, version: int, at: datetime) -> str:
    """Take back what was asked before it is answered. Gives the transfer's reference."""
    transfer = Transfer.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(hands.why_not_move_transfer(transfer, TransferState.WITHDRAWN))
    refuse_if(hands.why_not_withdraw_transfer(transfer, staff_id=actor.staff_id))
    transfer.store(*transfer.settle(TransferState.WITHDRAWN, actor, local_date(at)))
    audit.record(Verb.TRANSFER_WITHDRAWN, transfer, case=transfer.case_id)
    return reference
