"""Ask a provider to help: for what, with what told, and by when they answer. The person has agreed first."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.framework.models import CoreOfferLine
from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import ClockStep, Permission, ReferralStatus, TimelineKind, Verb
from lynchpin.frontdoor.models import Brokering, Referral
from lynchpin.frontdoor.queries.brokering import can_be_asked
from lynchpin.frontdoor.use_cases.extend_timeline import clock_of, take_step
from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.organisations.models import Organisation, in_force
from lynchpin.safeguarding.queries import outreach_stopped


@use_case(Permission.BROKER_REFERRAL)
def broker_referral(
    actor: Actor,
    *,
    reference: str,
    version: int,
    organisation: str,
    offer: str,
    packet: str,
    person_agreed_on: date,
    at: datetime,
) -> str:
    """Ask one provider for one line of the core offer; `packet` is all that it is told. Gives the brokering's reference.

    Communities for Work is asked without a line: an empty `offer`.
    """
    referral = Referral.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    known = referral.resident_id is not None
    refuse_if(rules.why_not_entrust(referral.status, ReferralStatus.BROKERED, known=known))
    refuse_if(Reason("outreach_stopped") if outreach_stopped([referral.resident_id]) else None)
    refuse_if(_why_not_ask(actor, organisation, offer, person_agreed_on, local_date(at)))
    referral.status, referral.owner_id = ReferralStatus.BROKERED, actor.staff_id
    referral.decided_at, referral.decided_by, referral.person_agrees = at, actor.staff_id, True
    referral.store("status", "owner_id", "decided_at", "decided_by", "person_agrees")
    brokering = Brokering(
        reference=references.draw("B"),
        referral_id=referral.pk,
        organisation_id=organisation,
        offer_id=offer or None,
        packet=packet,
        person_agreed_on=person_agreed_on,
        asked_at=at,
        asked_by=actor.staff_id,  # type: ignore[misc]
        answer_due_at=clock_of(actor, referral, ClockStep.PROVIDER_ANSWER, at).due_at,
    )
    brokering.save()
    take_step(actor, referral, TimelineKind.BROKERED, at)
    audit.record(Verb.REFERRAL_BROKERED, referral, organisation=organisation, offer=offer)
    return brokering.reference


def _why_not_ask(actor: Actor, organisation: str, offer: str, agreed_on: date, today: date) -> Reason | None:
    line = CoreOfferLine.objects.visible_to(actor).filter(in_force(today), key=offer).first()
    provider = Organisation.objects.visible_to(actor).filter(can_be_asked(actor), in_force(today), key=organisation)
    return rules.why_not_ask(
        provider=organisation,
        gives=line.provider_keys if line else (),
        is_provider=provider.exists(),
        in_force=line is not None,
        agreed_on=agreed_on,
        today=today,
    )
