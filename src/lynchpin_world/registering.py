"""Gives newcomers their names, languages and numbers, with the coincidences that make people hard to tell apart."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from lynchpin_world import identifiers, naming
from lynchpin_world.households import Newcomer
from lynchpin_world.numbering import FIRST, Block
from lynchpin_world.region import Home, Person

WELSH_FAMILY_SHARE = 0.16  # families in which Welsh is spoken; about one resident in eight then speaks it
SPEAKER_SHARE = 0.8
CHOOSES_WELSH_SHARE = 0.55  # of speakers, those who want the service in Welsh
SON_NAMED_FOR_FATHER_SHARE = 0.025
NAMESAKE_SHARE = 0.004  # heads who share both names with somebody of their postcode
COUSIN_NAMESAKE_SHARE = 0.012
KIN_NEARBY_SHARE = 0.06
MARRIED_NAME_SHARE = 0.6
GOES_BY_ANOTHER_NAME_SHARE = 0.25
EMAIL_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Household:
    """What the people of one household have in common when they are named."""

    home: Home
    family_id: str
    surname: str
    tradition: str
    speaks_welsh: bool


class Register:
    """Names people one after another and remembers who is already called what, and where."""

    def __init__(self, rng: Random, as_at: date, block: Block = FIRST) -> None:
        self.rng = rng
        self.as_at = as_at
        self.block = block
        self.count = block.people_before
        self.nhs_numbers = identifiers.nhs_numbers(rng, block)
        self.ninos = identifiers.ninos(rng, block)
        self.upns = identifiers.upns(rng, block)
        self.neighbours: dict[str, list[Person]] = defaultdict(list)

    def household(self, group: list[Newcomer], home: Home, family_id: str) -> list[Person]:
        """The group as people, in the same order."""
        household = self._household(home, family_id)
        people: list[Person] = []
        for newcomer in group:
            people.append(self._person(newcomer, household, people))
        self.neighbours[home.postcode] += people
        return people

    def _household(self, home: Home, family_id: str) -> Household:
        surname = naming.surnames().draw(self.rng)
        if self.neighbours[home.postcode] and self.rng.random() < KIN_NEARBY_SHARE:
            surname = self.rng.choice(self.neighbours[home.postcode]).surname
        tradition = naming.traditions().get(surname, "valleys")
        speaks_welsh = tradition in naming.LOCAL and self.rng.random() < WELSH_FAMILY_SHARE
        return Household(home, family_id, surname, tradition, speaks_welsh)

    def _person(self, newcomer: Newcomer, household: Household, before: list[Person]) -> Person:
        self.count += 1
        forename, surname = self._names(newcomer, household, before)
        speaks = household.speaks_welsh and self.rng.random() < SPEAKER_SHARE
        former, changed_on = self._maiden_name(newcomer, surname, before)
        return Person(
            person_id=f"P{self.count:07d}",
            forename=forename,
            middle_names=self._forename(newcomer, household) if self.rng.random() < 0.7 else "",
            surname=surname,
            birth_date=newcomer.birth_date,
            sex=newcomer.sex,
            family_id=household.family_id,
            home_id=household.home.home_id,
            tradition=household.tradition,
            speaks_welsh=speaks,
            language="cy" if speaks and self.rng.random() < CHOOSES_WELSH_SHARE else "en",
            known_as=self._known_as(forename),
            former_surname=former,
            surname_changed_on=changed_on,
            twin_of=before[-1].person_id if newcomer.twin_of_previous else "",
            **self._numbers(newcomer, forename, surname),
        )

    def _names(self, newcomer: Newcomer, household: Household, before: list[Person]) -> tuple[str, str]:
        if newcomer.part == "head" and (namesake := self._namesake(newcomer, household, NAMESAKE_SHARE)):
            return namesake.forename, namesake.surname
        if newcomer.part == "child":
            return self._child_forename(newcomer, household, before), self._child_surname(household, before)
        if newcomer.part == "partner" and self.rng.random() < MARRIED_NAME_SHARE:
            return self._forename(newcomer, household), before[0].surname
        surname = household.surname if newcomer.part == "head" else naming.surnames().draw(self.rng)
        return self._forename(newcomer, household), surname

    def _forename(self, newcomer: Newcomer, household: Household) -> str:
        return naming.draw_forename(self.rng, _cradle(newcomer, household))

    def _namesake(self, newcomer: Newcomer, household: Household, share: float) -> Person | None:
        """Somebody of the same postcode, sex and generation to share a name with, for a share of newcomers."""
        if self.rng.random() >= share:
            return None
        nearby = self.neighbours[household.home.postcode]
        alike = [p for p in nearby if p.sex == newcomer.sex and abs(p.birth_date.year - newcomer.birth_date.year) < 12]
        return self.rng.choice(alike) if alike else None

    def _child_forename(self, newcomer: Newcomer, household: Household, before: list[Person]) -> str:
        if newcomer.twin_of_previous:
            return naming.draw_twin_forename(self.rng, before[-1].forename, _cradle(newcomer, household))
        if before[0].sex == newcomer.sex == "M" and self.rng.random() < SON_NAMED_FOR_FATHER_SHARE:
            return before[0].forename
        taken = {person.forename for person in before}
        namesake = self._namesake(newcomer, household, COUSIN_NAMESAKE_SHARE)
        if namesake and namesake.forename not in taken:
            return namesake.forename
        drawn = [self._forename(newcomer, household) for _ in range(4)]
        return next((forename for forename in drawn if forename not in taken), drawn[-1])

    def _child_surname(self, household: Household, before: list[Person]) -> str:
        """Siblings share a surname: their father's, their mother's, or both joined."""
        siblings = [p for p in before if p.age_on(self.as_at) < 21 and p is not before[0]]
        if siblings:
            return siblings[-1].surname
        parents = [person.surname for person in before[:2]]
        chance = self.rng.random()
        if chance < 0.08 and len(set(parents)) == 2 and "-" not in "".join(parents):
            return "-".join(parents)
        return parents[-1] if chance > 0.85 else parents[0]

    def _maiden_name(self, newcomer: Newcomer, surname: str, before: list[Person]) -> tuple[str, date | None]:
        """A partner who carries the head's surname once had her own."""
        if newcomer.part != "partner" or surname != before[0].surname:
            return "", None
        maiden = naming.surnames().draw(self.rng)
        wed_on = self.as_at - timedelta(days=self.rng.randrange(200, 6000))
        return ("", None) if maiden == surname else (maiden, wed_on)

    def _known_as(self, forename: str) -> str:
        return naming.known_as(self.rng, forename) if self.rng.random() < GOES_BY_ANOTHER_NAME_SHARE else ""

    def _numbers(self, newcomer: Newcomer, forename: str, surname: str) -> dict[str, str]:
        age = self.as_at.year - newcomer.birth_date.year
        has_email = age >= 16 and self.rng.random() < EMAIL_SHARE
        return {
            "phone": identifiers.personal_phone(self.rng, self.block) if age >= 14 else "",
            "email": identifiers.email(self.rng, forename, surname, self.block) if has_email else "",
            "nhs_number": next(self.nhs_numbers),
            "nino": next(self.ninos) if age >= 16 else "",
            "upn": next(self.upns) if 3 <= age <= 24 else "",
        }


def _cradle(newcomer: Newcomer, household: Household) -> naming.Cradle:
    return naming.Cradle(newcomer.sex, newcomer.birth_date.year, household.tradition, household.speaks_welsh)
