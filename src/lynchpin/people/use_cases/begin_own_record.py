"""Begin a young person's own record: from now on, whoever works with their family sees nothing new of them."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.people import rules
from lynchpin.people.choices import OwnBasis, Permission, Verb
from lynchpin.people.models import OwnRecord, Resident
from lynchpin.people.queries import on_their_own


@use_case(Permission.BEGIN_OWN_RECORD)
def begin_own_record(actor: Actor, *, reference: str, agreed_on: date, at: datetime, able_because: str = "") -> str:
    """Make a record its young person's own, at their word. Gives the basis: their age, or that they were judged able.

    What was written before stays where it is. How it is safe to reach them has to be asked of themselves again.
    """
    resident = Resident.objects.visible_to(actor).surviving().select_for_update().find(reference=reference)
    age, today = rules.age_on(resident.birth_date, local_date(at)), local_date(at)
    has_own = bool(on_their_own([resident.pk]))
    refuse_if(rules.why_not_own(has_own=has_own, age=age, able_because=able_because, agreed_on=agreed_on, today=today))
    by_age = age is not None and age >= rules.DECIDES_FROM
    own = OwnRecord(
        resident=resident,
        basis=OwnBasis.AGE if by_age else OwnBasis.ABLE,
        agreed_on=agreed_on,
        judged_on=None if by_age else today,
        judge_id=None if by_age else actor.staff_id,
        able_because="" if by_age else able_because.strip(),
        began_at=at,
        began_by=actor.staff_id,
    )
    own.save()
    audit.record(Verb.OWN_RECORD_BEGUN, resident, basis=str(own.basis))
    return str(own.basis)
