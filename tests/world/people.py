"""What tests need of people, made by its use cases."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from itertools import count
from typing import Any

from lynchpin.kernel import clock, references, window
from lynchpin.kernel.actor import Actor
from lynchpin.people.models import MergeProposal, Resident
from lynchpin.people.use_cases.add_resident import add_resident
from lynchpin.people.use_cases.amend_resident import AMENDED, amend_resident
from lynchpin.people.use_cases.begin_involvement import begin_involvement
from lynchpin.people.use_cases.merge_residents import merge_residents
from lynchpin.people.use_cases.propose_merge import propose_merge
from lynchpin.people.use_cases.record_safe_contact import record_safe_contact
from lynchpin.people.use_cases.restrict_resident import restrict_resident
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

    def involve(self, holder: Actor, resident: Resident, *, on: date | None = None) -> str:
        """The holder is with the resident, as a case would say. Gives the reference of the made-up case."""
        reference = references.draw("C")
        with inside_a_use_case():
            begin_involvement(
                machine("clock"),
                resident_id=resident.pk,
                room="casework",
                reference=reference,
                holder_id=holder.staff_id,
                on=on or clock.today(),
            )
        return reference

    def safe_contact(self, resident: Resident, **answers: Any) -> None:
        """The resident has been asked how it is safe to reach them."""
        version = Resident.unscoped.get(pk=resident.pk).version
        given = {"reference": resident.reference, "version": version, "channels": ["letter"], "at": clock.now()}
        record_safe_contact(machine("central-support"), **given | answers)

    def restrict(self, resident: Resident, kind: str, **facts: Any) -> int:
        """The resident restricted by a data protection officer. Gives the restriction's id."""
        given = {"reference": resident.reference, "kind": kind, "reason": "a reason given", "at": clock.now()}
        return restrict_resident(self.data_protection_officer, **given | facts)

    def merged(self, kept: Resident, merged: Resident) -> MergeProposal:
        """The two records merged by a proposer and an approver, freshly read."""
        reference = self.proposed_merge(kept, merged)
        merge_residents(self.head, reference=reference, version=1, at=clock.now())
        return MergeProposal.unscoped.get(reference=reference)

    def proposed_merge(self, kept: Resident, merged: Resident) -> str:
        return propose_merge(
            self.central,
            kept=kept.reference,
            merged=merged.reference,
            why="Same name and day of birth",
            at=clock.now(),
        )

    @cached_property
    def head(self) -> Actor:
        return self.actor("head-of-service")


@contextmanager
def inside_a_use_case() -> Iterator[None]:
    """Parts are called from a use case; here from one that exists in tests only."""
    with window.work(machine("clock"), "tests") as work:
        work.recorded.append("tests.part_called")
        yield


def letters(number: int) -> str:
    """A number in letters, so that every name in a test is its own."""
    return "".join(chr(ord("a") + int(figure)) for figure in str(number))
