"""Who came in the last days, so that the queue has people in it: some in good time, one waiting too long, one urgent."""

from __future__ import annotations

from datetime import datetime, timedelta

from lynchpin.demo.front_door import FrontDoor
from lynchpin.demo.living import Living, Thread
from lynchpin.demo.walking import Walking
from lynchpin.kernel import clock
from lynchpin.kernel.calendar import is_working_day
from lynchpin.kernel.clock import LOCAL
from lynchpin_world.region import Person
from lynchpin_world.service import events
from lynchpin_world.service.events import Words

ADULT = 18
FIRST_CLUSTER = "W33000179"  # Porth, by its official code
CASES_WAITING = 4
ASKING = {
    "money": ("I do not know how to pay the gas this month.", "Dw i ddim yn gwybod sut i dalu'r nwy y mis hwn."),
    "company": ("I see nobody from one week to the next.", "Dw i'n gweld neb o un wythnos i'r llall."),
    "work": ("I would like to get back to work, and need someone to start with.", "Hoffwn fynd yn ôl i weithio."),
    "school": ("My son will not go to school and I am worn out.", "Mae fy mab yn gwrthod mynd i'r ysgol."),
}
# working days ago, way in, what about, urgency
ARRIVALS = (
    (6, "school", "money", "routine"),
    (4, "self", "company", "routine"),
    (2, "housing", "money", "soon"),
    (2, "self", "school", "routine"),
    (1, "school", "school", "routine"),
    (1, "self", "money", "routine"),
    (0, "health", "company", "urgent"),
    (0, "self", "work", "routine"),
)


def arrive_late(living: Living, door: FrontDoor, walking: Walking) -> None:
    """Each arrival on its day; most of them nobody has looked at yet."""
    people = _newcomers(living)
    _leave_for_the_lead(living, door, walking)
    for place, (days, way, topic, urgency) in enumerate(ARRIVALS):
        person = people[place]
        thread = Thread(f"late-{place}", person.person_id, 9_000 + place)
        with clock.held(_working_days_ago(living.until, days)):
            _arrive(door, thread, person, way, topic, urgency)


def _arrive(door: FrontDoor, thread: Thread, person: Person, way: str, topic: str, urgency: str) -> None:
    english, welsh = ASKING[topic]
    said = Words(welsh if person.language == "cy" else english, person.language, english)
    head = (clock.now(), thread.key, person.person_id, person.family_id)
    if way == "self":
        door.be_asked(thread, events.SelfReferral(*head, (topic,), said))
    else:
        door.receive(thread, events.ReferralSent(*head, way, (topic,), urgency, said))


def _leave_for_the_lead(living: Living, door: FrontDoor, walking: Walking) -> None:
    """In the first cluster: one referral to be opened, and a few cases that wait for a worker, so that there is something to share out."""
    for place, person in enumerate(_strangers(living, FIRST_CLUSTER)[: 1 + CASES_WAITING]):
        thread = Thread(f"lead-{place}", person.person_id, 9_100 + place)
        with clock.held(_working_days_ago(living.until, 3)):
            _arrive(door, thread, person, "health", tuple(ASKING)[place % len(ASKING)], "routine")
            door.screen(thread)
        with clock.held(_working_days_ago(living.until, 1)):
            door.route(thread)
            if place:
                walking.open(thread)


def _strangers(living: Living, cluster: str) -> list[Person]:
    """Adults of one cluster whom no story is about."""
    known = {thread.person_id for thread in living.threads.values()}
    homes, as_at = living.region.homes, living.region.as_at
    there = [p for p in living.region.people.values() if homes[p.home_id].area.cluster == cluster]
    return [person for person in there if person.age_on(as_at) >= ADULT and person.person_id not in known]


def _newcomers(living: Living) -> list[Person]:
    """Adults whom no story is about, some of them from outside every cluster."""
    known = {thread.person_id for thread in living.threads.values()}
    adults = [
        p for p in living.region.people.values() if p.age_on(living.region.as_at) >= ADULT and p.person_id not in known
    ]
    return adults[:: max(1, len(adults) // len(ARRIVALS))]


def _working_days_ago(now: datetime, days: int) -> datetime:
    day = clock.local_date(now)
    while days or not is_working_day(day):
        days -= bool(days) and is_working_day(day)
        day -= timedelta(days=1)
    moment = datetime(day.year, day.month, day.day, 11, 20, tzinfo=LOCAL)
    return min(moment, now - timedelta(minutes=45))
