"""What tests need of people, made by its use cases."""

from __future__ import annotations

from itertools import count
from typing import Any

from lynchpin.kernel import clock
from lynchpin.people.models import Resident
from lynchpin.people.use_cases.add_resident import add_resident
from lynchpin.people.use_cases.amend_resident import AMENDED, amend_resident
from tests.world.staff import machine

numbers = count(1)


class PeopleWorld:
    """`world.resident(surname="Llywelyn", area_code=world.IN_PORTH)`: a resident, by default in the cluster `porth`."""

    def resident(self, **facts: Any) -> Resident:
        """A resident as the central team adds one. `area_code=""` leaves where they live unknown."""
        given = {
            "forename": "Gwenno",
            "surname": f"Prosser{letters(next(numbers))}",
            "area_code": self.IN_PORTH,
        } | facts
        reference = add_resident(machine("central-support"), at=given.pop("at", clock.now()), **given)
        return Resident.unscoped.get(reference=reference)

    def amend(self, resident: Resident, **facts: Any) -> Resident:
        """The resident with some particulars changed by the central team."""
        kept = {name: getattr(resident, name) for name in AMENDED}
        amend_resident(
            machine("central-support"),
            reference=resident.reference,
            version=resident.version,
            at=clock.now(),
            **kept | facts,
        )
        return Resident.unscoped.get(pk=resident.pk)


def letters(number: int) -> str:
    """A number in letters, so that every name in a test is its own."""
    return "".join(chr(ord("a") + int(figure)) for figure in str(number))
