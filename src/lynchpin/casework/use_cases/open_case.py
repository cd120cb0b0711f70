"""Open a case: pull a routed referral, and tell the front door that someone is working with the person."""

from __future__ import annotations

from datetime import datetime

from lynchpin.casework import rules
from lynchpin.casework.choices import Complexity, Intensity, Permission, Verb
from lynchpin.casework.models import Case
from lynchpin.casework.queries.weighing import weighing
from lynchpin.frontdoor.models import Referral
from lynchpin.frontdoor.use_cases.take_up_referral import take_up_referral
from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.people.models import Resident, died_on, one_at_a_time
from lynchpin.people.rules import why_not_for
from lynchpin.people.use_cases.begin_involvement import begin_involvement


@use_case(Permission.OPEN_CASE)
def open_case(
    actor: Actor,
    *,
    referral: str,
    at: datetime,
    complexity: str = Complexity.STEADY,
    family_size: int = 1,
    intensity: str = Intensity.FORTNIGHTLY,
    programme: str = "",
) -> str:
    """Turn a routed referral into a case of its lead worker. Gives the case's reference."""
    on = local_date(at)
    found = Referral.objects.visible_to(actor).select_for_update().find(reference=referral)
    refuse_if(why_not_for(died_on(actor, found.resident_id)) if found.resident_id else None)
    cluster = _cluster_now(found.resident_id)
    moved = cluster != found.cluster_id and actor.scope != "all" and cluster not in actor.reaches("cluster")
    refuse_if(rules.why_not_open(found, has_open_case=_has_open_case(actor, found.resident_id), moved=moved))
    answers = {"complexity": complexity, "family_size": family_size, "intensity": intensity}
    case = Case(
        reference=references.draw("C"),
        resident_id=found.resident_id,
        referral_reference=found.reference,
        cluster_id=cluster,
        programme_id=programme or None,
        lead_id=found.owner_id,
        stated_reason=found.stated_reason,
        opened_at=at,
        opened_by=actor.staff_id,
        **answers,
        **weighing(actor, on=on, resident_id=found.resident_id, cluster=cluster or "", **answers).fields,  # type: ignore[arg-type]
    )
    case.save()
    audit.record(Verb.CASE_OPENED, case, referral=referral, weight=case.weight)
    take_up_referral(actor, reference=referral, case_reference=case.reference, at=at)
    begin_involvement(
        actor, resident_id=case.resident_id, room="casework", reference=case.reference, holder_id=case.lead_id, on=on
    )
    return case.reference


def _cluster_now(resident_id: int | None) -> str | None:
    """Where they live as the case begins: they may have moved since somebody was chosen for them."""
    return (
        Resident.unscoped.filter(pk=resident_id).values_list("cluster_id", flat=True).first() if resident_id else None
    )


def _has_open_case(actor: Actor, resident_id: int | None) -> bool:
    """Whether somebody works with this person, under whichever of their records; of two who ask at once one waits here."""
    return (
        resident_id is not None
        and Case.unscoped.open().filter(resident_id__in=one_at_a_time(actor, resident_id)).exists()
    )
