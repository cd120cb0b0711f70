"""Raise a concern: somebody may be at risk. Contact is held at once; nothing here may delay the telephone."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.people.models import Resident
from lynchpin.people.use_cases.hold_contact import hold_contact
from lynchpin.safeguarding import rules
from lynchpin.safeguarding.choices import Permission, Verb
from lynchpin.safeguarding.models import Concern


@use_case(Permission.RAISE_CONCERN)
def raise_concern(
    actor: Actor,
    *,
    words: str,
    category: str,
    about_child: bool,
    at: datetime,
    about: str = "",
    about_name: str = "",
    position_of_trust: bool = False,
    seen_or_heard_at: datetime | None = None,
    told_person: bool | None = None,
    why_not_told: str = "",
) -> str:
    """Keep a concern about a resident (`about`, a reference) or somebody else (`about_name`). Gives the concern's reference."""
    refuse_if(
        rules.why_not_raise(
            about=about or about_name.strip(), words=words, told_person=told_person, why_not_told=why_not_told
        )
    )
    if seen_or_heard_at:
        refuse_if(rules.why_not_happened(seen_or_heard_at, raised_at=seen_or_heard_at, now=at))
    # unscoped: a worry is taken about anybody whose page somebody has open, and nothing of the record is shown for it
    resident = Resident.unscoped.find(reference=about) if about else None
    concern = Concern(
        reference=references.draw("X"),
        resident=resident,
        about_name="" if resident else about_name.strip(),
        category=category,
        about_child=about_child,
        position_of_trust=position_of_trust,
        words=words,
        seen_or_heard_at=seen_or_heard_at,
        told_person=told_person,
        why_not_told=why_not_told,
        raised_at=at,
        raised_by=actor.staff_id,
    )
    concern.save()
    if resident is not None:
        hold_contact(actor, resident_id=resident.pk, room="safeguarding", reference=concern.reference, at=at)
    audit.record(Verb.CONCERN_RAISED, concern, category=category, child=about_child, trust=position_of_trust)
    return concern.reference
