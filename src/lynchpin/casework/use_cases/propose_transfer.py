"""Propose a transfer: ask a colleague with room to take a case on. Until they have answered, it stays where it is."""

from __future__ import annotations

from datetime import datetime

from lynchpin.casework import hands
from lynchpin.casework.choices import Permission, Verb
from lynchpin.casework.models import Case, Transfer
from lynchpin.casework.queries.holders import works_in
from lynchpin.casework.use_cases.place_case import room_of, why_not_theirs
from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.organisations.models import Staff


@use_case(Permission.PROPOSE_TRANSFER)
def propose_transfer(actor: Actor, *, reference: str, version: int, to_staff_id: int, why: str, at: datetime) -> str:
    """Ask a colleague of the person's cluster, who has room, to take a case on. Gives the transfer's reference.

    The colleague is judged as if they were given the case now, and once more when they answer.
    """
    on = local_date(at)
    receiver = Staff.unscoped.select_for_update().find(id=to_staff_id)  # a worker's own scope holds nobody else
    case = Case.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(
        hands.why_not_propose(
            case,
            asker_id=actor.staff_id,
            receiver_id=receiver.pk,
            leads=actor.scope == "cluster",
            under_way=Transfer.unscoped.waiting().filter(case=case).exists(),
            why=why,
        )
    )
    refuse_if(why_not_theirs(actor, receiver, case, on) or _why_not_here(receiver, case, at))
    room = room_of(actor, receiver, on)
    refuse_if(hands.why_not_fit(case, load=room.load, limit=room.limit))
    transfer = Transfer(
        reference=references.draw("T"),
        case=case,
        resident_id=case.resident_id,
        from_staff_id=case.worker_id,
        to_staff=receiver,
        why=why.strip(),
        proposed_at=at,
        proposed_by=actor.staff_id,  # type: ignore[misc]
        answer_by_on=hands.answer_by(on),
    )
    transfer.save()
    audit.record(Verb.TRANSFER_PROPOSED, transfer, case=case.pk, to=receiver.pk)
    return transfer.reference


def _why_not_here(receiver: Staff, case: Case, at: datetime) -> Reason | None:
    return None if works_in(receiver.pk, case.cluster_id, local_date(at)) else Reason("worker_not_in_cluster")
