"""Route a referral to its owner: the lead the family has already, else of the cluster or the zone, else of the centre."""

from __future__ import annotations

from datetime import datetime

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import Permission, ReferralStatus, TimelineKind, Verb
from lynchpin.frontdoor.models import Referral
from lynchpin.frontdoor.queries.owners import has_a_case, owners_for, standing_of
from lynchpin.frontdoor.telling import tell_person
from lynchpin.frontdoor.use_cases.extend_timeline import take_step
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.people.models import Resident, died_on
from lynchpin.people.rules import why_not_for


@use_case(Permission.ROUTE_REFERRAL)
def route_referral(actor: Actor, *, reference: str, version: int, route: str, route_reason: str, at: datetime) -> str:
    """Give a screened referral an owner, who takes it from here. Gives its reference."""
    referral = Referral.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    known = referral.resident_id is not None
    refuse_if(rules.why_not_entrust(referral.status, ReferralStatus.ROUTED, known=known))
    resident = Resident.objects.visible_to(actor).find(pk=referral.resident_id)
    refuse_if(why_not_for(died_on(actor, resident.pk)))
    standing = standing_of(actor, resident.pk, local_date(at), asked=rules.asked(referral))
    refuse_if(rules.why_not_approach(standing, local_date(at)))
    owners = owners_for(actor, resident)
    owner_id = rules.owner_for(owners)
    refuse_if(Reason("no_owner_found") if owner_id is None else None)
    referral.status, referral.owner_id, referral.route = ReferralStatus.ROUTED, owner_id, route
    referral.cluster_id = resident.cluster_id  # they may have moved since they were screened
    referral.route_reason, referral.decided_at, referral.decided_by = route_reason, at, actor.staff_id
    referral.store("status", "owner_id", "route", "cluster_id", "route_reason", "decided_at", "decided_by")
    take_step(actor, referral, TimelineKind.ROUTED, at, note=route_reason)
    if owners.family_lead is not None:
        take_step(actor, referral, TimelineKind.LEAD_TOLD, at)
    joined = has_a_case(actor, resident.pk)
    if joined:
        _join(actor, referral, at)
    audit.record(Verb.REFERRAL_ROUTED, referral, owner=owner_id, route=route, joined=joined)
    tell_person(actor, referral, at, promised=True)
    return referral.reference


def _join(actor: Actor, referral: Referral, at: datetime) -> None:
    """Whoever is worked with already is given no second worker: what was asked goes on in the case that they have."""
    referral.status = ReferralStatus.TAKEN_UP
    referral.store("status")
    take_step(actor, referral, TimelineKind.JOINED, at, for_referrer=True)
