"""Reopen a case: a lead worker opens a closed one again, for a reason; it waits for a worker, with everything that was written."""

from __future__ import annotations

from datetime import datetime

from lynchpin.casework import hands
from lynchpin.casework.choices import EndReason, Permission, Verb
from lynchpin.casework.models import Case, Reopening
from lynchpin.casework.use_cases.resume_case import go_on_with
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.people.models import one_at_a_time
from lynchpin.people.use_cases.forget_death import forget_death


@use_case(Permission.REOPEN_CASE)
def reopen_case(actor: Actor, *, reference: str, version: int, reason: str, because: str, at: datetime) -> str:
    """Open a closed case again, with no worker, so that it is shared out anew. Gives its reference.

    A person's own no stands: whoever asks again after it is referred anew. Nobody has two open cases.
    """
    case = Case.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    other = _other_case(actor, case)
    refuse_if(hands.why_not_reopen(case, reason=reason, because=because, other_case=other))
    reopening = Reopening(
        case=case,
        reason=reason,
        because=because.strip(),
        former_end_reason=case.end_reason,
        former_ended_on=case.ended_on,  # type: ignore[misc]
        reopened_at=at,
        reopened_by=actor.staff_id,  # type: ignore[misc]
    )
    go_on_with(actor, case, None, at)
    reopening.save()
    if reopening.former_end_reason == EndReason.DIED:  # which only an error takes back
        forget_death(actor, resident_id=case.resident_id, at=at)
    audit.record(Verb.CASE_REOPENED, case, reason=reason, lead=case.lead_id)
    audit.follow_on(Verb.CASE_REOPENED, reference=reference, by=actor.staff_id, at=at)
    return reference


def _other_case(actor: Actor, case: Case) -> str | None:
    """The reference of another open case of this person; empty where the asker does not see it, None where there is none."""
    theirs = one_at_a_time(actor, case.resident_id)  # another case of theirs may be opened at this very moment
    found = Case.unscoped.open().filter(resident_id__in=theirs).exclude(pk=case.pk).values_list("pk", flat=True).first()
    if found is None:
        return None
    seen = Case.objects.visible_to(actor).filter(pk=found).values_list("reference", flat=True)
    return seen.first() or ""
