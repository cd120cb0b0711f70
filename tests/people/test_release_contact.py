from lynchpin.kernel import clock
from lynchpin.people.queries import contact_held
from lynchpin.people.use_cases.hold_contact import hold_contact
from lynchpin.people.use_cases.release_contact import release_contact
from tests.support import recorded
from tests.world.people import inside_a_use_case
from tests.world.staff import machine


def test_releasing_one_hold_leaves_another(world):
    resident = world.resident()
    about = {"resident_id": resident.pk, "room": "tests", "at": clock.now()}
    with inside_a_use_case():
        hold_contact(machine("clock"), reference="X-1", **about)
        hold_contact(machine("clock"), reference="X-2", **about)
        release_contact(machine("clock"), reference="X-1", **about)
        assert contact_held([resident.pk]) == {resident.pk}
        release_contact(machine("clock"), reference="X-2", **about)
    assert contact_held([resident.pk]) == set()
    assert recorded()[-1] == "people.contact_released"
