"""Decline a transfer: the colleague who was asked says no, with a reason, and the case stays where it is."""

from __future__ import annotations

from datetime import datetime

from lynchpin.casework import hands
from lynchpin.casework.choices import Permission, TransferState, Verb
from lynchpin.casework.models import Transfer
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.DECLINE_TRANSFER)
def decline_transfer(actor: Actor, *, reference: str, version: int, because: str, at: datetime) -> str:
    """Say no to taking a case on. Gives the transfer's reference."""
    transfer = Transfer.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(hands.why_not_move_transfer(transfer, TransferState.DECLINED))
    refuse_if(hands.why_not_answer_transfer(transfer, staff_id=actor.staff_id))
    refuse_if(None if because.strip() else Reason("transfer_declined_without_reason"))
    transfer.because = because.strip()
    transfer.store(*transfer.settle(TransferState.DECLINED, actor, local_date(at)), "because")
    audit.record(Verb.TRANSFER_DECLINED, transfer, case=transfer.case_id)
    return reference
