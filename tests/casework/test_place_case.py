"""The part itself; what it refuses is tried through the use cases that share it."""

import pytest

from lynchpin.casework.models import Allocation
from lynchpin.casework.use_cases.place_case import place_case
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NestedUseCase, UngovernedWrite
from tests.support import trail


def test_every_allocation_adds_a_line_to_the_cases_history(world):
    case = world.case(worker=world.worker)
    other = world.actor("engagement-worker", cluster="porth")
    world.allocated(case.reference, other)
    kept = list(Allocation.unscoped.filter(case_id=case.pk).order_by("pk"))
    assert [row.worker_id for row in kept] == [world.worker.staff_id, other.staff_id]
    assert {row.allocated_by for row in kept} == {world.lead_worker.staff_id}
    assert trail("casework.case_placed")[-1] == {"worker": other.staff_id, "load": 6, "proposed": None}


def test_only_a_use_case_places_a_case(world):
    case = world.case()
    with pytest.raises(NestedUseCase):
        place_case(
            world.lead_worker,
            reference=case.reference,
            worker_id=world.worker.staff_id,
            version=case.version,
            at=clock.now(),
        )


def test_the_history_is_never_written_over(world):
    world.case(worker=world.worker)
    with pytest.raises(UngovernedWrite):
        Allocation.unscoped.update(override_reason="Otherwise")


def test_the_case_page_tells_who_held_it(world, as_):
    case = world.case(worker=world.worker)
    other = world.actor("engagement-worker", cluster="porth", name="Non Rees")
    world.allocated(case.reference, other)
    text = as_(world.lead_worker).get(f"/casework/{case.reference}/").content.decode()
    assert "Workers of this case" in text and text.count("Non Rees") >= 2
