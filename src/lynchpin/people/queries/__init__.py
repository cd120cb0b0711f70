"""Reads about people. Later rooms ask here; nobody else looks a resident up."""

from lynchpin.people.queries.briefs import ResidentBrief, brief, contact_held, current_ids
from lynchpin.people.queries.contact import SafeContactFact, safe_contacts
from lynchpin.people.queries.search import Found, possible_duplicates, search_residents

__all__ = [
    "Found",
    "ResidentBrief",
    "SafeContactFact",
    "brief",
    "contact_held",
    "current_ids",
    "possible_duplicates",
    "safe_contacts",
    "search_residents",
]
