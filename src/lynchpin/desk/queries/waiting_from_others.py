"""What colleagues ask of one another, as ids for a digest; asked as in `waiting`, with nobody's name read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from lynchpin.casework.choices import Permission
from lynchpin.casework.models import LoneVisit, Snag, Transfer
from lynchpin.casework.queries.approvals import plans_waiting
from lynchpin.casework.queries.families.due import actions_due, teams_due
from lynchpin.casework.queries.snags import answered_to_me
from lynchpin.casework.queries.supervision import agreed_by_me
from lynchpin.casework.queries.supervision import supervisions_due as colleagues_due
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import GovernedQuerySet
from lynchpin.kernel.page import read
from lynchpin.notices.choices import DigestKind

Ids = frozenset[int]


def _ids(rows: GovernedQuerySet) -> Ids:
    return frozenset(rows.order_by().values_list("pk", flat=True))


@read(Permission.READ_VISITS)
def visits_overdue(actor: Actor, now: datetime) -> Ids:
    """Alarms of visits that nobody has answered."""
    return _ids(LoneVisit.objects.visible_to(actor).alarming(now))


@read(Permission.READ_TRANSFERS)
def transfers_to_answer(actor: Actor, now: datetime) -> Ids:
    """Cases that a colleague would pass to oneself."""
    return _ids(Transfer.objects.visible_to(actor).waiting().filter(to_staff_id=actor.staff_id or 0))


@read(Permission.APPROVE_PLAN)
def plans_to_look_at(actor: Actor, now: datetime) -> Ids:
    """Plans that somebody else wrote and that wait for approval."""
    return _ids(plans_waiting(actor))


@read(Permission.READ_FAMILY_TEAM)
def team_meetings(actor: Actor, now: datetime) -> Ids:
    """Teams around families of one's own whose meeting comes up or is late, or whose lead is on offer to oneself."""
    return _ids(teams_due(actor))


@read(Permission.READ_FAMILY_TEAM)
def family_actions(actor: Actor, now: datetime) -> Ids:
    """One's own open actions in families' plans."""
    return _ids(actions_due(actor))


@read(Permission.READ_SUPERVISION)
def agreed_actions(actor: Actor, now: datetime) -> Ids:
    """What one agreed to do and has not done yet."""
    return _ids(agreed_by_me(actor))


@read(Permission.READ_SUPERVISION)
def supervisions_due(actor: Actor, now: datetime) -> Ids:
    """Colleagues whom one leads and whose supervision has passed its day, or was never kept."""
    return frozenset(each.staff_id for each in colleagues_due(actor))


@read(Permission.READ_SNAGS)
def snags_to_answer(actor: Actor, now: datetime) -> Ids:
    """What colleagues said is missing or not working."""
    return _ids(Snag.objects.visible_to(actor).waiting())


@read(Permission.SEE_SNAG_ANSWER)
def snags_answered(actor: Actor, now: datetime) -> Ids:
    """Answers to what one said oneself, not seen yet."""
    return _ids(answered_to_me(actor))


FROM_OTHERS: Mapping[str, Callable[[Actor, datetime], Ids]] = {
    DigestKind.VISIT_OVERDUE: visits_overdue,
    DigestKind.TRANSFER_WAITS: transfers_to_answer,
    DigestKind.PLAN_WAITS: plans_to_look_at,
    DigestKind.TEAM_DUE: team_meetings,
    DigestKind.ACTION_DUE: family_actions,
    DigestKind.AGREED_DUE: agreed_actions,
    DigestKind.SUPERVISION_DUE: supervisions_due,
    DigestKind.SNAG_WAITS: snags_to_answer,
    DigestKind.SNAG_ANSWERED: snags_answered,
}
