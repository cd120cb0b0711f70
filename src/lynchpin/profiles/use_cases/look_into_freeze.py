"""Look into why a run was frozen, as the first of two people."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.profiles import watching
from lynchpin.profiles.choices import Permission, Verb
from lynchpin.profiles.models import RunFreeze


@use_case(Permission.LOOK_INTO_FREEZE)
def look_into_freeze(actor: Actor, *, reference: str, version: int, words: str, at: datetime) -> str:
    """Record what was found out and why the run may go on, in words. It stays frozen. Gives the freeze's reference."""
    freeze = RunFreeze.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(watching.why_not_look_into_freeze(freeze, staff_id=actor.staff_id))
    freeze.first_words, freeze.looked_at, freeze.looked_by = words, at, actor.staff_id
    freeze.store("first_words", "looked_at", "looked_by")
    audit.record(Verb.FREEZE_LOOKED_INTO, freeze, freeze=reference)
    return reference
