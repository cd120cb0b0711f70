"""What the centre does in the demo: referrals come in, are looked at, and find an owner."""

from __future__ import annotations

from lynchpin.demo import words
from lynchpin.demo.living import Living, Thread
from lynchpin.demo.staffing import DOMAIN
from lynchpin.frontdoor.models import Referral
from lynchpin.frontdoor.use_cases.answer_referral import answer_referral
from lynchpin.frontdoor.use_cases.ask_for_help import ask_for_help
from lynchpin.frontdoor.use_cases.record_persons_no import record_persons_no
from lynchpin.frontdoor.use_cases.route_referral import route_referral
from lynchpin.frontdoor.use_cases.screen_referral import screen_referral
from lynchpin.frontdoor.use_cases.send_referral import send_referral
from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.organisations.actors import public_actor
from lynchpin.people.models import Resident
from lynchpin_world.region import Person
from lynchpin_world.service import events


class FrontDoor:
    """The central team's part in the stories."""

    def __init__(self, living: Living) -> None:
        self.living = living
        self.residents: dict[str, str] = {}  # person of the region -> reference, so that nobody is welcomed twice

    @property
    def centre(self) -> Actor:
        return self.living.colleagues.named(f"central-support@{DOMAIN}")

    def person(self, thread: Thread) -> Person:
        return self.living.region.people[thread.person_id]

    def receive(self, thread: Thread, event: events.ReferralSent) -> None:
        """A partner sends a referral."""
        person = self.person(thread)
        sender = self.living.colleagues.named(f"{words.SENDER.get(event.source, 'central-support')}@{DOMAIN}")
        thread.referral = send_referral(
            sender,
            source=words.SOURCE.get(event.source, "RS3"),
            urgency=words.URGENCY[event.urgency],
            person_agrees=True,
            needs=self._needs(event.needs),
            in_their_words=event.reason.text,
            **self._told(person),
        )

    def be_asked(self, thread: Thread, event: events.SelfReferral) -> None:
        """Somebody asks for help by the public form."""
        thread.referral = ask_for_help(
            public_actor(),
            needs=self._needs(event.needs),
            in_their_words=event.asking.text,
            **self._told(self.person(thread)),
        )

    def screen(self, thread: Thread) -> None:
        referral, person = self._kept(thread), self.person(thread)
        known = self.residents.get(person.person_id, "")
        new = {"forename": person.forename, "surname": person.surname, "birth_date": person.birth_date}
        area = self.living.region.homes[person.home_id].area.code
        who = {"resident_reference": known} if known else {**new, "area_code": area}
        facts = {"reference": thread.referral, "version": referral.version, "urgency": referral.urgency}
        screen_referral(self.centre, at=clock.now(), **facts, **who)
        self.residents[person.person_id] = self._resident(thread)

    def route(self, thread: Thread) -> None:
        language = self._language(thread)
        route_referral(
            self.centre,
            reference=thread.referral,
            version=self._kept(thread).version,
            route="caseload",
            route_reason=words.ROUTED_BECAUSE[language],
            at=clock.now(),
        )

    def advise(self, thread: Thread) -> None:
        advice = words.ADVICE[self._language(thread)]
        version = self._kept(thread).version
        answer_referral(self.centre, reference=thread.referral, version=version, advice_given=advice, at=clock.now())

    def hear_no(self, thread: Thread) -> None:
        version = self._kept(thread).version
        record_persons_no(self.centre, reference=thread.referral, version=version, at=clock.now())

    def owner_of(self, thread: Thread) -> int:
        """The staff id of whoever owns the routed referral."""
        return self._kept(thread).owner_id or 0

    def _kept(self, thread: Thread) -> Referral:
        return Referral.unscoped.get(reference=thread.referral)

    def _resident(self, thread: Thread) -> str:
        return Resident.unscoped.get(pk=self._kept(thread).resident_id).reference

    def _language(self, thread: Thread) -> str:
        return "cy" if self.person(thread).language == "cy" else "en"

    def _needs(self, topics: tuple[str, ...]) -> list[str]:
        return sorted({words.NEED[topic] for topic in topics})

    def _told(self, person: Person) -> dict[str, object]:
        home = self.living.region.homes[person.home_id]
        return {
            "name": f"{person.forename} {person.surname}",
            "birth_date": person.birth_date,
            "address": home.address,
            "postcode": home.postcode,
            "phone": person.phone,
            "email": person.email,
            "language": person.language if person.language in ("cy", "en") else "en",
            "safe_contact": self._safe_contact(person),
            "at": clock.now(),
        }

    def is_guarded(self, person: Person) -> bool:
        """Whether somebody at home must not know."""
        return sum(map(ord, person.person_id)) % 12 == 0

    def _safe_contact(self, person: Person) -> dict[str, object]:
        """How it is safe to reach them; for one in twelve, by telephone only, and somebody must not know."""
        guarded = self.is_guarded(person)
        return {
            "channels": ["phone"] if guarded else list(words.EVERY_CHANNEL),
            "when": "10:00 - 14:00" if guarded else "",
            "voicemail_ok": not guarded,
            "must_not_know": ("Fy nghyn-bartner" if person.language == "cy" else "My former partner")
            if guarded
            else "",
        }
