"""Close a contest: the person has been told what the source found."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.profiles import rules
from lynchpin.profiles.choices import ContestState, Permission, Verb
from lynchpin.profiles.models import FactContest


@use_case(Permission.CLOSE_CONTEST)
def close_contest(actor: Actor, *, reference: str, version: int, told_how: str, told_on: date, at: datetime) -> str:
    """Keep how and when the person was told of the answer. Gives the contest's reference."""
    contest = FactContest.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_close_contest(contest, told_on=told_on, on=local_date(at)))
    contest.state, contest.told_how, contest.told_on = ContestState.CLOSED, told_how, told_on
    contest.closed_at, contest.closed_by = at, actor.staff_id
    contest.store("state", "told_how", "told_on", "closed_at", "closed_by")
    audit.record(Verb.CONTEST_CLOSED, contest, told_how=told_how, told_on=told_on)
    return reference
