"""A file that was stopped is accepted by a second person, with a reason, or not at all."""

import pytest
from django.db import IntegrityError, transaction

from lynchpin.kernel import clock, guard
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.profiles.models import Extract
from lynchpin.profiles.use_cases.accept_stopped_extract import accept_stopped_extract
from tests.support import refused, trail

pytestmark = pytest.mark.django_db(transaction=True, databases="__all__")


def accept(actor, reference, version=1):
    told = {"reference": reference, "version": version, "reason": "The school closed; the partner confirmed it."}
    return accept_stopped_extract(actor, at=clock.now(), **told)


def test_a_second_person_accepts_a_stopped_file_with_a_reason(world):
    world.feed()
    reference = world.stopped_file()
    accept(world.approver, reference)
    row = Extract.unscoped.get()
    assert (row.state, row.was_stopped, row.settled_by) == ("applied", True, world.approver.staff_id)
    assert trail("profiles.stopped_extract_accepted") == [{"feed": "education", "extract": reference}]


def test_whoever_loaded_a_stopped_file_does_not_accept_it(world):
    world.feed()
    with refused("extract_needs_a_second_person"):
        accept(world.admin_officer, world.stopped_file())


def test_a_file_that_nothing_stopped_needs_no_second_person(world):
    world.feed()
    with refused("extract_not_stopped"):
        accept(world.approver, world.waiting_file())


def test_an_unknown_file_is_not_found(world):
    with pytest.raises(NotFound):
        accept(world.approver, "E-AAAA-AAAA")


def test_a_lead_worker_accepts_no_stopped_files(world):
    world.feed()
    with pytest.raises(NotPermitted):
        accept(world.lead_worker, world.stopped_file())


def test_the_database_knows_that_it_takes_two(world):
    world.feed()
    reference = world.stopped_file()
    own = {
        "state": "applied",
        "settled_at": clock.now(),
        "settled_by": world.admin_officer.staff_id,
        "settled_reason": "x",
    }
    with guard.resting(), transaction.atomic(), pytest.raises(IntegrityError):
        Extract.unscoped.filter(reference=reference).update(**own)
