"""Tries every door to a sealed resident, a protected address and a record hidden from one colleague."""

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotPermitted
from lynchpin.people.models import Family, FamilyMember, Home, Resident, Restriction
from lynchpin.people.queries import brief, possible_duplicates, safe_contacts, search_residents
from lynchpin.people.use_cases.form_family import form_family
from lynchpin.people.use_cases.restrict_resident import restrict_resident
from tests.support import refused, trail


def read(actor):
    return actor.bound_to("people.read_resident").afresh()


def doors(actor, resident):
    """Every way to come upon a resident; the names of those that are open."""
    bound, name = read(actor), f"{resident.forename} {resident.surname}"
    tries = {
        "find": Resident.objects.visible_to(bound).filter(reference=resident.reference),
        "brief": brief(bound, [resident.pk]),
        "search": search_residents(actor, name).hits,
        "reference": search_residents(actor, resident.reference).hits,
        "duplicates": possible_duplicates(actor, name, birth_date=resident.birth_date),
        "family": FamilyMember.objects.visible_to(bound).filter(resident_id=resident.pk),
        "homes": Home.objects.visible_to(bound).filter(address="9 Cilfach"),
        "contact": safe_contacts(bound, [resident.pk]),
    }
    return {door for door, found in tries.items() if found}


@pytest.fixture
def resident(world):
    someone = world.resident(forename="Heledd", surname="Mostyn", address="9 Cilfach", postcode="CF40 1AA")
    form_family(
        world.central, members=[(someone.reference, "adult"), (world.resident().reference, "child")], at=clock.now()
    )
    world.safe_contact(someone, channels=["letter"])
    return someone


ALL = {"find", "brief", "search", "reference", "duplicates", "family", "homes", "contact"}


def test_every_door_is_open_before(world, resident):
    assert doors(world.central, resident) == ALL
    assert doors(world.lead_worker, resident) == ALL


def test_a_sealed_resident_is_behind_no_door(world, resident):
    world.restrict(resident, "sealed")
    assert doors(world.central, resident) == set()
    assert doors(world.lead_worker, resident) == set()
    assert trail("people.resident_restricted") == [{"kind": "sealed", "hidden_from": None, "named": []}]


def test_a_worker_who_is_with_a_sealed_resident_is_shut_out_too_unless_named(world, resident):
    world.involve(world.worker, resident)
    world.restrict(resident, "sealed")
    assert not brief(read(world.worker), [resident.pk])


def test_a_colleague_named_on_the_seal_sees_what_it_seals(world, resident):
    world.restrict(resident, "sealed", named=[world.lead_worker.staff_id])
    assert doors(world.lead_worker, resident) == ALL
    assert doors(world.central, resident) == set()


def test_being_named_on_one_seal_does_not_open_another(world, resident):
    world.restrict(resident, "sealed", named=[world.lead_worker.staff_id])
    world.restrict(resident, "sealed")
    assert doors(world.lead_worker, resident) == set()


def test_the_data_protection_officer_sees_sealed_records(world, resident):
    world.restrict(resident, "sealed")
    assert {"find", "brief", "search"} <= doors(world.data_protection_officer, resident)


def test_a_sealed_member_does_not_hide_the_family_from_the_rest(world, resident):
    world.restrict(resident, "sealed")
    assert Family.objects.visible_to(read(world.central)).count() == 1


def test_an_excluded_colleague_sees_nothing_and_others_all(world, resident):
    world.restrict(resident, "exclusion", hidden_from=world.lead_worker.staff_id)
    assert doors(world.lead_worker, resident) == set()
    assert doors(world.central, resident) == ALL


def test_an_exclusion_beats_being_with_the_person_and_being_named(world, resident):
    world.involve(world.lead_worker, resident)
    world.restrict(resident, "sealed", named=[world.lead_worker.staff_id])
    world.restrict(resident, "exclusion", hidden_from=world.lead_worker.staff_id)
    assert doors(world.lead_worker, resident) == set()


def test_a_protected_address_is_shown_nowhere_and_cannot_be_searched_by(world, resident):
    world.restrict(resident, "protected-address")
    shown = brief(read(world.central), [resident.pk])[resident.pk]
    assert (shown.address, shown.postcode) == ("", "")
    assert doors(world.central, resident) == ALL - {"homes"}
    assert search_residents(world.central, "CF40 1AA").hits == ()


def test_a_relative_in_the_same_home_does_not_give_a_protected_address_away(world, resident):
    child = world.resident(address="9, cilfach", postcode="cf401aa")
    assert brief(read(world.central), [child.pk])[child.pk].address == "9 Cilfach"
    world.restrict(resident, "protected-address")
    assert brief(read(world.central), [child.pk])[child.pk].address == ""


def test_an_exclusion_names_a_colleague(world, resident):
    with refused("colleague_missing"):
        world.restrict(resident, "exclusion")


def test_restricting_needs_its_permission(world, resident):
    with pytest.raises(NotPermitted):
        restrict_resident(world.central, reference=resident.reference, kind="sealed", reason="because", at=clock.now())
    assert not Restriction.unscoped.exists()
