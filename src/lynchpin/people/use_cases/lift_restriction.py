"""Lift a restriction: the reason for it is over."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.people import rules
from lynchpin.people.choices import Permission, Verb
from lynchpin.people.models import Restriction


@use_case(Permission.LIFT_RESTRICTION)
def lift_restriction(actor: Actor, *, restriction_id: int, version: int, at: datetime) -> int:
    """Lift one restriction; others on the same record stay. Gives its id."""
    restriction = Restriction.objects.visible_to(actor).select_for_update().find(pk=restriction_id, version=version)
    refuse_if(rules.why_not_lift(restriction))
    restriction.lifted_at, restriction.lifted_by = at, actor.staff_id
    restriction.store("lifted_at", "lifted_by")
    audit.record(Verb.RESTRICTION_LIFTED, restriction, kind=restriction.kind, resident=restriction.resident_id)
    return restriction.pk
