import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.reasons import sentence
from lynchpin.people.queries import contact_held
from lynchpin.people.use_cases.hold_contact import hold_contact
from tests.frontdoor.pages import main_of
from tests.support import recorded
from tests.world.people import inside_a_use_case
from tests.world.staff import machine


def test_contact_is_held_with_one_resident_and_no_other(world):
    resident, other = world.resident(), world.resident()
    with inside_a_use_case():
        hold_contact(machine("clock"), resident_id=resident.pk, room="tests", reference="X-1", at=clock.now())
    assert contact_held([resident.pk, other.pk]) == {resident.pk}
    assert recorded()[-1] == "people.contact_held"


def test_a_page_says_that_contact_is_paused_and_never_why(world, as_):
    resident = world.reachable("phone")
    world.concern(resident)
    main = main_of(as_(world.central).get(f"/people/{resident.reference}/"))
    assert "Contact is paused at the moment." in main
    about_safety = [line for line in main.splitlines() if "concern" in line.lower() and "raise" not in line.lower()]
    assert about_safety == []


@pytest.mark.parametrize("code", ["contact_on_hold", "outreach_stopped", "notice_contact_held"])
def test_no_reason_for_making_no_contact_tells_of_a_concern(code):
    assert "concern" not in sentence(Reason(code)).lower()
