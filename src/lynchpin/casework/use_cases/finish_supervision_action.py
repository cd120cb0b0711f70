"""Finish an action of a supervision: what was agreed is done."""

from __future__ import annotations

from datetime import datetime

from lynchpin.casework import supervising
from lynchpin.casework.choices import Permission, Verb
from lynchpin.casework.models import Supervision, SupervisionAction
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.FINISH_SUPERVISION_ACTION)
def finish_supervision_action(actor: Actor, *, action_id: int, version: int, at: datetime) -> int:
    """Say that it is done. Gives the id of the colleague whose supervision it was agreed in."""
    action = SupervisionAction.objects.visible_to(actor).select_for_update().find(id=action_id, version=version)
    supervision = Supervision.objects.visible_to(actor).find(id=action.supervision_id)
    may = actor.staff_id in (action.owner_id, supervision.supervisor_id)
    refuse_if(supervising.why_not_finish(action, may=may))
    action.done_on = local_date(at)
    action.store("done_on")
    audit.record(Verb.SUPERVISION_ACTION_FINISHED, action, supervision=supervision.pk)
    return supervision.staff_id
