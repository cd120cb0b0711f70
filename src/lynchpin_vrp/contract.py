"""What a feed promises: its columns in our names and in the agency's, the kinds of its values, and how a reader says no."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any


class Kind(StrEnum):
    """What kind of value a column holds; it decides how the column is checked and, in quarantine, all that is told of it."""

    IDENTIFIER = "identifier"
    NAME = "name"
    TEXT = "text"
    BIRTH_DATE = "birth_date"
    DATE = "date"
    PERCENT = "percent"
    COUNT = "count"
    FLAG = "flag"
    MEALS = "meals"
    TIER = "tier"
    OPERATION = "operation"
    ROW = "row"


IDENTITY: Mapping[str, Kind] = MappingProxyType(
    {
        "record_id": Kind.IDENTIFIER,
        "forename": Kind.NAME,
        "middle_names": Kind.NAME,
        "surname": Kind.NAME,
        "birth_date": Kind.BIRTH_DATE,
        "sex": Kind.TEXT,
        "address": Kind.TEXT,
        "postcode": Kind.TEXT,
        "uprn": Kind.TEXT,
        "phone": Kind.TEXT,
        "email": Kind.TEXT,
        "nhs_number": Kind.TEXT,
        "nino": Kind.TEXT,
        "upn": Kind.TEXT,
        "birth_place": Kind.TEXT,
        "occupation": Kind.TEXT,
        "updated_on": Kind.DATE,
    }
)

FACTS: Mapping[str, Kind] = MappingProxyType(
    {
        "attendance": Kind.PERCENT,
        "attendance_previous": Kind.PERCENT,
        "exclusions": Kind.COUNT,
        "last_exclusion_on": Kind.DATE,
        "school_moves": Kind.COUNT,
        "last_school_move_on": Kind.DATE,
        "progress_concern": Kind.FLAG,
        "aln_unmet": Kind.FLAG,
        "free_meals": Kind.MEALS,
        "young_carer": Kind.FLAG,
        "term_ended_on": Kind.DATE,
        "arrears_weeks": Kind.COUNT,
        "notice_served_on": Kind.DATE,
        "homeless_on": Kind.DATE,
        "moves": Kind.COUNT,
        "last_move_on": Kind.DATE,
        "tenancy_started_on": Kind.DATE,
        "missed_instalments": Kind.COUNT,
        "reminder_on": Kind.DATE,
        "closed_on": Kind.DATE,
        "open_plan": Kind.FLAG,
        "contacts_missed": Kind.COUNT,
        "last_missed_on": Kind.DATE,
        "contacts_complete": Kind.FLAG,
        "parent_wellbeing_need": Kind.FLAG,
        "careers_tier": Kind.TIER,
        "socially_isolated": Kind.FLAG,
        "benefit_changed_on": Kind.DATE,
        "in_work_since": Kind.DATE,
        "abuse_notified_on": Kind.DATE,
        "missing_episodes": Kind.COUNT,
        "last_missing_on": Kind.DATE,
        "parent_in_treatment": Kind.FLAG,
        "course_completed_on": Kind.DATE,
        "crisis_help_uses": Kind.COUNT,
        "last_crisis_help_on": Kind.DATE,
        "last_group_on": Kind.DATE,
        "volunteer_hours": Kind.COUNT,
        "last_volunteered_on": Kind.DATE,
        "loss_reported_on": Kind.DATE,
        "trusted_adult": Kind.FLAG,
        "people_to_turn_to": Kind.COUNT,
        "wellbeing_improved": Kind.FLAG,
        "wellbeing_measured_on": Kind.DATE,
        "goal_moved_up_on": Kind.DATE,
        "prevention_referred_on": Kind.DATE,
        "wellbeing_referred_on": Kind.DATE,
        "parent_in_prison": Kind.FLAG,
        "recorded_on": Kind.DATE,
    }
)

#: The column of a feed that sends changes: what each row does to the record of its number. It says nothing about a person.
OPERATION = "operation"
INSERT, UPDATE, REMOVE = "insert", "update", "remove"
OPERATIONS = (INSERT, UPDATE, REMOVE)

#: Free meals by income, transitional protection, universal primary meals: DOMAIN 4.4, IN1. Only the first is evidence.
MEALS_CODES = ("EFSM", "TP", "UPM")
#: The five tiers of young people's engagement, from not known (1) to in education, work or training (5): DOMAIN 4.4, ED6.
TIER_CODES = ("1", "2", "3", "4", "5")


class Refused(Exception):
    """A whole file, workspace or run is refused. `code` is stable and `params` hold no personal value; callers translate."""

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(f"{code} {params}" if params else code)
        self.code = code
        self.params = params


@dataclass(frozen=True, slots=True)
class Feed:
    """One agency's extract. `columns` and `facts` map our name to theirs; `path` is None while a declared feed has not arrived.

    A feed that maps `operation` sends changes: each row inserts, updates or removes one record. `operations` maps the agency's
    own codes to these words; a row whose code is one of the words themselves needs no mapping. An update gives the record whole.
    """

    name: str
    path: Path | None
    columns: Mapping[str, str]
    facts: Mapping[str, str] = field(default_factory=dict)
    trust: float = 0.5
    operations: Mapping[str, str] = field(default_factory=dict)

    @property
    def mapped(self) -> dict[str, str]:
        """Every column of a record that is read, ours to theirs, in the contract's own order."""
        both = {**self.columns, **self.facts}
        return {ours: both[ours] for ours in [*IDENTITY, *FACTS] if ours in both}

    @property
    def read(self) -> dict[str, str]:
        """The same, and the operation where the feed sends changes."""
        return {**self.mapped, **({OPERATION: self.columns[OPERATION]} if self.sends_changes else {})}

    @property
    def sends_changes(self) -> bool:
        """Whether a file holds what changed since the last one, and not the whole."""
        return OPERATION in self.columns


