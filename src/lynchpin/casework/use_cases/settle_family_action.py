"""Settle an action of the family's plan: it is done, or it stops for a reason."""

from __future__ import annotations

from datetime import datetime

from lynchpin.casework import family_rules as rules
from lynchpin.casework.choices import Permission, Verb
from lynchpin.casework.family_words import FamilyActionStatus
from lynchpin.casework.models import FamilyAction, FamilyTeam
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.SETTLE_FAMILY_ACTION)
def settle_family_action(
    actor: Actor, *, reference: str, action_id: int, version: int, done: bool, at: datetime, note: str = ""
) -> str:
    """Tick an action off, or stop it. Gives its state."""
    team = FamilyTeam.objects.visible_to(actor).select_for_update().find(reference=reference)
    action = FamilyAction.objects.visible_to(actor).find(pk=action_id, team=team, version=version)
    refuse_if(rules.why_not_settle_action(team, action, done=done, note=note))
    action.status = FamilyActionStatus.DONE if done else FamilyActionStatus.STOPPED
    action.settled_on, action.note = local_date(at), note.strip()
    action.store("status", "settled_on", "note")
    audit.record(Verb.FAMILY_ACTION_SETTLED, team, action=action.pk, state=str(action.status))
    return str(action.status)
