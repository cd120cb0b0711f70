"""A file is sent back: nothing of its content is kept, and the next may come."""

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.profiles.models import Extract
from lynchpin.profiles.use_cases.decline_extract import decline_extract
from tests.support import refused, trail
from tests.world.profiles import pupils

pytestmark = pytest.mark.django_db(transaction=True, databases="__all__")


def decline(actor, reference, version=1):
    told = {"reference": reference, "version": version, "reason": "The partner exports it again."}
    return decline_extract(actor, at=clock.now(), **told)


def files(data_folder):
    return [path for path in (data_folder / "feeds").rglob("*") if path.is_file()]


@pytest.mark.parametrize("stopped", [True, False])
def test_a_file_that_waits_is_sent_back_and_its_rows_are_gone(world, data_folder, stopped):
    world.feed()
    reference = world.stopped_file() if stopped else world.waiting_file()
    decline(world.admin_officer, reference)
    assert Extract.unscoped.get().state == "declined" and files(data_folder) == []
    assert trail("profiles.extract_declined") == [{"feed": "education", "extract": reference}]


def test_the_last_accepted_file_stays_and_the_next_may_come(world, data_folder):
    world.feed()
    world.extract(pupils(3))
    decline(world.admin_officer, world.waiting_file(pupils(4)))
    assert len(files(data_folder)) == 1
    world.extract(pupils(4))
    assert Extract.unscoped.filter(state="applied").count() == 2, "the same bytes may come again"


def test_a_file_that_is_held_is_not_sent_back(world):
    world.feed()
    with refused("extract_not_waiting"):
        decline(world.admin_officer, world.extract(pupils(3)), version=2)


def test_an_unknown_file_is_not_found(world):
    with pytest.raises(NotFound):
        decline(world.admin_officer, "E-AAAA-AAAA")


def test_a_lead_worker_sends_no_files_back(world):
    world.feed()
    with pytest.raises(NotPermitted):
        decline(world.lead_worker, world.waiting_file())
