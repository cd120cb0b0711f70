"""Record a supervision: what two colleagues agreed, and a line about each case they talked about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from lynchpin.casework import supervising
from lynchpin.casework.choices import Permission, Verb
from lynchpin.casework.models import Case, Supervision, SupervisionAction, SupervisionTalk, supervised_by
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.organisations.models import Staff


@use_case(Permission.RECORD_SUPERVISION)
def record_supervision(
    actor: Actor,
    *,
    staff_id: int,
    held_on: date,
    next_on: date,
    at: datetime,
    actions: Sequence[supervising.AgreedAction] = (),
    talks: Sequence[supervising.CaseLine] = (),
) -> int:
    """Keep a supervision with somebody whom one leads. Gives its id; both of them can read it from now on."""
    colleague = Staff.objects.visible_to(actor).select_for_update().find(id=staff_id)
    refuse_if(None if supervised_by(actor).filter(staff_id=staff_id).exists() else Reason("supervision_not_yours"))
    kept = Supervision.objects.visible_to(actor).filter(staff=colleague, held_on=held_on).exists()
    today = local_date(at)
    refuse_if(supervising.why_not_keep_day(held_on=held_on, next_on=next_on, kept_already=kept, today=today))
    two = {staff_id, actor.staff_id or 0}
    refuse_if(supervising.why_not_agree_actions(actions, two=two, held_on=held_on))
    held = Case.objects.visible_to(actor).open().held_by(staff_id).values_list("pk", flat=True)
    refuse_if(supervising.why_not_talk(talks, held=set(held)))
    supervision = Supervision(
        staff=colleague,
        supervisor_id=actor.staff_id,
        held_on=held_on,
        next_on=next_on,
        recorded_at=at,
        recorded_by=actor.staff_id,  # type: ignore[misc]
    )
    supervision.save()
    _keep(supervision, actions, talks)
    audit.record(Verb.SUPERVISION_RECORDED, supervision, staff=staff_id, actions=len(actions), cases=len(talks))
    return supervision.pk


def _keep(
    supervision: Supervision, actions: Sequence[supervising.AgreedAction], talks: Sequence[supervising.CaseLine]
) -> None:
    for action in actions:
        agreed = {"what": action.what, "owner_id": action.owner_id, "due_on": action.due_on}
        SupervisionAction(supervision=supervision, **agreed).save()
    for talk in talks:
        SupervisionTalk(supervision=supervision, case_id=talk.case_id, line=talk.line).save()
