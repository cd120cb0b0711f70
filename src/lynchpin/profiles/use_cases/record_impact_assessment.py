"""Record an impact assessment as the council decided it. It counts once another person has confirmed it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.firsts import save_first
from lynchpin.kernel.use_case import use_case
from lynchpin.organisations.models import Staff
from lynchpin.profiles import population, rules
from lynchpin.profiles.choices import Permission, Verb
from lynchpin.profiles.models import ImpactAssessment


@use_case(Permission.RECORD_ASSESSMENT)
def record_impact_assessment(
    actor: Actor,
    *,
    number: str,
    title: str,
    answerable: str,
    decided_on: date,
    review_on: date,
    purposes: Sequence[str],
    document_place: str,
    at: datetime,
    everywhere: bool = False,
    cluster_keys: Sequence[str] = (),
    zone_keys: Sequence[str] = (),
) -> str:
    """Keep an assessment until it is confirmed. `answerable` is the reference of the colleague who answers for it.

    Gives the assessment's reference.
    """
    today, staff = local_date(at), Staff.objects.visible_to(actor)
    same = ImpactAssessment.objects.visible_to(actor).filter(number=number, ended_at__isnull=True)
    refuse_if(
        rules.why_not_record_assessment(
            staff_id=actor.staff_id,
            decided_on=decided_on,
            review_on=review_on,
            purposes=purposes,
            somewhere=everywhere or bool(cluster_keys or zone_keys),
            unknown=population.unknown_places(actor, cluster_keys, zone_keys, today),
            waits=same.filter(confirmed_at__isnull=True).exists(),
            on=today,
        )
    )
    kept = ImpactAssessment(
        reference=references.draw("I"),
        number=number,
        title=title,
        answerable=staff.at_work(today).find(reference=answerable),
        decided_on=decided_on,
        review_on=review_on,
        purposes=list(purposes),
        everywhere=everywhere,
        cluster_keys=[] if everywhere else list(cluster_keys),
        zone_keys=[] if everywhere else list(zone_keys),
        document_place=document_place,
        recorded_at=at,
        recorded_by=actor.staff_id,  # type: ignore[misc]
    )
    save_first(kept, otherwise=Reason("assessment_waits_already"))
    places = {"clusters": kept.cluster_keys, "zones": kept.zone_keys, "everywhere": everywhere}
    audit.record(Verb.IMPACT_ASSESSMENT_RECORDED, kept, review_on=review_on, **places)
    return kept.reference
