"""Set how much review time a month allows for each cluster, and what a new case takes of its caseloads, from a day on."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import Permission, Verb
from lynchpin.frontdoor.models import ReviewAllowance
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.SET_REVIEW_ALLOWANCE)
def set_review_allowance(
    actor: Actor,
    *,
    minutes_a_candidate: int,
    minutes_a_month: int,
    points_a_case: int,
    valid_from: date,
    reason: str,
    at: datetime,
) -> int:
    """Keep an allowance beside the earlier ones; the newest whose day has come holds. Gives the families a month allows."""
    refuse_if(rules.why_not_allow(valid_from, local_date(at)))
    row = ReviewAllowance(
        minutes_a_candidate=minutes_a_candidate,
        minutes_a_month=minutes_a_month,
        points_a_case=points_a_case,
        valid_from=valid_from,
        reason=reason,
        set_at=at,
        set_by=actor.staff_id,  # type: ignore[misc]
    )
    row.save()
    minutes = {"minutes_a_candidate": minutes_a_candidate, "minutes_a_month": minutes_a_month}
    audit.record(Verb.REVIEW_ALLOWANCE_SET, row, points_a_case=points_a_case, **minutes)
    return minutes_a_month // minutes_a_candidate
