from lynchpin.kernel import clock
from lynchpin.people.queries import contact_held
from lynchpin.people.use_cases.hold_contact import hold_contact
from tests.support import recorded
from tests.world.people import inside_a_use_case
from tests.world.staff import machine


def test_contact_is_held_with_one_resident_and_no_other(world):
    resident, other = world.resident(), world.resident()
    with inside_a_use_case():
        hold_contact(machine("clock"), resident_id=resident.pk, room="tests", reference="X-1", at=clock.now())
    assert contact_held([resident.pk, other.pk]) == {resident.pk}
    assert recorded()[-1] == "people.contact_held"
