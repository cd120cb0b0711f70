"""Restrict a resident: seal the record, protect the address, or hide the record from one colleague."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.organisations.models import Staff
from lynchpin.people import rules
from lynchpin.people.choices import Permission, Verb
from lynchpin.people.models import Resident, Restriction, SealAccess


@use_case(Permission.RESTRICT_RESIDENT)
def restrict_resident(
    actor: Actor,
    *,
    reference: str,
    kind: str,
    reason: str,
    at: datetime,
    hidden_from: int | None = None,
    named: Sequence[int] = (),
) -> int:
    """Restrict from now on. `hidden_from` is the colleague of an exclusion; `named` those who may see a seal. Gives its id."""
    resident = Resident.objects.visible_to(actor).surviving().select_for_update().find(reference=reference)
    refuse_if(rules.why_not_restrict(kind, hidden_from))
    colleagues = Staff.objects.visible_to(actor)
    excluded = colleagues.find(pk=hidden_from) if hidden_from else None
    restriction = Restriction(  # type: ignore[misc]  # a colleague acts: no machine holds this right
        resident=resident,
        kind=kind,
        staff=excluded,
        reason=reason,
        made_at=at,
        made_by=actor.staff_id,
    )
    restriction.save()
    for staff_id in named:
        SealAccess(restriction=restriction, staff=colleagues.find(pk=staff_id)).save()
    audit.record(Verb.RESIDENT_RESTRICTED, resident, kind=kind, hidden_from=hidden_from, named=list(named))
    return restriction.pk
