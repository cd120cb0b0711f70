from datetime import date, timedelta

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.people.models import Residence, Resident
from lynchpin.people.use_cases.move_resident import move_resident
from tests.support import recorded, refused


def move(actor, resident, **facts):
    given = {"address": "3 Heol y Bont", "moved_on": clock.today(), "version": resident.version, "at": clock.now()}
    return move_resident(actor, reference=resident.reference, **given | facts)


def test_a_move_brings_the_cluster_of_the_new_area_and_ends_the_old_home(world):
    resident = world.resident(address="1 Stryd Fawr", at=clock.now() - timedelta(days=40))
    move(world.central, resident, area_code=world.IN_TAF_WEST)
    assert Resident.unscoped.get(pk=resident.pk).cluster_id == "taf-west"
    ends = Residence.unscoped.filter(resident_id=resident.pk).order_by("pk").values_list("to_on", flat=True)
    assert list(ends) == [clock.today(), None]
    assert recorded()[-1] == "people.resident_moved"


def test_a_second_home_moves_nobody(world):
    child = world.resident(address="1 Stryd Fawr")
    move(world.central, child, area_code=world.IN_TAF_WEST, second=True)
    assert Resident.unscoped.get(pk=child.pk).cluster_id == "porth"
    assert Residence.unscoped.filter(resident_id=child.pk, to_on__isnull=True).count() == 2


@pytest.mark.parametrize(
    ("day", "code"), [(date(2026, 7, 1), "moved_in_future"), (date(2020, 1, 1), "moved_before_last")]
)
def test_a_move_has_its_place_in_time(world, day, code):
    with refused(code):
        move(world.central, world.resident(address="1 Stryd Fawr"), moved_on=day)


def test_somebody_of_another_cluster_cannot_be_moved(world):
    with pytest.raises(NotFound):
        move(world.lead_worker, world.resident(area_code=world.IN_TAF_WEST))


def test_moving_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        move(world.actor("admin-officer"), world.resident())
