"""Reads about people. Later rooms ask here; nobody else looks a resident up."""

from lynchpin.people.queries.briefs import ResidentBrief, brief, contact_held, current_ids, held_now
from lynchpin.people.queries.contact import SafeContactFact, held_by_rooms, safe_contacts, why_not_by
from lynchpin.people.queries.families import FamilyFacts, Member, families_of
from lynchpin.people.queries.kin import Kin, kin_of, on_their_own
from lynchpin.people.queries.records import ResidentRecord, person, relatives_of, resident
from lynchpin.people.queries.search import (
    Found,
    Newcomer,
    possible_duplicates,
    possible_duplicates_of_each,
    search_residents,
)

__all__ = [
    "FamilyFacts",
    "Found",
    "Kin",
    "Member",
    "Newcomer",
    "ResidentBrief",
    "ResidentRecord",
    "SafeContactFact",
    "brief",
    "contact_held",
    "current_ids",
    "families_of",
    "held_by_rooms",
    "held_now",
    "kin_of",
    "on_their_own",
    "person",
    "possible_duplicates",
    "possible_duplicates_of_each",
    "relatives_of",
    "resident",
    "safe_contacts",
    "search_residents",
    "why_not_by",
]
