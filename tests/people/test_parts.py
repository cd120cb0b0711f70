"""Parts that later rooms call: who is with whom, and whether anybody may be approached."""

from dataclasses import replace
from datetime import timedelta

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NestedUseCase
from lynchpin.people.queries import brief, contact_held
from lynchpin.people.use_cases.end_involvement import end_involvement
from lynchpin.people.use_cases.hold_contact import hold_contact
from lynchpin.people.use_cases.release_contact import release_contact
from lynchpin.people.use_cases.welcome_resident import welcome_resident
from tests.support import recorded
from tests.world.people import inside_a_use_case
from tests.world.staff import machine

CLOCK = machine("clock")


def hold(resident, reference="X-1"):
    with inside_a_use_case():
        hold_contact(CLOCK, resident_id=resident.pk, room="tests", reference=reference, at=clock.now())


@pytest.mark.parametrize(("days_ago", "readable"), [(28, True), (29, False)])
def test_a_worker_reads_on_for_28_days_after_the_end(world, days_ago, readable):
    resident, today = world.resident(area_code=world.OUTSIDE), clock.today()
    reference = world.involve(world.worker, resident, on=today - timedelta(days=90))
    ended = today - timedelta(days=days_ago)
    with inside_a_use_case():
        end_involvement(CLOCK, resident_id=resident.pk, room="casework", reference=reference, on=ended)
    assert bool(brief(world.worker.bound_to("people.read_resident"), [resident.pk])) is readable
    assert recorded()[-1] == "people.involvement_ended"


def test_releasing_one_hold_leaves_another(world):
    resident = world.resident()
    hold(resident, "X-1")
    hold(resident, "X-2")
    with inside_a_use_case():
        release_contact(CLOCK, resident_id=resident.pk, room="tests", reference="X-1", at=clock.now())
    assert contact_held([resident.pk]) == {resident.pk}


def test_an_actor_without_a_colleague_behind_it_is_with_nobody(world):
    resident, nobody = world.resident(area_code=world.OUTSIDE), replace(world.worker, staff_id=None)
    world.involve(nobody, resident)
    assert brief(nobody.bound_to("people.read_resident"), [resident.pk]) == {}


def test_a_part_is_called_from_a_use_case_only(world):
    with pytest.raises(NestedUseCase):
        welcome_resident(CLOCK, forename="A", surname="B", at=clock.now())
