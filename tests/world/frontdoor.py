"""What tests need of the front door, made by its use cases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from lynchpin.frontdoor.choices import ReferralSource, Route, Urgency
from lynchpin.frontdoor.jobs import raise_candidates
from lynchpin.frontdoor.loading import load
from lynchpin.frontdoor.models import BandRoute, Candidate, ClockRule, GroupFact, Referral
from lynchpin.frontdoor.use_cases.answer_brokering import answer_brokering
from lynchpin.frontdoor.use_cases.answer_referral import answer_referral
from lynchpin.frontdoor.use_cases.ask_for_help import ask_for_help
from lynchpin.frontdoor.use_cases.broker_referral import broker_referral
from lynchpin.frontdoor.use_cases.decide_candidate import decide_candidate
from lynchpin.frontdoor.use_cases.extend_timeline import extend_timeline
from lynchpin.frontdoor.use_cases.record_persons_no import record_persons_no
from lynchpin.frontdoor.use_cases.route_referral import route_referral
from lynchpin.frontdoor.use_cases.screen_referral import screen_referral
from lynchpin.frontdoor.use_cases.send_referral import send_referral
from lynchpin.kernel import clock, references, window
from lynchpin.kernel.actor import Actor
from lynchpin.organisations.actors import public_actor
from lynchpin.organisations.use_cases.load_organisations import load_organisations
from lynchpin.people.models import Resident
from lynchpin.people.use_cases.hold_contact import hold_contact
from lynchpin.profiles.choices import RunState
from lynchpin.profiles.models import Contribution, FamilyProfile, LinkedPerson, ProfileRun
from lynchpin.reference import open_pack
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

    def providers(self) -> None:
        """The core offer, and two providers that give lines of it: `citizens_advice` (PV-10) and `adult_education` (PV-01)."""
        self.framework()
        named = (
            ("citizens_advice", "Citizens Advice", "voluntary"),
            ("adult_education", "Adult Education", "provider"),
        )
        since = {"valid_from": date(2016, 4, 1)}
        rows = [{"key": key, "name_en": name, "name_cy": name, "kind": kind} | since for key, name, kind in named]
        load_organisations(machine("system-admin"), organisations=rows)

    def brokered(self, referral: Referral | None = None, **facts: Any) -> Referral:
        """A referral about which a provider was asked, and has not answered."""
        referral = referral or self.screened(needs=["money"], **facts)
        asked = {"organisation": "citizens_advice", "offer": "PV-10", "packet": "Help with a fuel bill, mornings best."}
        told = {"reference": referral.reference, "version": referral.version, "person_agreed_on": clock.today()}
        broker_referral(self.central, at=clock.now(), **asked | told)
        return self.kept(referral.reference)

    def with_provider(self, **facts: Any) -> Referral:
        """A referral whose provider said yes, from tomorrow on."""
        return self.provider_said(self.brokered(**facts), "accepted", starts_on=clock.today() + timedelta(days=1))

    def provider_said(self, referral: Referral, answer: str, **facts: Any) -> Referral:
        """What the provider that was asked has answered."""
        told = {"reference": referral.reference, "version": referral.version, "answered_by": "Their duty worker"}
        answer_brokering(self.central, answer=answer, at=clock.now(), **told | facts)
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

    def matrix(self) -> None:
        """The clocks and the band-to-route matrix of the reference pack."""
        if self.as_rehearsed(BandRoute, ClockRule, GroupFact):
            self.beginning.scene("matrix")
            return
        load(open_pack("cwm-taf"), machine("system-admin"))

    def profiled(self, *families: Profiled) -> str:
        """An approved run over some families, as profiling would have left it. Gives the run's reference."""
        at = clock.now()
        run = ProfileRun(
            reference=references.draw("U"),
            state=RunState.APPROVED,
            purpose="A pilot",
            impact_assessment="DPIA-1",
            review_on=clock.today(),
            as_at=clock.today(),
            absent_feeds=["housing"],
            rules={"amber": 15, "red": 30, "medium": 8, "high": 16},
            commissioned_at=at,
        )
        with window.work(machine("clock"), "profiles") as work:
            work.recorded.append("tests.run_kept")
            run.save()
            for family in families:
                family.save(run)
        return run.reference

    def raised(self, *families: Profiled) -> list[Candidate]:
        """Candidates of a run over some families."""
        self.matrix()
        run_reference = self.profiled(*families)
        self.raise_run(run_reference)
        return list(Candidate.unscoped.filter(run_reference=run_reference).order_by("pk"))

    def raise_run(self, run_reference: str) -> None:
        """Raise the candidates of a run, as follows its approval."""
        with inside_a_use_case():
            raise_candidates(run_reference=run_reference, at=clock.now())

    def agreed(self, candidate: Candidate) -> str:
        """A candidate that a reviewer has agreed to, everybody in it new. Gives the referral's reference."""
        people = LinkedPerson.unscoped.filter(profile_id=candidate.profile_id).order_by("pk")
        members = [(person.person_key, "") for person in people]
        return decide_candidate(
            self.central,
            reference=candidate.reference,
            version=candidate.version,
            decision="agree",
            ground="as_shown",
            decision_reason="School is worried too.",
            stated_reason="The school says mornings are hard.",
            members=members,
            first_key=members[0][0],
            at=clock.now(),
        )

    def rejected(self, candidate: Candidate) -> None:
        """A candidate that a reviewer has not taken further."""
        decide_candidate(
            self.central,
            reference=candidate.reference,
            version=candidate.version,
            decision="reject",
            ground="helped",
            decision_reason="Already helped by the school.",
            at=clock.now(),
        )


@dataclass(frozen=True)
class Profiled:
    """A family as a run profiles it: by default an amber one with low resilience, a mother and a daughter in `porth`."""

    key: str = "f1"
    cluster: str = "porth"
    area: str = "W01001001"
    vulnerability: int = 2100
    bands: tuple[str, str] = ("amber", "low")
    fact: str = "V01"
    people: tuple[tuple[str, str, str, date], ...] = (
        ("adult", "Lowri", "Gethin", date(1990, 5, 1)),
        ("child", "Cadi", "Gethin", date(2016, 5, 1)),
    )

    def save(self, run: ProfileRun) -> None:
        profile = FamilyProfile(
            run=run,
            family_key=self.key,
            area_code=self.area,
            cluster_key=self.cluster,
            vulnerability=self.vulnerability,
            resilience=400,
            vulnerability_band=self.bands[0],
            resilience_band=self.bands[1],
            coverage_percent=80,
            vulnerability_near_boundary=True,
            route="worker_priority",
        )
        profile.save()
        for place, (role, forename, surname, born) in enumerate(self.people):
            key = f"{self.key}-{place}"
            LinkedPerson(
                profile=profile, person_key=key, role=role, forename=forename, surname=surname, birth_date=born
            ).save()
        for factor, axis, points in ((self.fact, "V", self.vulnerability), ("P01", "P", 400)):
            Contribution(
                profile=profile, kind="fact", factor=factor, domain="education", axis=axis, points=points
            ).save()
