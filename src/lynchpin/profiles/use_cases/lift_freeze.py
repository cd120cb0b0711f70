"""Lift the freeze of a run, as the second of two people who looked into it."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.profiles import watching
from lynchpin.profiles.choices import Permission, Verb
from lynchpin.profiles.models import RunFreeze


@use_case(Permission.LIFT_FREEZE)
def lift_freeze(actor: Actor, *, reference: str, version: int, words: str, at: datetime) -> str:
    """Record in words why the run may be approved; approving it is another press, by whoever may. Gives the freeze's reference."""
    freeze = RunFreeze.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(watching.why_not_lift_freeze(freeze, staff_id=actor.staff_id))
    freeze.second_words, freeze.lifted_at, freeze.lifted_by = words, at, actor.staff_id
    freeze.store("second_words", "lifted_at", "lifted_by")
    audit.record(Verb.FREEZE_LIFTED, freeze, freeze=reference)
    return reference
