"""Take a list in: everybody on it or nobody, one referral each, and nothing of the file is kept behind."""

from __future__ import annotations

from datetime import datetime

from lynchpin.frontdoor.arriving import arrival
from lynchpin.frontdoor.choices import ListState, Permission, TimelineKind, Verb
from lynchpin.frontdoor.listed import ListedPerson, as_listed
from lynchpin.frontdoor.models import Referral, ReferralList
from lynchpin.frontdoor.rules import ways_in
from lynchpin.frontdoor.use_cases.extend_timeline import take_step
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.TAKE_IN_LIST)
def take_in_list(actor: Actor, *, reference: str, version: int, at: datetime) -> int:
    """Make a referral of each row, tied to nobody yet: a colleague says who each one is about. Gives how many.

    Refused while any line needs attention, so that nobody on the list is left out without a word.
    """
    taken = ReferralList.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(ways_in.why_not_take_in(taken.state, faulty=len({fault["line"] for fault in taken.faults})))
    people = [as_listed(row) for row in taken.rows]
    for person in people:
        referral = _referral(actor, taken, person, at)
        referral.save()
        take_step(actor, referral, TimelineKind.LISTED, at)
    taken.state, taken.accepted = ListState.TAKEN_IN, len(people)
    taken.rows, taken.faults, taken.unread = [], [], []
    taken.settled_at, taken.settled_by = at, actor.staff_id
    taken.store("state", "accepted", "rows", "faults", "unread", "settled_at", "settled_by")
    audit.record(Verb.LIST_TAKEN_IN, taken, read=taken.read, accepted=taken.accepted)
    return taken.accepted


def _referral(actor: Actor, taken: ReferralList, person: ListedPerson, at: datetime) -> Referral:
    return arrival(
        actor,
        name=person.name,
        at=at,
        birth_date=person.birth_date,
        address=person.address,
        postcode=person.postcode,
        phone=person.phone,
        email=person.email,
        source=taken.source,
        from_organisation_id=taken.organisation_id,
        language=person.language,
        person_agrees=person.agrees,
    )
