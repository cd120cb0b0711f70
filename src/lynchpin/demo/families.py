"""A few families in the demo, and what was answered of their members, so that what fits them and who belongs to them can be seen."""

from __future__ import annotations

from datetime import timedelta

from lynchpin.casework.models import Case
from lynchpin.demo.machine import Colleagues
from lynchpin.demo.staffing import DOMAIN
from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.pathways.use_cases.answer_offer_questions import answer_offer_questions
from lynchpin.people.models import Resident
from lynchpin.people.use_cases.add_resident import add_resident
from lynchpin.people.use_cases.form_family import form_family

MOST, YOUNGEST, OLDEST = 6, 22, 52
YEAR = timedelta(days=365.25)
# forename, sex, part in the family, and how much younger than the person (whose age in years is a parent's)
OTHERS = (
    (("Emrys", "M", "adult", 1), ("Nansi", "F", "child", 21), ("Caio", "M", "child", 20)),
    (("Elan", "F", "child", 20), ("Ioan", "M", "second-home", 21)),
    (("Mared", "F", "adult", 2), ("Gruff", "M", "child", 19)),
)
ANSWERS = (
    {"group.CG01": True, "group.CG07": False, "test.cfw_eligible": False},
    {"group.CG08": True, "group.CG05": True, "test.skills_gathered": False},
    {"group.CG01": False, "group.CG02": False, "group.CG03": False, "group.CG04": False},
)


def show_families(colleagues: Colleagues) -> None:
    """Families of a few people with an open case, by the central team."""
    central = colleagues.named(f"central-support@{DOMAIN}")
    for place, resident in enumerate(_parents(central)):
        reference = resident.reference
        others = [(_added(central, resident, *one), one[2]) for one in OTHERS[place % len(OTHERS)]]
        form_family(central, members=[(reference, "adult"), *others], at=clock.now())
        answers = ANSWERS[place % len(ANSWERS)]
        answer_offer_questions(central, reference=reference, answers=answers, at=clock.now())


def _parents(central: Actor) -> list[Resident]:
    """The first few of an age to have children at home."""
    bound = central.bound_to("casework.read_case")
    held = Case.objects.visible_to(bound).open().values("resident_id")
    born = (clock.today() - OLDEST * YEAR, clock.today() - YOUNGEST * YEAR)
    found = Resident.objects.visible_to(bound).surviving().filter(pk__in=held, birth_date__range=born)
    return list(found.order_by("pk")[:MOST])


def _added(central: Actor, parent: Resident, forename: str, sex: str, role: str, younger: int) -> str:
    born = (parent.birth_date or clock.today()) + younger * YEAR
    told = {"forename": forename, "surname": parent.surname, "sex": sex, "language": parent.language}
    area = parent.area_id or ""
    return add_resident(central, birth_date=min(born, clock.today()), area_code=area, at=clock.now(), **told)
