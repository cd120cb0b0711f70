"""Settle a check: the colleague who asked has had an answer."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.people import rules
from lynchpin.people.choices import Permission, Verb
from lynchpin.people.models import ResidentCheck


@use_case(Permission.SETTLE_CHECK)
def settle_check(actor: Actor, *, check_id: int, version: int, at: datetime) -> int:
    """Mark a question as dealt with. Gives its id."""
    check = ResidentCheck.objects.visible_to(actor).select_for_update().find(pk=check_id, version=version)
    refuse_if(rules.why_not_settle(check))
    check.settled_at, check.settled_by = at, actor.staff_id
    check.store("settled_at", "settled_by")
    audit.record(Verb.CHECK_SETTLED, check)
    return check.pk
