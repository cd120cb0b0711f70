"""Screen a referral: say who it is about, a resident already or a new one, and how urgent it is."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import ClockStep, Permission, ReferralStatus, TimelineKind, Verb
from lynchpin.frontdoor.models import Referral, ReferralClock
from lynchpin.frontdoor.queries.clocks import clock_rules, closures
from lynchpin.frontdoor.use_cases.extend_timeline import clock_of, take_step
from lynchpin.kernel import audit, calendar
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.people.models import Resident, died_on
from lynchpin.people.rules import why_not_for
from lynchpin.people.use_cases.welcome_resident import welcome_resident


@use_case(Permission.SCREEN_REFERRAL)
def screen_referral(
    actor: Actor,
    *,
    reference: str,
    version: int,
    urgency: str,
    at: datetime,
    resident_reference: str = "",
    forename: str = "",
    surname: str = "",
    birth_date: date | None = None,
    area_code: str = "",
) -> str:
    """Tie a referral to an existing resident, or welcome a new one from what was told. Gives the referral's reference."""
    referral = Referral.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_screen(referral.status, known=referral.resident_id is not None))
    seen = Resident.objects.visible_to(actor)
    if resident_reference:
        resident = seen.find(reference=resident_reference)
        refuse_if(why_not_for(died_on(actor, resident.pk)))
    else:
        resident = seen.find(pk=_welcomed(actor, referral, forename, surname, birth_date, area_code, at))
    referral.resident_id, referral.cluster_id = resident.pk, resident.cluster_id
    referral.status, referral.urgency = ReferralStatus.SCREENING, urgency
    referral.decide_by_on = rules.decide_by(clock_rules(actor), urgency, referral.received_at, closures(actor))
    referral.store("resident_id", "cluster_id", "status", "urgency", "decide_by_on")
    _set_clock(actor, referral)
    take_step(actor, referral, TimelineKind.SCREENED, at, for_referrer=True)
    audit.record(
        Verb.REFERRAL_SCREENED, referral, resident=resident.pk, known=bool(resident_reference), urgency=urgency
    )
    return referral.reference


def _set_clock(actor: Actor, referral: Referral) -> None:
    """The decision is due by the urgency that it has now, from when its clock began and less what it has stood still."""
    running = ReferralClock.objects.visible_to(actor).running().filter(referral_id=referral.pk, step=ClockStep.DECIDE)
    for clock in running.select_for_update():
        now = clock_of(actor, referral, clock.step, clock.began_at)
        clock.rule_key, clock.due_at = now.rule_key, now.due_at
        if clock.paused_minutes:
            clock.due_at = calendar.add_working_minutes(now.due_at, clock.paused_minutes, closures(actor))
        clock.store("rule_key", "due_at")


def _welcomed(
    actor: Actor, told: Referral, forename: str, surname: str, birth_date: date | None, area_code: str, at: datetime
) -> int:
    return welcome_resident(
        actor,
        forename=forename,
        surname=surname,
        birth_date=birth_date,
        area_code=area_code,
        language=told.language,
        phone=told.told_phone,
        email=told.told_email,
        address=told.told_address,
        postcode=told.told_postcode,
        safe_contact=told.safe_contact or None,
        at=at,
    )
