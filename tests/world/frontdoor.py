"""What tests need of the front door, made by its use cases."""

from __future__ import annotations

from typing import Any

from lynchpin.frontdoor.choices import ReferralSource, Route, Urgency
from lynchpin.frontdoor.models import Referral
from lynchpin.frontdoor.use_cases.answer_referral import answer_referral
from lynchpin.frontdoor.use_cases.ask_for_help import ask_for_help
from lynchpin.frontdoor.use_cases.extend_timeline import extend_timeline
from lynchpin.frontdoor.use_cases.record_persons_no import record_persons_no
from lynchpin.frontdoor.use_cases.route_referral import route_referral
from lynchpin.frontdoor.use_cases.screen_referral import screen_referral
from lynchpin.frontdoor.use_cases.send_referral import send_referral
from lynchpin.kernel import clock, references
from lynchpin.kernel.actor import Actor
from lynchpin.organisations.actors import public_actor
from lynchpin.people.models import Resident
from lynchpin.people.use_cases.hold_contact import hold_contact
from tests.world.people import inside_a_use_case
from tests.world.staff import machine

SAFE = {"channels": ["phone"], "when": "", "voicemail_ok": False, "must_not_know": ""}


class FrontdoorWorld:
    """`world.referral()`, `world.screened()`, `world.routed()`: a referral as far as its name says."""

    def asks_for_help(self, **told: Any) -> str:
        """Somebody asks by the public form. Gives the reference."""
        given = {"name": "Angharad Prydderch", "needs": ["money"], "safe_contact": SAFE, "language": "cy"} | told
        return ask_for_help(public_actor(), at=given.pop("at", clock.now()), **given)

    def referral(self, *, sent_by: Actor | None = None, **told: Any) -> Referral:
        """A referral that a partner has sent, and nobody has looked at."""
        given = {
            "source": ReferralSource.PROFESSIONAL,
            "name": "Eurwen Meredydd",
            "needs": ["home"],
            "urgency": Urgency.ROUTINE,
            "person_agrees": True,
        } | told
        sender = sent_by or self.actor("referrer", organisation="school")
        return self.kept(send_referral(sender, at=given.pop("at", clock.now()), **given))

    def screened(self, **facts: Any) -> Referral:
        """A referral tied to a resident: an existing one given by `resident`, or a new one living in `area_code`."""
        resident = facts.pop("resident", None)
        who = {"resident_reference": resident.reference} if resident else {"area_code": self.IN_PORTH}
        who |= {name: facts.pop(name) for name in ("forename", "surname", "birth_date", "area_code") if name in facts}
        referral = facts.pop("referral", None) or self.referral(**facts)
        named = {"forename": "Eurwen", "surname": "Meredydd"} | who
        screen_referral(
            self.central,
            reference=referral.reference,
            version=referral.version,
            urgency=referral.urgency,
            at=clock.now(),
            **named,
        )
        return self.kept(referral.reference)

    def routed(self, **facts: Any) -> Referral:
        """A referral with an owner."""
        referral = self.screened(**facts)
        route_referral(
            self.central,
            reference=referral.reference,
            version=referral.version,
            route=Route.CASELOAD,
            route_reason="Wants company close to home.",
            at=clock.now(),
        )
        return self.kept(referral.reference)

    def answered(self, referral: Referral) -> Referral:
        """A referral that ended with advice."""
        told = {
            "reference": referral.reference,
            "version": referral.version,
            "advice_given": "Rang the warm homes line.",
        }
        answer_referral(self.central, at=clock.now(), **told)
        return self.kept(referral.reference)

    def said_no(self, referral: Referral) -> Referral:
        """A referral that the person has ended."""
        record_persons_no(self.central, reference=referral.reference, version=referral.version, at=clock.now())
        return self.kept(referral.reference)

    def extended(self, referral: Referral, kind: str, **facts: Any) -> None:
        """A step that a later room adds to a referral's timeline."""
        with inside_a_use_case():
            extend_timeline(machine("clock"), reference=referral.reference, kind=kind, at=clock.now(), **facts)

    def contact_stopped(self, resident: Resident) -> None:
        """Outreach to a resident is stopped, as safeguarding would stop it."""
        given = {"resident_id": resident.pk, "room": "safeguarding", "reference": references.draw("X")}
        with inside_a_use_case():
            hold_contact(machine("clock"), at=clock.now(), **given)

    def resident_behind(self, referral: Referral) -> Resident:
        return Resident.unscoped.get(pk=referral.resident_id)

    def kept(self, reference: str) -> Referral:
        """The referral as it is kept now."""
        return Referral.unscoped.get(reference=reference)