def kind_of(column: str) -> Kind:
    """The kind of one of our columns; `ROW` for anything that is not a column."""
    if column == OPERATION:
        return Kind.OPERATION
    return IDENTITY.get(column) or FACTS.get(column) or Kind.ROW


def unknown_names(columns: Iterable[str], facts: Iterable[str]) -> list[str]:
    """Names that are neither columns, nor facts, that a feed can map."""
    return sorted((set(columns) - {*IDENTITY, OPERATION}) | (set(facts) - set(FACTS)))


def refuse_bad_contract(feed: Feed) -> None:
    """Raise `Refused` unless the feed maps a record_id and only columns and facts that we know."""
    if not re.fullmatch(r"[a-z][a-z0-9_]*", feed.name):
        raise Refused("feed_name_odd")
    if "record_id" not in feed.columns:
        raise Refused("record_id_not_mapped", feed=feed.name)
    if unknown := unknown_names(feed.columns, feed.facts):
        raise Refused("unknown_names", feed=feed.name, names=unknown)
    if odd := sorted(set(feed.operations.values()) - set(OPERATIONS)):
        raise Refused("unknown_operations", feed=feed.name, names=odd)
    if not 0 < feed.trust <= 1:
        raise Refused("trust_out_of_range", feed=feed.name)


@dataclass(frozen=True, slots=True)
class Quarantined:
    """One reason why a row was kept out: where it is and what was wrong, never the value itself."""

    feed: str
    line: int
    column: str
    value_kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class FeedReport:
    """What reading one file found. `fingerprints` gives each accepted record_id a hash of its values, to tell what changed."""

    feed: str
    rows_read: int
    rows_accepted: int
    quarantined: tuple[Quarantined, ...]
    latest_on: date | None
    fingerprints: Mapping[str, str]

    @property
    def rows_quarantined(self) -> int:
        return self.rows_read - self.rows_accepted
