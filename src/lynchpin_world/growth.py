"""Grows the region: fills homes with households until every resident has a place."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from lynchpin_world import packs
from lynchpin_world.homes import build_homes
from lynchpin_world.households import Newcomer, born, draw_kind, draw_stays, newcomers
from lynchpin_world.institutions import (
    INSTITUTIONS,
    Institution,
    as_institution,
    households_in,
    people_of,
    places_kept,
)
from lynchpin_world.needs import draw_needs, draw_seldom_seen, draw_seldom_told, draw_strain, draw_strengths
from lynchpin_world.numbering import FIRST, Block
from lynchpin_world.region import ADULT_AGE, Area, Family, Home, Person, Region, Stay
from lynchpin_world.registering import Register

AS_AT = date(2026, 11, 1)
PEOPLE_A_HOME = 2.1  # a little under the mean household, so that some homes stand empty
HOMES_OF_A_SMALL_REGION = (
    1000  # chance does not even out among few households, so each may then be as small as it likes
)
SHARED_CARE_SHARE = 0.6  # separated parents between whose homes the children go to and fro
NEW_PARTNER_SHARE = 0.3
MOVED_NEARBY_SHARE = 0.7
CAME_FROM_ELSEWHERE_SHARE = 0.1  # of earlier homes, where there is an elsewhere; our own estimate


def grow(
    residents: int,
    seed: int | str,
    areas: Sequence[Area] | None = None,
    as_at: date = AS_AT,
    block: Block = FIRST,
    elsewhere: Sequence[Home] = (),
) -> Region:
    """A region of exactly `residents` people, the same for the same arguments. Some once lived `elsewhere`."""
    places = tuple(areas or packs.areas())
    rng = _chance(seed)
    homes = build_homes(places, _homes_needed(residents), rng, block)
    settlement = Settlement(rng, homes, as_at, Random(f"lynchpin-world/{seed}/seldom told"), block, elsewhere)
    settlement.fill(residents - places_kept(residents))
    for institution in INSTITUTIONS:
        settlement.fill_institution(institution, households_in(institution, residents))
    settlement.fill(residents)
    return Region(seed, as_at, places, settlement.homes, settlement.people, settlement.families, block)


def homes_of(residents: int, seed: int | str, areas: tuple[Area, ...], block: Block) -> list[Home]:
    """The homes that `grow` fills for these arguments, before anybody moves in."""
    return build_homes(areas, _homes_needed(residents), _chance(seed), block)


def _chance(seed: int | str) -> Random:
    return Random(f"lynchpin-world/{seed}/region")


def _homes_needed(residents: int) -> int:
    """Enough for any draw of households: one a person while they are few."""
    return max(int(residents / PEOPLE_A_HOME) + 1, min(residents, HOMES_OF_A_SMALL_REGION))


def _by_area(homes: list[Home]) -> dict[str, list[Home]]:
    found: dict[str, list[Home]] = defaultdict(list)
    for home in homes:
        found[home.area.code].append(home)
    return found


class Settlement:
    """The region while it is being filled."""

    def __init__(
        self,
        rng: Random,
        homes: list[Home],
        as_at: date,
        seldom_told: Random,
        block: Block = FIRST,
        elsewhere: Sequence[Home] = (),
    ) -> None:
        self.rng = rng
        self.seldom_told = seldom_told
        self.as_at = as_at
        self.block = block
        self.elsewhere = elsewhere
        self.homes = {home.home_id: home for home in homes}
        self.home_list = homes
        self.homes_by_area = _by_area(homes)
        self.empty = iter(homes)
        self.register = Register(rng, as_at, block)
        self.people: dict[str, Person] = {}
        self.families: dict[str, Family] = {}

    def places_left(self, residents: int) -> int:
        return residents - len(self.people)

    def fill(self, residents: int) -> None:
        """Move households in until so many people live here."""
        while places := self.places_left(residents):
            self.settle(draw_kind(self.rng, places_left=places))

    def fill_institution(self, institution: Institution, households: int) -> None:
        """Move so many households into addresses of this kind, each with its own family among strangers."""
        for place in range(households):
            if place % institution.holds == 0:
                home = as_institution(next(self.empty), institution, self.rng)
                self.homes[home.home_id] = home
            family_id = self._next_family_id()
            people = self.register.household(list(people_of(institution, self.rng, self.as_at)), home, family_id)
            moved_in = Stay(home.home_id, self.as_at - timedelta(days=self.rng.randrange(30, 700)))
            before = Stay(next(self._earlier_homes(home)), moved_in.from_on - timedelta(days=2000), moved_in.from_on)
            self._record(people, home, (before, moved_in), draw_strain(self.rng, lone=True, in_cluster=False))

    def settle(self, kind: str) -> None:
        """Move one household in; separated parents become two."""
        home, family_id = next(self.empty), self._next_family_id()
        people = self.register.household(list(newcomers(self.rng, kind, self.as_at)), home, family_id)
        strain = draw_strain(self.rng, lone=kind in {"lone_parent", "separated"}, in_cluster=bool(home.area.cluster))
        if kind == "separated":
            self._separate(people, home, strain)
        else:
            stays = draw_stays(self.rng, home.home_id, self._earlier_homes(home), strain=strain, as_at=self.as_at)
            self._record(people, home, stays, strain)

    def _next_family_id(self) -> str:
        return f"F{self.block.serial(len(self.families) + 1):06d}"

    def _earlier_homes(self, home: Home) -> Iterator[str]:
        """Where they may have lived before: mostly in the same small area, other people's homes today or empty."""
        while True:
            if self.elsewhere and self.rng.random() < CAME_FROM_ELSEWHERE_SHARE:
                yield self._far_home()
                continue
            near = self.homes_by_area[home.area.code] if self.rng.random() < MOVED_NEARBY_SHARE else self.home_list
            yield self.rng.choice(near).home_id

    def _far_home(self) -> str:
        """A home of another shard, known here from now on."""
        home = self.rng.choice(self.elsewhere)
        self.homes[home.home_id] = home
        return home.home_id

    def _separate(self, people: list[Person], home: Home, strain: float) -> None:
        """The father moves out; the mother may take her own surname back; children may share their time."""
        father, mother, *children = people
        last_birth = max((child.birth_date for child in children), default=date.min)
        parted_on = max(last_birth, self.as_at - timedelta(days=self.rng.randrange(60, 2200)))
        together = Stay(home.home_id, parted_on - timedelta(days=self.rng.randrange(200, 2000)))
        new_home = next(self.empty)
        shared = self._shared_children(children)
        to_and_fro = [replace(child, second_home_id=new_home.home_id if child in shared else "") for child in children]
        self._record([self._after_parting(mother, parted_on), *to_and_fro], home, (together,), strain, parted_on)
        before = replace(together, until_on=parted_on)
        self._move_out(father, shared, new_home, before, parted_on, strain)

    def _shared_children(self, children: list[Person]) -> list[Person]:
        """Those under 18, where the parents share their care."""
        if self.rng.random() >= SHARED_CARE_SHARE:
            return []
        return [child for child in children if child.age_on(self.as_at) < ADULT_AGE]

    def _after_parting(self, mother: Person, parted_on: date) -> Person:
        if not mother.former_surname or self.rng.random() < 0.5:
            return mother
        changed_on = min(self.as_at, parted_on + timedelta(days=self.rng.randrange(30, 500)))
        return replace(
            mother, surname=mother.former_surname, former_surname=mother.surname, surname_changed_on=changed_on
        )

    def _move_out(
        self, father: Person, children: list[Person], home: Home, before: Stay, parted_on: date, strain: float
    ) -> None:
        family_id = self._next_family_id()
        household = [replace(father, family_id=family_id, home_id=home.home_id)]
        if self.rng.random() < NEW_PARTNER_SHARE:
            age = max(19, father.age_on(self.as_at) - self.rng.randrange(0, 8))
            partner = Newcomer("head", "F", born(self.rng, age, self.as_at))
            household += self.register.household([partner], home, family_id)
        stays = (before, Stay(home.home_id, parted_on))
        self._record(household, home, stays, strain, parted_on, second_home=tuple(c.person_id for c in children))

    def _record(
        self,
        people: list[Person],
        home: Home,
        stays: tuple[Stay, ...],
        strain: float,
        separated_on: date | None = None,
        second_home: tuple[str, ...] = (),
    ) -> None:
        adults = tuple(person.person_id for person in people if person.age_on(self.as_at) >= ADULT_AGE)
        family = Family(
            family_id=people[0].family_id,
            home_id=home.home_id,
            adult_ids=adults,
            child_ids=tuple(person.person_id for person in people if person.person_id not in adults),
            second_home_child_ids=second_home,
            stays=stays,
            strain=round(strain, 4),
            needs=draw_needs(self.rng, strain) | draw_seldom_told(self.seldom_told, strain),
            strengths=draw_strengths(self.rng, strain) | draw_seldom_seen(self.seldom_told, strain),
            separated_on=separated_on,
        )
        self.families[family.family_id] = family
        self.people.update({person.person_id: person for person in people})
