"""Acknowledge a transfer: the colleague who was asked takes the case on, and only now does it change hands."""

from __future__ import annotations

from datetime import datetime

from lynchpin.casework import hands
from lynchpin.casework.choices import Permission, TransferState, Verb
from lynchpin.casework.models import Case, Transfer
from lynchpin.casework.use_cases.place_case import Choice, give_to, room_of, why_not_theirs
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.organisations.models import Staff


@use_case(Permission.ACKNOWLEDGE_TRANSFER)
def acknowledge_transfer(actor: Actor, *, reference: str, version: int, at: datetime) -> str:
    """Take a case on, if there is still room for it. Gives the case's reference.

    The worker is locked before the case, and the case before the transfer, as wherever cases are given.
    """
    on = local_date(at)
    asked = Transfer.objects.visible_to(actor).find(reference=reference)
    worker = Staff.unscoped.select_for_update().find(
        id=asked.to_staff_id
    )  # one queue a worker: the limit cannot be raced
    case = Case.unscoped.select_for_update().find(pk=asked.case_id)  # theirs only now
    transfer = Transfer.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(hands.why_not_move_transfer(transfer, TransferState.ACKNOWLEDGED))
    refuse_if(hands.why_not_answer_transfer(transfer, staff_id=actor.staff_id))
    refuse_if(why_not_theirs(actor, worker, case, on))
    room = room_of(actor, worker, on)
    refuse_if(hands.why_not_take_on(case, transfer, load=room.load, limit=room.limit))
    transfer.store(*transfer.settle(TransferState.ACKNOWLEDGED, actor, on))
    load = give_to(actor, case, worker, at, Choice())
    audit.record(Verb.TRANSFER_ACKNOWLEDGED, transfer, case=case.pk, worker=worker.pk, load=load)
    return case.reference
