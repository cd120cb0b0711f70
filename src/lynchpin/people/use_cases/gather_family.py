"""Gather a family: keep that several residents belong together, as a referral or an agreed candidate says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import part
from lynchpin.people import rules
from lynchpin.people.choices import Verb
from lynchpin.people.models import Family, FamilyMember


@part
def gather_family(actor: Actor, *, members: Sequence[tuple[int, str]], at: datetime) -> str:
    """Keep a family of residents, given as (resident id, role). Gives its reference."""
    refuse_if(rules.why_not_family([resident_id for resident_id, _ in members]))
    family = Family(reference=references.draw("F"), formed_at=at)
    family.save()
    for resident_id, role in members:
        FamilyMember(family=family, resident_id=resident_id, role=role, from_on=local_date(at)).save()
    audit.record(Verb.FAMILY_GATHERED, family, members=len(members))
    return family.reference
