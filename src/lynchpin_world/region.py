"""What the synthetic region is made of: areas, homes, people, families and the stays that tie them together."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from lynchpin_world.numbering import FIRST, Block

ADULT_AGE = 18


@dataclass(frozen=True, slots=True)
class Area:
    """A small area (LSOA 2011) as published."""

    code: str
    name_en: str
    name_cy: str
    authority: str
    latitude: float
    longitude: float
    residents: int
    postcode_district: str
    cluster: str

    @property
    def town(self) -> str:
        """The place name without the number of the small area: "Treorchy 2" is in Treorchy."""
        return self.name_en.rstrip("0123456789 ").split(" (")[0].split("/")[0]


@dataclass(frozen=True, slots=True)
class Home:
    """A dwelling. Its postcode and UPRN are shaped like real ones and cannot be."""

    home_id: str
    area: Area
    house: str
    street: str
    postcode: str
    uprn: str
    tenure: str
    phone: str
    institution: str = ""  # care_home, refuge or prison: an address that strangers share

    @property
    def address(self) -> str:
        return f"{self.house} {self.street}, {self.area.town}"


@dataclass(frozen=True, slots=True)
class Person:
    """A resident at the world's today, with the names and numbers that agencies may know them by."""

    person_id: str
    forename: str
    middle_names: str
    surname: str
    birth_date: date
    sex: str
    family_id: str
    home_id: str
    tradition: str
    speaks_welsh: bool
    language: str
    phone: str
    email: str
    nhs_number: str
    nino: str
    upn: str
    known_as: str = ""
    former_surname: str = ""
    surname_changed_on: date | None = None
    twin_of: str = ""
    second_home_id: str = ""

    def age_on(self, day: date) -> int:
        """Whole years; negative before birth."""
        return day.year - self.birth_date.year - ((day.month, day.day) < (self.birth_date.month, self.birth_date.day))

    def surname_on(self, day: date) -> str:
        if self.surname_changed_on and day < self.surname_changed_on:
            return self.former_surname
        return self.surname


@dataclass(frozen=True, slots=True)
class Stay:
    """A family's time in a home; the last one has no end."""

    home_id: str
    from_on: date
    until_on: date | None = None


@dataclass(frozen=True, slots=True)
class Family:
    """The people of one main home, or those of an institution who belong together. Children in shared care also have a second family."""

    family_id: str
    home_id: str
    adult_ids: tuple[str, ...]
    child_ids: tuple[str, ...]
    second_home_child_ids: tuple[str, ...]
    stays: tuple[Stay, ...]
    strain: float
    needs: frozenset[str]
    strengths: frozenset[str]
    separated_on: date | None = None

    @property
    def person_ids(self) -> tuple[str, ...]:
        return self.adult_ids + self.child_ids

    def home_on(self, day: date) -> str:
        """The home the family had on that day; before its first stay, the first one."""
        held = [stay.home_id for stay in self.stays if stay.from_on <= day]
        return held[-1] if held else self.stays[0].home_id


@dataclass(frozen=True)
class Region:
    """The whole synthetic region, or one shard of a nation, as it truly is at `as_at`."""

    seed: int | str
    as_at: date
    areas: tuple[Area, ...]
    homes: dict[str, Home] = field(repr=False)
    people: dict[str, Person] = field(repr=False)
    families: dict[str, Family] = field(repr=False)
    block: Block = FIRST

    @cached_property
    def children(self) -> frozenset[str]:
        """Person ids of everybody under 18 at `as_at`."""
        return frozenset(p.person_id for p in self.people.values() if p.age_on(self.as_at) < ADULT_AGE)

    def members(self, family: Family) -> Iterator[Person]:
        return (self.people[person_id] for person_id in family.person_ids)
