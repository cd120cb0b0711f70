from datetime import timedelta

import pytest

from lynchpin.kernel import clock
from lynchpin.people.models import Resident
from lynchpin.people.queries import brief
from lynchpin.people.use_cases.end_involvement import end_involvement
from tests.support import recorded
from tests.world.people import inside_a_use_case
from tests.world.staff import machine


def end(resident, reference, on):
    with inside_a_use_case():
        return end_involvement(machine("clock"), resident_id=resident.pk, room="casework", reference=reference, on=on)


@pytest.mark.parametrize(("days_ago", "readable"), [(28, True), (29, False)])
def test_a_worker_reads_on_for_28_days_after_the_end(world, days_ago, readable):
    resident, today = world.resident(area_code=world.OUTSIDE), clock.today()
    reference = world.involve(world.worker, resident, on=today - timedelta(days=90))
    end(resident, reference, today - timedelta(days=days_ago))
    assert bool(brief(world.worker.bound_to("people.read_resident"), [resident.pk])) is readable
    assert recorded()[-1] == "people.involvement_ended"


def test_an_involvement_with_a_merged_record_ends_by_the_survivors_id_too(world):
    kept, merged = world.resident(), world.resident()
    reference = world.involve(world.worker, merged)
    world.merged(kept, Resident.unscoped.get(pk=merged.pk))
    assert end(kept, reference, clock.today()) == 1
