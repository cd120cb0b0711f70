"""Accepting a file that waits: from then on runs read it."""

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.profiles.models import Extract
from lynchpin.profiles.use_cases.accept_extract import accept_extract
from tests.support import refused, trail
from tests.world.profiles import pupils

pytestmark = pytest.mark.django_db(transaction=True, databases="__all__")


def accept(actor, reference, version=1):
    return accept_extract(actor, reference=reference, version=version, at=clock.now())


def test_an_accepted_file_is_held_and_recorded(world, data_folder):
    world.feed()
    reference = world.waiting_file(pupils(3))
    accept(world.admin_officer, reference)
    row = Extract.unscoped.get()
    assert (row.state, row.settled_by) == ("applied", world.admin_officer.staff_id)
    assert (data_folder / "feeds" / "education" / f"{row.sha256}.parquet").is_file()
    assert trail("profiles.extract_accepted") == [{"feed": "education", "extract": reference}]


def test_a_file_that_was_stopped_is_not_accepted_like_this(world):
    world.feed()
    with refused("extract_is_stopped"):
        accept(world.admin_officer, world.stopped_file())


def test_a_file_is_accepted_once(world):
    world.feed()
    reference = world.extract(pupils(3))
    with refused("extract_not_waiting"):
        accept(world.admin_officer, reference, version=2)


def test_a_file_that_changed_meanwhile_is_looked_at_again(world):
    world.feed()
    with pytest.raises(Stale):
        accept(world.admin_officer, world.waiting_file(), version=7)


def test_a_file_whose_rows_are_gone_is_not_accepted(world, data_folder):
    world.feed()
    reference = world.waiting_file()
    next((data_folder / "feeds").rglob("*.part")).unlink()
    with refused("extract_rows_missing"):
        accept(world.admin_officer, reference)


def test_an_unknown_file_is_not_found(world):
    with pytest.raises(NotFound):
        accept(world.admin_officer, "E-AAAA-AAAA")


def test_a_lead_worker_accepts_no_files(world):
    world.feed()
    with pytest.raises(NotPermitted):
        accept(world.lead_worker, world.waiting_file())


def test_a_process_that_ends_before_the_file_is_renamed_loses_nothing(world, data_folder):
    world.feed()
    accept(world.admin_officer, world.waiting_file(pupils(3)))
    folder, row = data_folder / "feeds" / "education", Extract.unscoped.get()
    (folder / f"{row.sha256}.parquet").rename(folder / f"{row.sha256}.part")
    world.waiting_file(pupils(4))
    assert (folder / f"{row.sha256}.parquet").is_file(), "whoever reads it next finishes the renaming"
    assert Extract.unscoped.get(state="waiting").profile["keys"]["same"] == 3
