"""Reads for pages about colleagues, roles and sharing agreements."""

from lynchpin.organisations.queries.agreements import (
    agreement,
    agreement_in_force,
    agreements,
    agreements_to_renew,
    partners,
)
from lynchpin.organisations.queries.programmes import programmes, programmes_live
from lynchpin.organisations.queries.staff import colleague, homes, my_roles, places_to_reach, staff_list

__all__ = [
    "agreement",
    "agreement_in_force",
    "agreements",
    "agreements_to_renew",
    "colleague",
    "homes",
    "my_roles",
    "partners",
    "places_to_reach",
    "programmes",
    "programmes_live",
    "staff_list",
]
