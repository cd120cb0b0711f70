"""Plan check-ins: the part that closing a case asks of pathways, so that somebody asks later whether it has lasted."""

from __future__ import annotations

from datetime import date

from lynchpin.casework.models import Case
from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import part
from lynchpin.pathways import rules
from lynchpin.pathways.choices import Verb
from lynchpin.pathways.models import CheckIn
from lynchpin.people.use_cases.begin_involvement import begin_involvement


@part
def plan_check_ins(actor: Actor, *, reference: str, on: date) -> str:
    """Plan three times of asking, by whoever held the case; they and its lead stay with the person. Gives the series."""
    case = Case.objects.visible_to(actor).find(reference=reference)
    series, holder_id = references.draw("Q"), case.worker_id or case.lead_id
    names = [series, references.draw("Q"), references.draw("Q")]
    for name, (point, due_on) in zip(names, rules.check_in_dates(on).items(), strict=True):
        CheckIn(
            reference=name,
            series=series,
            case=case,
            resident_id=case.resident_id,
            cluster_key=case.cluster_id or "",
            holder_id=holder_id,
            lead_id=case.lead_id,
            point=point,
            counted_from=on,
            due_on=due_on,
        ).save()
    audit.record(Verb.CHECK_INS_PLANNED, case, series=series, holder=holder_id)
    for staff_id in dict.fromkeys((case.lead_id, holder_id)):  # the lead first: a new referral is told to them
        begin_involvement(
            actor, resident_id=case.resident_id, room="pathways", reference=series, holder_id=staff_id, on=on
        )
    return series
