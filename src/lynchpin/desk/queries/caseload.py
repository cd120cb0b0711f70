"""One's own people, each with how it is safe to reach them: what a worker reads before they set out."""

from __future__ import annotations

from dataclasses import dataclass

from lynchpin.casework.choices import Permission
from lynchpin.casework.queries.caseload import caseload_of
from lynchpin.casework.queries.heads import CaseRow
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import read
from lynchpin.people.choices import Channel
from lynchpin.people.queries import SafeContactFact, safe_contacts


@dataclass(frozen=True, slots=True)
class OwnPerson:
    """Somebody on one's caseload. `safe_contact` is None until they were asked; `person` is their reference.

    `phone` is empty where ringing them was not said to be safe.
    """

    case: CaseRow
    person: str
    phone: str
    safe_contact: SafeContactFact | None
    days_to_next: int | None

    @property
    def is_due(self) -> bool:
        return self.days_to_next is None or self.days_to_next <= 0


@read(Permission.READ_CASELOAD)
def own_people(actor: Actor) -> tuple[OwnPerson, ...]:
    """Everybody on one's open caseload, whoever has waited longest for their next contact first."""
    cases = caseload_of(actor, actor.staff_id)
    ids = [case.subject.id for case in cases]
    asked = safe_contacts(actor, ids)
    return tuple(_own_person(actor, case, asked.get(case.subject.id)) for case in cases)


def _own_person(actor: Actor, case: CaseRow, safe: SafeContactFact | None) -> OwnPerson:
    next_on = case.next_contact_on
    days = (next_on - actor.on).days if next_on else None
    may_ring = safe is not None and Channel.PHONE in safe.channels and not case.stopped
    return OwnPerson(case, case.resident_reference, case.phone if may_ring else "", safe, days)
