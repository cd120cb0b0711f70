"""Form a family of residents who belong together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import use_case
from lynchpin.people.choices import Permission, Verb
from lynchpin.people.models import Family, Resident
from lynchpin.people.use_cases.gather_family import gather_family


@use_case(Permission.FORM_FAMILY)
def form_family(actor: Actor, *, members: Sequence[tuple[str, str]], at: datetime) -> str:
    """Form a family of residents, given as (reference, role). Gives the family's reference."""
    surviving = Resident.objects.visible_to(actor).surviving()
    found = [(surviving.find(reference=reference).pk, role) for reference, role in members]
    reference = gather_family(actor, members=found, at=at)
    audit.record(Verb.FAMILY_FORMED, Family.unscoped.find(reference=reference), members=len(found))
    return reference
