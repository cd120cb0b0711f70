"""Keep a person's own no that was said in a case which no referral began, so that it counts for a year like any other."""

from __future__ import annotations

from datetime import datetime

from lynchpin.frontdoor.choices import ReferralSource, ReferralStatus, TimelineKind, Verb
from lynchpin.frontdoor.models import Referral
from lynchpin.frontdoor.use_cases.extend_timeline import take_step
from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.use_case import part
from lynchpin.people.models import Resident


@part
def keep_persons_no(actor: Actor, *, resident_id: int, at: datetime) -> None:
    """Keep a no as a referral that the person has ended: one record of it, where every suggestion looks."""
    resident = Resident.objects.visible_to(actor).find(pk=resident_id)
    referral = Referral(
        reference=references.draw("R"),
        source=ReferralSource.PROFESSIONAL,
        status=ReferralStatus.DECLINED_BY_PERSON,
        resident_id=resident.pk,
        told_name=f"{resident.forename} {resident.surname}",
        told_birth_date=resident.birth_date,
        language=resident.language,
        cluster_id=resident.cluster_id,
        received_at=at,
        decide_by_on=local_date(at),
        decided_at=at,
        decided_by=actor.staff_id,
    )
    referral.save()
    take_step(actor, referral, TimelineKind.PERSONS_NO, at)
    audit.record(Verb.PERSONS_NO_KEPT, referral)
