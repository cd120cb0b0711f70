"""One person's time with the service, from the first word to the closing or to today."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from random import Random

from lynchpin_world.service import events
from lynchpin_world.service.cast import Lead
from lynchpin_world.service.events import Event, Goal, Words
from lynchpin_world.service.phrasing import say
from lynchpin_world.service.working_time import in_working_hours, later

# how a story goes: weight
COURSES = {"helped": 68, "said_no": 9, "declined_then_helped": 7, "silent": 5, "contact_lost": 6, "moved_away": 5}
SELF_REFERRED_SHARE = 0.22
CONCERN_SHARE = 0.04
SOURCES_OF_TOPIC = {
    "money": ("jobcentre", "housing", "internal"),
    "home": ("housing", "internal"),
    "school": ("school", "internal"),
    "caring": ("school", "health"),
    "company": ("health", "internal"),
    "work": ("jobcentre", "internal"),
    "mood": ("health", "school"),
    "early_years": ("flying-start", "health"),
}
# topic: (measure, evidence) pairs; measures are those of the outcomes framework
ACHIEVEMENTS = {
    "money": (("OM11", "benefit_letter"), ("OM10", "payment_plan"), ("OM13", "voucher_stub")),
    "home": (("OM10", "payment_plan"), ("OM15", "bill"), ("OM14", "own_words")),
    "school": (("OM16", "tutor_record"), ("OM17", "certificate")),
    "caring": (("OM14", "own_words"), ("OM19", "scale")),
    "company": (("OM19", "scale"), ("OM18", "attendance_record")),
    "work": (("OM01", "employer_letter"), ("OM02", "certificate"), ("OM05", "certificate"), ("OM08", "tutor_record")),
    "mood": (("OM12", "scale"), ("OM19", "scale"), ("OM18", "attendance_record")),
    "early_years": (("OM17", "certificate"), ("OM14", "own_words")),
}
YOUNG_PEOPLES_WORK = (("OM03", "college_letter"), ("OM06", "employer_letter"), ("OM07", "certificate"))
YOUNG_UNTIL = 25


@dataclass
class Story:
    """A story being told: where its day stands and where its goals stand."""

    key: str
    lead: Lead
    day: date
    rng: Random
    last_at: datetime
    goals: list[Goal] = field(default_factory=list)
    last_notes: tuple[Words, ...] = ()

    def after(self, at_least: int, at_most: int) -> None:
        """Some working days go by."""
        self.day = later(self.day, self.rng.randrange(at_least, at_most + 1))

    def when(self) -> tuple[datetime, str, str, str]:
        """The first four fields of an event now; the second event of a day comes after the first."""
        self.last_at = max(in_working_hours(self.day, self.rng), self.last_at + timedelta(minutes=5))
        return self.last_at, self.key, self.lead.person.person_id, self.lead.family.family_id

    def words(self, use: str, topic: str) -> Words:
        return say(self.rng, use, topic, self.lead.person.language)

    def note(self, topic: str) -> Words:
        """A note unlike the last two, where the words allow it."""
        drawn = [self.words("note", topic) for _ in range(4)]
        chosen = next((note for note in drawn if note not in self.last_notes), drawn[-1])
        self.last_notes = (*self.last_notes[-1:], chosen)
        return chosen


def tell(key: str, lead: Lead, starting: date, rng: Random) -> Iterator[Event]:
    """The events of one story in order of day; it may run past today, where the history cuts it."""
    story = Story(key, lead, starting, rng, datetime.combine(starting, time()))
    course = rng.choices(list(COURSES), list(COURSES.values()))[0]
    yield _arrival(story)
    if course == "declined_then_helped":
        yield from _declined_and_back(story)
    if course == "said_no":
        story.after(3, 15)
        yield events.PersonSaidNo(*story.when())
        return
    yield from _beginning(story)
    yield from _walking_together(story, contacts=rng.randrange(2, 5) if course in CUT_SHORT else rng.randrange(5, 15))
    yield from _ending(story, course)


CUT_SHORT = frozenset({"silent", "contact_lost", "moved_away"})


def _arrival(story: Story) -> Event:
    if story.rng.random() < SELF_REFERRED_SHARE:
        asking = story.words("asking", story.lead.topics[0])
        return events.SelfReferral(*story.when(), story.lead.topics, asking)
    return _referral(story)


def _referral(story: Story) -> Event:
    """A referrer writes the reason as the person put it, in the person's language."""
    topic = story.lead.topics[0]
    source = story.rng.choice(SOURCES_OF_TOPIC[topic])
    urgency = story.rng.choices(events.URGENCIES, (75, 20, 5))[0]
    return events.ReferralSent(*story.when(), source, story.lead.topics, urgency, story.words("circumstances", topic))


