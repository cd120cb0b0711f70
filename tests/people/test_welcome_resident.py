import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NestedUseCase
from lynchpin.people.models import Resident, SafeContact
from lynchpin.people.use_cases.welcome_resident import welcome_resident
from tests.support import recorded, refused
from tests.world.people import inside_a_use_case
from tests.world.staff import machine


def welcome(**facts):
    given = {"forename": "Nerys", "surname": "Vaughan", "at": clock.now()}
    with inside_a_use_case():
        return welcome_resident(machine("public"), **given | facts)


def test_somebody_who_asks_for_help_is_kept_with_what_they_said_about_contact(world):
    key = welcome(area_code=world.IN_PORTH, safe_contact={"channels": ["text"], "must_not_know": "My landlord"})
    assert Resident.unscoped.get(pk=key).cluster_id == "porth"
    assert SafeContact.unscoped.get(resident_id=key).must_not_know == "My landlord"
    assert recorded()[-1] == "people.resident_welcomed"


def test_a_voicemail_that_nobody_spoke_of_is_not_safe(world):
    key = welcome(safe_contact={"channels": ["phone"], "voicemail_ok": None})
    assert SafeContact.unscoped.get(resident_id=key).voicemail_ok is False


def test_an_area_that_is_on_no_map_is_no_area(world):
    resident = Resident.unscoped.get(pk=welcome(area_code="W99999999"))
    assert (resident.area_id, resident.cluster_id) == (None, None)


def test_a_name_that_cannot_be_read_is_refused(world):
    with refused("name_unreadable"):
        welcome(surname="\u200b")


def test_a_part_is_called_from_a_use_case_only(world):
    with pytest.raises(NestedUseCase):
        welcome_resident(machine("clock"), forename="Nerys", surname="Vaughan", at=clock.now())
