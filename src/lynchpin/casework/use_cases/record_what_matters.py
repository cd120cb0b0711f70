"""Record a what-matters conversation: five headings, strengths first, in the person's own words and language."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.casework import rules
from lynchpin.casework.choices import Permission, Verb
from lynchpin.casework.models import Case, WhatMatters
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.RECORD_WHAT_MATTERS)
def record_what_matters(
    actor: Actor,
    *,
    reference: str,
    held_on: date,
    language: str,
    outcomes: str,
    at: datetime,
    strengths: str = "",
    circumstances: str = "",
    barriers: str = "",
    risks: str = "",
) -> int:
    """Keep what was said under the five headings; it decides nobody's eligibility. Gives the conversation's id."""
    case = Case.objects.visible_to(actor).find(reference=reference)
    refuse_if(rules.why_not_converse(case, held_on=held_on, today=local_date(at)))
    conversation = WhatMatters(
        case=case,
        held_on=held_on,
        language=language,
        strengths=strengths,
        outcomes=outcomes,
        circumstances=circumstances,
        barriers=barriers,
        risks=risks,
        recorded_at=at,
        recorded_by=actor.staff_id,  # type: ignore[misc]
    )
    conversation.save()
    audit.record(Verb.WHAT_MATTERS_RECORDED, conversation, case=case.pk, language=language)
    return conversation.pk
