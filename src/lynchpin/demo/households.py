"""Who lives with the people walked with: relatives added and families formed by the centre, as many as each case says."""

from __future__ import annotations

from datetime import date, timedelta

from lynchpin.casework.models import Case
from lynchpin.demo.staffing import DOMAIN
from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.people.choices import FamilyRole
from lynchpin.people.models import FamilyMember, Home, Residence, Resident
from lynchpin.people.use_cases.add_resident import add_resident
from lynchpin.people.use_cases.form_family import form_family
from lynchpin.site.commands import acting_as

FORENAMES = (
    "Alun",
    "Buddug",
    "Ceri",
    "Deiniol",
    "Enlli",
    "Fflur",
    "Gwern",
    "Hafwen",
    "Ithel",
    "Lleucu",
    "Mabli",
    "Nia",
)
PARTNER, FIRST_CHILD, APART = timedelta(days=400), timedelta(days=365 * 27), timedelta(days=365 * 3)


def form_families() -> int:
    """A family for everybody whose case counts more than one. Gives how many people were added."""
    centre = f"central-support@{DOMAIN}"
    adding, forming = acting_as(centre, "people.add_resident"), acting_as(centre, "people.form_family")
    placed = set(FamilyMember.unscoped.values_list("resident_id", flat=True))
    added = 0
    for case in Case.unscoped.filter(family_size__gt=1).order_by("pk"):
        if case.resident_id not in placed:
            placed.add(case.resident_id)
            added += _form_family(adding, forming, case)
    return added


def _form_family(adding: Actor, forming: Actor, case: Case) -> int:
    person = Resident.unscoped.get(pk=case.resident_id)
    with clock.held(case.opened_at + timedelta(hours=1)):
        relatives = [_add(adding, person, number) for number in range(1, case.family_size)]
        first = (person.reference, _role(person, 0))
        form_family(forming, members=[first, *((each, role) for each, role in relatives)], at=clock.now())
    return len(relatives)


def _add(actor: Actor, person: Resident, number: int) -> tuple[str, str]:
    """A partner first, then children; of one reference and role."""
    home = Home.unscoped.filter(pk__in=Residence.unscoped.filter(resident_id=person.pk).values("home_id")).first()
    lives = {"address": home.address, "postcode": home.postcode} if home else {}
    reference = add_resident(
        actor,
        forename=FORENAMES[(person.pk + number) % len(FORENAMES)],
        surname=person.surname,
        birth_date=_born(person, number),
        area_code=person.area_id or "",
        at=clock.now(),
        **lives,
    )
    return reference, _role(person, number)


def _born(person: Resident, number: int) -> date | None:
    """A partner a year older; children 27 years after, three apart, none later than the day they are told of."""
    if person.birth_date is None:
        return None
    born = person.birth_date - PARTNER if number == 1 else person.birth_date + FIRST_CHILD + (number - 2) * APART
    return min(born, clock.today() - APART)


def _role(person: Resident, number: int) -> str:
    return FamilyRole.CHILD if number > 1 else FamilyRole.ADULT
