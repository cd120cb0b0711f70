"""The region is believable, hard in the right places, and made of nobody."""

import re
from collections import Counter, defaultdict

import pytest

from lynchpin_world import grow, packs
from lynchpin_world.identifiers import UNUSED_UNIT_LETTERS, nhs_check_digit, without_marks

DRAMA_PHONE = re.compile(r"07700900\d{3}|03069990\d{3}|02920180\d{3}|01632960\d{3}|011[345678]4960\d{3}")


def test_the_same_seed_grows_the_same_people():
    assert grow(400, seed=3).people == grow(400, seed=3).people


def test_another_seed_grows_other_people():
    assert grow(400, seed=3).people != grow(400, seed=4).people


@pytest.mark.parametrize("residents", [1, 7, 8, 9, 250])
def test_a_region_holds_exactly_the_residents_asked_for(residents):
    assert len(grow(residents, seed=1).people) == residents


@pytest.mark.parametrize("residents", [60, 100, 333, 900])
def test_a_small_region_has_homes_enough_whatever_households_are_drawn(residents):
    assert all(len(grow(residents, seed=seed).people) == residents for seed in range(1, 13))


def test_troubles_come_together_in_a_few_families_with_children(region):
    heavy = [family for family in region.families.values() if family.child_ids and len(family.needs) >= 11]
    assert 3 <= len(heavy) <= len(region.families) * 0.05


def test_the_pack_holds_every_small_area_of_both_counties():
    assert Counter(area.authority for area in packs.areas()) == {"W06000016": 154, "W06000024": 36}


def test_everybody_belongs_to_one_family_by_their_main_home(region):
    listed = [person_id for family in region.families.values() for person_id in family.person_ids]
    assert sorted(listed) == sorted(region.people)


def test_a_family_and_its_people_share_a_home(region):
    for family in region.families.values():
        assert {person.home_id for person in region.members(family)} == {family.home_id}


def test_every_family_has_an_adult(region):
    assert all(family.adult_ids for family in region.families.values())


def test_nobody_is_born_after_today(region):
    assert max(person.birth_date for person in region.people.values()) < region.as_at


def test_stays_follow_one_another_without_gaps_and_end_at_the_family_home(region):
    for family in region.families.values():
        stays = family.stays
        assert [stay.until_on for stay in stays] == [stay.from_on for stay in stays[1:]] + [None]
        assert stays[-1].home_id == family.home_id


def test_twins_share_a_birth_date_and_not_a_forename(region):
    twins = [(person, region.people[person.twin_of]) for person in region.people.values() if person.twin_of]
    assert len(twins) > 5
    assert all(one.birth_date == other.birth_date and one.forename != other.forename for one, other in twins)


def test_some_neighbours_share_both_names(region):
    homes = defaultdict(set)
    for person in region.people.values():
        key = region.homes[person.home_id].postcode, person.forename, person.surname
        homes[key].add(person.family_id)
    assert sum(len(families) > 1 for families in homes.values()) > 10


def test_some_sons_carry_their_fathers_whole_name(region):
    def named_for_father(family):
        fathers = {
            (p.forename, p.surname) for p in region.members(family) if p.sex == "M" and p.age_on(region.as_at) > 30
        }
        return any((region.people[c].forename, region.people[c].surname) in fathers for c in family.child_ids)

    assert sum(map(named_for_father, region.families.values())) > 3


def test_a_father_and_a_son_of_one_name_have_birth_dates_of_their_own(region):
    for family in region.families.values():
        born = defaultdict(list)
        for person in region.members(family):
            born[person.forename, person.surname, person.sex].append(person.birth_date)
        assert all(len(days) == len(set(days)) for days in born.values())


def test_strangers_share_an_institution_and_each_family_there_is_its_own(region):
    held = defaultdict(list)
    for family in region.families.values():
        if kind := region.homes[family.home_id].institution:
            held[kind].append(family)
    assert set(held) == {"care_home", "refuge", "prison"}
    assert all(len(families) > 1 for families in held.values())
    assert all(family.child_ids for family in held["refuge"])
    assert not any(family.child_ids for family in held["care_home"] + held["prison"])


def test_a_few_streets_have_no_institution():
    assert not any(home.institution for home in grow(400, seed=3).homes.values())


def test_children_in_shared_care_have_a_second_family_in_another_home(region):
    shared = [family for family in region.families.values() if family.second_home_child_ids]
    assert len(shared) > 10
    for family in shared:
        for child in family.second_home_child_ids:
            assert region.people[child].second_home_id == family.home_id != region.people[child].home_id


def test_some_mothers_take_their_surname_back_after_parting(region):
    changed = [
        person
        for family in region.families.values()
        if family.separated_on and family.child_ids
        for person in region.members(family)
        if person.surname_changed_on and person.surname_changed_on > family.separated_on
    ]
    assert changed
    assert all(p.surname_on(region.as_at) == p.surname != p.former_surname for p in changed)


def test_about_an_eighth_speak_welsh_and_only_speakers_choose_it(region):
    speakers = [person for person in region.people.values() if person.speaks_welsh]
    assert 0.08 < len(speakers) / len(region.people) < 0.18
    assert {person.language for person in region.people.values() if not person.speaks_welsh} == {"en"}
    assert {person.language for person in speakers} == {"cy", "en"}


def test_names_keep_their_diacritics_apostrophes_and_prefixes():
    people = grow(6000, seed=1).people.values()
    surnames = {person.surname for person in people}
    assert "Siôn" in {person.forename for person in people}
    assert {"Ŵyn-Jones", "O'Brien", "Kowalski"} <= surnames
    assert any(surname.startswith(("ap ", "ab ")) for surname in surnames)


def test_some_families_carry_much_and_others_are_well_held(region):
    with_children = [family for family in region.families.values() if family.child_ids]
    assert sum(len(family.needs) >= 6 for family in with_children) > len(with_children) * 0.03
    assert sum(not family.needs and len(family.strengths) >= 3 for family in with_children) > len(with_children) * 0.1


def test_nhs_numbers_are_valid_numbers_of_the_test_range_each_held_once(region):
    numbers = [person.nhs_number for person in region.people.values()]
    assert len(set(numbers)) == len(numbers)
    assert all(re.fullmatch(r"999\d{7}", n) and nhs_check_digit(n[:9]) == int(n[9]) for n in numbers)


def test_no_other_identifier_can_belong_to_anybody(region):
    for person in region.people.values():
        assert not person.nino or re.fullmatch(r"QQ\d{6}[A-D]", person.nino)
        assert not person.upn or re.fullmatch(r"[A-Z]000\d{9}", person.upn)
        assert not person.phone or DRAMA_PHONE.fullmatch(person.phone)
        assert not person.email or person.email.endswith(".example")


def test_no_home_can_be_written_to_or_rung(region):
    for home in region.homes.values():
        district, unit = home.postcode.split(" ")
        assert 37 <= int(district.removeprefix("CF")) <= 48
        assert set(unit[1:]) <= set(UNUSED_UNIT_LETTERS)
        assert re.fullmatch(r"990000\d{6}", home.uprn)
        assert DRAMA_PHONE.fullmatch(home.phone)


def test_dropping_marks_leaves_plain_letters():
    assert without_marks("Siôn Ŵyn-Łukasz") == "Sion Wyn-Lukasz"
