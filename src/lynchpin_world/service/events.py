"""What can happen in the history: plain facts, each at a working hour, none knowing what the service will make of it.

`story` ties together the events of one time with the service; codes are the framework's own (OM01 to OM19).
"""

from dataclasses import dataclass
from datetime import datetime

TOPICS = ("money", "home", "school", "caring", "company", "work", "mood", "early_years")
SOURCES = ("flying-start", "health", "jobcentre", "housing", "school", "internal")
URGENCIES = ("routine", "soon", "urgent")
CONTACT_KINDS = ("home_visit", "phone", "met_out", "accompanied_visit", "text")
WHO_SPOKE = ("person", "partner", "child", "nobody")
CLOSING_REASONS = ("goals_met", "moved_away", "stepped_up", "person_ended", "contact_lost")
DECLINE_REASONS = ("waiting_list_full", "not_eligible", "outside_area")


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody said or noted, in the language they used, with its English."""

    text: str
    language: str
    english: str


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal in the person's words, how near it they feel, 0 to 10, and what it is about."""

    words: Words
    rating: int
    topic: str


@dataclass(frozen=True, slots=True)
class Event:
    at: datetime
    story: str
    person_id: str
    family_id: str


@dataclass(frozen=True, slots=True)
class ReferralSent(Event):
    source: str
    needs: tuple[str, ...]
    urgency: str
    reason: Words


@dataclass(frozen=True, slots=True)
class SelfReferral(Event):
    needs: tuple[str, ...]
    asking: Words


@dataclass(frozen=True, slots=True)
class ConcernRaised(Event):
    category: str
    words: Words


@dataclass(frozen=True, slots=True)
class ContactMade(Event):
    """`goal_moved` is the place of the goal in the plan, from 0; `rating` its new value; both None when none moved."""

    kind: str
    minutes: int
    spoke: str
    note: Words
    goal_moved: int | None
    rating: int | None


@dataclass(frozen=True, slots=True)
class WhatMatters(Event):
    """The five headings in the person's words, strengths first."""

    strengths: Words
    circumstances: Words
    outcomes: Words
    barriers: Words
    risks: Words


@dataclass(frozen=True, slots=True)
class PlanMade(Event):
    goals: tuple[Goal, ...]


@dataclass(frozen=True, slots=True)
class Achievement(Event):
    measure: str
    evidence: str


@dataclass(frozen=True, slots=True)
class PersonSaidNo(Event):
    """No reason: a person's own no needs none."""


@dataclass(frozen=True, slots=True)
class ServiceDeclined(Event):
    reason: str


@dataclass(frozen=True, slots=True)
class CaseClosed(Event):
    reason: str
