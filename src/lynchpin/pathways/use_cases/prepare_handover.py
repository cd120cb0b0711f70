"""Prepare a handover: the person's story, told once, with what they agreed to and who is to take it on."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.casework.models import Case
from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.organisations.models import Organisation
from lynchpin.pathways import rules
from lynchpin.pathways.choices import Permission, Verb
from lynchpin.pathways.models import Handover
from lynchpin.pathways.queries.handovers import may_take_on, under_way_of


@use_case(Permission.PREPARE_HANDOVER)
def prepare_handover(
    actor: Actor,
    *,
    reference: str,
    way: str,
    what_changed: str,
    what_matters: str,
    what_was_tried: str,
    language: str,
    agreed_by: str,
    agreed_on: date | None,
    agreed_to: str,
    at: datetime,
    to_staff_id: int | None = None,
    to_organisation: str = "",
    contact_name: str = "",
    contact_role: str = "",
) -> str:
    """Keep a pack from an open case for a colleague or an organisation. Gives the handover's reference."""
    case = Case.objects.visible_to(actor).select_for_update().find(reference=reference)
    refuse_if(
        rules.why_not_prepare(
            case,
            _receiver(actor, case, to_staff_id, to_organisation, contact_name, contact_role),
            rules.Consent(agreed_by, agreed_on, agreed_to),
            told=all(words.strip() for words in (what_changed, what_matters, what_was_tried)),
            under_way=bool(under_way_of(actor, case.pk)),
            today=local_date(at),
        )
    )
    handover = Handover(
        reference=references.draw("H"),
        case=case,
        resident_id=case.resident_id,
        way=way,
        to_staff_id=to_staff_id,
        to_organisation_id=to_organisation or None,
        contact_name=contact_name,
        contact_role=contact_role,
        language=language,
        what_changed=what_changed,
        what_matters=what_matters,
        what_was_tried=what_was_tried,
        agreed_by=agreed_by,
        agreed_on=agreed_on,  # type: ignore[misc]
        agreed_to=agreed_to,
        prepared_at=at,
        prepared_by=actor.staff_id,  # type: ignore[misc]
    )
    handover.save()
    audit.record(Verb.HANDOVER_PREPARED, handover, case=case.pk, way=way)
    return handover.reference


def _receiver(
    actor: Actor, case: Case, staff_id: int | None, organisation: str, contact_name: str, contact_role: str
) -> rules.Receiver:
    if organisation:
        Organisation.objects.visible_to(actor).find(key=organisation)
    suitable = staff_id is not None and may_take_on(actor, staff_id, case.resident_id)
    is_holder = staff_id is not None and staff_id == (case.worker_id or case.lead_id)
    return rules.Receiver(staff_id, organisation, contact_name, contact_role, suitable, is_holder)
