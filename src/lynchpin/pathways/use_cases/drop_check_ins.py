"""Drop check-ins: a case that is opened again is worked on, so nobody asks meanwhile whether its end has lasted."""

from __future__ import annotations

from datetime import datetime

from lynchpin.casework.models import Case
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.use_case import part
from lynchpin.pathways.choices import CheckInState, Verb
from lynchpin.pathways.models import CheckIn
from lynchpin.people.use_cases.end_involvement import end_involvement


@part
def drop_check_ins(actor: Actor, *, reference: str, by: int, at: datetime) -> int:
    """Ask no more for a case that a colleague (`by`, a staff id) opened again. Gives how many times were still to come."""
    case = Case.unscoped.find(reference=reference)
    due = list(CheckIn.unscoped.due().filter(case=case).select_for_update().order_by("pk"))
    for check_in in due:
        changed = check_in.answer(CheckInState.DROPPED, actor, at)
        check_in.recorded_by = by
        check_in.store(*changed)
    audit.record(Verb.CHECK_INS_DROPPED, case, dropped=len(due))
    for series in sorted({check_in.series for check_in in due}):
        about = {"resident_id": case.resident_id, "room": "pathways", "reference": series}
        end_involvement(actor, **about, on=local_date(at))
    return len(due)
