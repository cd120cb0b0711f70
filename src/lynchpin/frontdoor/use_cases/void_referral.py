"""Void a referral that was never one: sent by mistake, or the same as another that is named and goes on."""

from __future__ import annotations

from datetime import datetime

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import Permission, ReferralStatus, TimelineKind, Verb, VoidCause
from lynchpin.frontdoor.models import Referral
from lynchpin.frontdoor.use_cases.extend_timeline import take_step
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.people.models import records_of_person


@use_case(Permission.VOID_REFERRAL)
def void_referral(
    actor: Actor, *, reference: str, version: int, cause: str, at: datetime, duplicate_of: str = ""
) -> str:
    """Set a referral aside; it stays readable, with why. Gives its reference."""
    referral = Referral.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_move(referral.status, ReferralStatus.VOID))
    other = duplicate_of if cause == VoidCause.DUPLICATE else ""
    refuse_if(_why_not_duplicate(actor, referral, other) if cause == VoidCause.DUPLICATE else None)
    referral.status, referral.end_code, referral.duplicate_of = ReferralStatus.VOID, cause, other
    referral.decided_at, referral.decided_by = at, actor.staff_id
    referral.store("status", "end_code", "duplicate_of", "decided_at", "decided_by")
    take_step(actor, referral, TimelineKind.VOIDED, at)
    audit.record(Verb.REFERRAL_VOIDED, referral, cause=cause, duplicate_of=other)
    return referral.reference


def _why_not_duplicate(actor: Actor, referral: Referral, other: str) -> Reason | None:
    found = Referral.objects.visible_to(actor).filter(reference=other).first() if other else None
    if found is None:
        return Reason("duplicate_not_named")
    same = _same_person(actor, referral, found)
    return rules.why_not_duplicate(referral.reference, other, other_status=found.status, same_person=same)


def _same_person(actor: Actor, referral: Referral, other: Referral) -> bool:
    """Until somebody has said of both who they are about, whoever looks at them is believed."""
    if referral.resident_id is None or other.resident_id is None:
        return True
    return other.resident_id in records_of_person(actor, referral.resident_id)
