"""Whose whereabouts an actor must not be shown, wherever they were written down: in a partner's file as well as in a record here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lynchpin.kernel.actor import Actor
from lynchpin.people import names
from lynchpin.people.models import Home, Residence, Resident, protected_addresses


@dataclass(frozen=True, slots=True)
class Protection:
    """Homes by their keys, and people by folded name and birth date. It is asked, and never shown."""

    homes: frozenset[str]
    people: frozenset[tuple[str, date | None]]

    def covers(self, *, name: str, birth_date: date | None, address: str, postcode: str) -> bool:
        """Whether what was written is of a protected home, or of somebody whose home is protected."""
        here = names.home_key(address, names.postcode(postcode)) if address else ""
        return (bool(here) and here in self.homes) or (names.fold(name), birth_date) in self.people


def protection(actor: Actor) -> Protection:
    """What is kept from a bound actor: nothing where F2p is granted. A plain function, with no permission of its own."""
    hidden = protected_addresses(actor)
    lived = Residence.unscoped.filter(resident_id__in=hidden)
    homes = Home.unscoped.filter(pk__in=lived.values("home_id")).exclude(key="").values_list("key", flat=True)
    people = Resident.unscoped.filter(pk__in=hidden).values_list("forename", "surname", "birth_date")
    told = frozenset((names.fold(f"{forename} {surname}"), born) for forename, surname, born in people)
    return Protection(frozenset(homes), told)
