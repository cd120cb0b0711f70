"""Reads about people. Later rooms ask here; nobody else looks a resident up."""

from lynchpin.people.queries.briefs import ResidentBrief, brief, contact_held, current_ids
from lynchpin.people.queries.contact import SafeContactFact, safe_contacts
from lynchpin.people.queries.records import ResidentRecord, person, relatives_of, resident
from lynchpin.people.queries.search import Found, possible_duplicates, search_residents

__all__ = [
    "Found",
    "ResidentBrief",
    "ResidentRecord",
    "SafeContactFact",
    "brief",
    "contact_held",
    "current_ids",
    "person",
    "possible_duplicates",
    "relatives_of",
    "resident",
    "safe_contacts",
    "search_residents",
]