def _declined_and_back(story: Story) -> Iterator[Event]:
    story.after(4, 12)
    yield events.ServiceDeclined(*story.when(), story.rng.choice(events.DECLINE_REASONS))
    story.after(5, 40)
    yield _referral(story)


def _beginning(story: Story) -> Iterator[Event]:
    story.after(3, 10)
    yield _contact(story)
    story.after(2, 8)
    topic = story.lead.topics[0]
    headings = [story.words(use, topic) for use in ("circumstances", "outcomes", "barriers", "risks")]
    yield events.WhatMatters(*story.when(), story.words("strengths", _strengths_of(story)), *headings)
    story.after(3, 9)
    story.goals = [Goal(story.words("goal", topic), story.rng.randrange(1, 6), topic) for topic in story.lead.topics]
    yield events.PlanMade(*story.when(), tuple(story.goals))


def _strengths_of(story: Story) -> str:
    return "children" if story.lead.family.child_ids else ""


def _walking_together(story: Story, contacts: int) -> Iterator[Event]:
    for place in range(contacts):
        story.after(5, 15)
        yield _contact(story)
        if story.rng.random() < CONCERN_SHARE / contacts:
            yield _concern(story)
        if place >= 2 and story.rng.random() < 0.16:
            yield _achievement(story)


def _contact(story: Story) -> Event:
    if story.rng.random() < 0.12:
        note = story.note("nobody")
        return events.ContactMade(*story.when(), "phone", 5, "nobody", note, None, None)
    kind = story.rng.choices(events.CONTACT_KINDS, (35, 30, 15, 12, 8))[0]
    minutes = MINUTES[kind] + 5 * story.rng.randrange(4)
    moved, rating = _moved_goal(story)
    topic = kind if kind in {"phone", "text"} else story.lead.topics[moved or 0]
    spoke = story.rng.choices(("person", "partner", "child"), (90, 6, 4))[0] if _has_company(story) else "person"
    return events.ContactMade(*story.when(), kind, minutes, spoke, story.note(topic), moved, rating)


MINUTES = {"home_visit": 45, "phone": 10, "met_out": 40, "accompanied_visit": 75, "text": 5}


def _has_company(story: Story) -> bool:
    return len(story.lead.family.adult_ids) > 1 and bool(story.lead.family.child_ids)


def _moved_goal(story: Story) -> tuple[int | None, int | None]:
    """A goal moves at about a third of contacts, mostly up."""
    if not story.goals or story.rng.random() > 0.35:
        return None, None
    place = story.rng.randrange(len(story.goals))
    goal = story.goals[place]
    rating = min(10, max(0, goal.rating + story.rng.choice((1, 1, 1, 2, 2, -1))))
    story.goals[place] = replace(goal, rating=rating)
    return place, rating


def _concern(story: Story) -> Event:
    category = story.rng.choice(("neglect", "emotional") if story.lead.family.child_ids else ("financial", "emotional"))
    return events.ConcernRaised(*story.when(), category, story.words("concern", category))


def _achievement(story: Story) -> Event:
    topic = story.rng.choice(story.lead.topics)
    young = story.lead.person.age_on(story.day) < YOUNG_UNTIL
    measures = YOUNG_PEOPLES_WORK if topic == "work" and young else ACHIEVEMENTS[topic]
    return events.Achievement(*story.when(), *story.rng.choice(measures))


def _ending(story: Story, course: str) -> Iterator[Event]:
    """A silent case has no ending: that is what is wrong with it."""
    if course == "silent":
        return
    story.after(5, 20)
    if course in {"contact_lost", "moved_away"}:
        yield events.CaseClosed(*story.when(), course)
        return
    yield _achievement(story)
    story.after(1, 10)
    reason = story.rng.choices(("goals_met", "person_ended", "stepped_up"), (80, 12, 8))[0]
    yield events.CaseClosed(*story.when(), reason)
