"""Journeys of many people through the front door, at the level of its rules: what may happen next is asked of the rules alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import EndCode, ReferralStatus, ReturnCause

LEADS = {"porth": 11, "taf-west": 12}
CENTRE = (1, 2)


@dataclass
class Journey:
    """Somebody, and how far their one referral has come."""

    cluster: str
    asked: bool
    status: ReferralStatus = ReferralStatus.RECEIVED
    owner: int | None = None
    cause: str = ""
    had_a_case: bool = False
    known: bool = False
    met: bool = False
    tries: list[datetime] = field(default_factory=list)
    said_no_at: datetime | None = None
    tried_after_no: bool = False

    @property
    def standing(self) -> rules.Standing:
        return rules.Standing(asked=self.asked, approaches=0)

    def may(self, to: ReferralStatus) -> bool:
        return rules.why_not_move(self.status, to) is None

    def may_be_entrusted(self, to: ReferralStatus) -> bool:
        return rules.why_not_entrust(self.status, to, known=self.known) is None

    def back(self, cause: str) -> None:
        self.status, self.cause, self.owner = ReferralStatus.RETURNED, cause, CENTRE[0]


Event = Callable[[Journey, Random, datetime], bool]


def screen(person: Journey, rng: Random, at: datetime) -> bool:
    if rules.why_not_screen(person.status, known=person.known) is not None:
        return False
    person.known = True
    return moved(person, ReferralStatus.SCREENING)


def route(person: Journey, rng: Random, at: datetime) -> bool:
    if rules.why_not_approach(person.standing, at.date()) is not None or person.had_a_case:
        return False
    if not person.may_be_entrusted(ReferralStatus.ROUTED):
        return False
    leads = (LEADS[person.cluster],) if person.cluster else ()
    owner = rules.owner_for(rules.Owners(cluster_leads=leads, centre=CENTRE))
    return moved(person, ReferralStatus.ROUTED, owner=owner)


def broker(person: Journey, rng: Random, at: datetime) -> bool:
    if not person.may_be_entrusted(ReferralStatus.BROKERED):
        return False
    if not moved(person, ReferralStatus.BROKERED, owner=rng.choice(CENTRE)):
        return False
    person.asked = True  # nobody is asked about without the person's own yes
    return True


def provider_answers(person: Journey, rng: Random, at: datetime) -> bool:
    if rules.why_not_by("answer_brokering", person.status) is not None:
        return False
    answer = rng.choice([rules.ACCEPTED, *rules.ANSWERED_NO])
    if answer == rules.ACCEPTED:
        return moved(person, ReferralStatus.WITH_PROVIDER)
    person.back(answer)
    return True


def provider_is_silent(person: Journey, rng: Random, at: datetime) -> bool:
    if rules.why_not_by("withdraw_brokering", person.status) is not None:
        return False
    person.back(ReturnCause.NO_ANSWER)
    return True


def provider_finishes(person: Journey, rng: Random, at: datetime) -> bool:
    if rules.why_not_by("finish_brokering", person.status) is not None:
        return False
    how = rng.choice([*EndCode.values, *rules.STOPPED_EARLY])
    if how in rules.STOPPED_EARLY:
        person.back(how)
        return True
    return moved(person, ReferralStatus.ENDED, cause=how)


def send_back(person: Journey, rng: Random, at: datetime) -> bool:
    if rules.why_not_by("return_referral", person.status) is not None:
        return False
    person.back(rng.choice(rules.OWNER_RETURNS))
    return True


def open_case(person: Journey, rng: Random, at: datetime) -> bool:
    if person.status != ReferralStatus.ROUTED or not moved(person, ReferralStatus.TAKEN_UP):
        return False
    person.had_a_case = True
    return True


def try_to_reach(person: Journey, rng: Random, at: datetime) -> bool:
    if person.status not in (ReferralStatus.ROUTED, ReferralStatus.TAKEN_UP):
        return False
    if not (person.asked or person.met) and rules.why_not_try(person.tries, at) is not None:
        return False
    person.tries.append(at)
    person.tried_after_no |= person.said_no_at is not None
    return True


def meet(person: Journey, rng: Random, at: datetime) -> bool:
    person.met |= person.status == ReferralStatus.TAKEN_UP
    return person.status == ReferralStatus.TAKEN_UP


def close_case(person: Journey, rng: Random, at: datetime) -> bool:
    if person.status != ReferralStatus.TAKEN_UP:
        return False
    to = rng.choice([ReferralStatus.ENDED, ReferralStatus.DECLINED_BY_PERSON, ReferralStatus.OPEN_OFFER])
    if to == ReferralStatus.DECLINED_BY_PERSON:
        return say_no(person, rng, at)
    return moved(person, to, cause=EndCode.HELPED if to == ReferralStatus.ENDED else "")


def reopen_case(person: Journey, rng: Random, at: datetime) -> bool:
    return person.had_a_case and moved(person, ReferralStatus.TAKEN_UP)


def advise(person: Journey, rng: Random, at: datetime) -> bool:
    return moved(person, ReferralStatus.ANSWERED)


def pass_on(person: Journey, rng: Random, at: datetime) -> bool:
    return moved(person, ReferralStatus.PASSED_ON)


def leave_offer(person: Journey, rng: Random, at: datetime) -> bool:
    lately = sum(moment > at - rules.APPROACHES_WITHIN for moment in person.tries)
    if rules.why_not_leave_offer(person.status, asked=person.asked, approaches=lately) is not None:
        return False
    return moved(person, ReferralStatus.OPEN_OFFER)


def bring_back(person: Journey, rng: Random, at: datetime) -> bool:
    because = rng.choice(rules.OTHERS_RETURN)
    if rules.why_not_bring_back(person.status, because, had_a_case=person.had_a_case) is not None:
        return False
    person.asked |= because == ReturnCause.CAME_BACK
    person.back(because)
    return True


def go_away(person: Journey, rng: Random, at: datetime) -> bool:
    how = rng.choice(rules.ENDS_WITHOUT_HELP)
    if rules.why_not_close(person.status, how) is not None:
        return False
    return moved(person, ReferralStatus.ENDED, cause=how)


def set_aside(person: Journey, rng: Random, at: datetime) -> bool:
    return rng.random() < 0.1 and moved(person, ReferralStatus.VOID, cause="mistake")


def say_no(person: Journey, rng: Random, at: datetime) -> bool:
    if rng.random() < 0.8 or not moved(person, ReferralStatus.DECLINED_BY_PERSON):
        return False
    person.said_no_at = at
    return True


EVENTS: tuple[Event, ...] = (
    screen,
    route,
    broker,
    provider_answers,
    provider_is_silent,
    provider_finishes,
    send_back,
    open_case,
    try_to_reach,
    try_to_reach,
    try_to_reach,
    meet,
    close_case,
    reopen_case,
    advise,
    pass_on,
    leave_offer,
    bring_back,
    go_away,
    set_aside,
    say_no,
)


def moved(person: Journey, to: ReferralStatus, *, owner: int | None = None, cause: str = "") -> bool:
    """Move somebody where the rules let them; whether they did."""
    if not person.may(to):
        return False
    person.status, person.cause = to, cause
    person.owner = owner if owner is not None else person.owner
    return True


def lived(seed: int, number: int, *, events: int, began_at: datetime) -> list[Journey]:
    """So many journeys of so many random events each, hours or weeks apart: the same for the same seed."""
    rng = Random(seed)
    people = []
    for _ in range(number):
        person, at = Journey(rng.choice(["porth", "taf-west", ""]), asked=rng.random() < 0.4), began_at
        for _ in range(rng.randrange(1, events)):
            at += timedelta(hours=rng.choice([1, 5, 30, 200, 700]))
            rng.choice(EVENTS)(person, rng, at)
        people.append(person)
    return people
