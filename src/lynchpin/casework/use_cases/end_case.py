"""End a case: the part that closing one asks of casework."""

from __future__ import annotations

from datetime import date

from lynchpin.casework import rules
from lynchpin.casework.choices import CaseStatus, Verb
from lynchpin.casework.models import Case, FamilyTeam, Transfer
from lynchpin.casework.use_cases.overtake_transfers import overtake_transfers
from lynchpin.casework.use_cases.place_case import end_cover_of
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.use_case import part
from lynchpin.people.use_cases.end_involvement import end_involvement


@part
def end_case(actor: Actor, *, reference: str, version: int, reason: str, on: date) -> int:
    """Close an open case for a coded reason, and end everyone's involvement through it. Gives the case's id."""
    case = Case.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_work_on(case))
    team = FamilyTeam.objects.visible_to(actor).working().filter(case=case)
    refuse_if(Reason("family_team_works_on") if team.exists() else None)
    case.status, case.end_reason, case.ended_on, case.next_contact_on = CaseStatus.CLOSED, reason, on, None
    case.store("status", "end_reason", "ended_on", "next_contact_on")
    audit.record(Verb.CASE_ENDED, case, reason=reason)
    end_involvement(actor, resident_id=case.resident_id, room="casework", reference=reference, on=on)
    if Transfer.unscoped.waiting().filter(case=case).exists():
        overtake_transfers(actor, case_id=case.pk, on=on)
    end_cover_of(actor, case, case.worker_id, on)
    return case.pk
