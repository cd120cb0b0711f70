from lynchpin.kernel import clock
from lynchpin.people.queries import relatives_of
from lynchpin.people.use_cases.gather_family import gather_family
from tests.support import recorded, refused
from tests.world.people import inside_a_use_case
from tests.world.staff import machine


def gather(*members):
    with inside_a_use_case():
        return gather_family(machine("clock"), members=members, at=clock.now())


def test_a_family_is_seen_from_each_of_its_members(world):
    parent, child = world.resident(), world.resident()
    gather((parent.pk, "adult"), (child.pk, "child"))
    bound = world.central.bound_to("people.read_resident")
    assert [each.brief.reference for each in relatives_of(bound, child.pk)] == [parent.reference]
    assert "people.family_gathered" in recorded()


def test_one_person_is_no_family(world):
    with refused("family_too_small"):
        gather((world.resident().pk, "adult"))
