import pytest

from lynchpin.casework.models import Case
from lynchpin.casework.use_cases.receive_case import receive_case
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NestedUseCase
from lynchpin.people.models import Involvement
from tests.outcomes.bringing import bring, csv_of, row_of
from tests.support import trail


def test_only_a_use_case_may_receive_a_case(world):
    with pytest.raises(NestedUseCase):
        receive_case(
            world.central, resident_id=1, lead_id=1, former_reference="OLD-1", opened_at=clock.now(), at=clock.now()
        )


def test_a_case_received_is_weighed_and_its_holders_are_with_the_person(world):
    assert world.lead_worker
    bring(world, csv_of(row_of(world.email_of(world.worker))))
    case = Case.unscoped.get()
    assert trail("casework.case_received") == [{"worker": world.worker.staff_id, "weight": 10}]
    holders = set(Involvement.unscoped.filter(reference=case.reference).values_list("holder_id", flat=True))
    assert holders == {world.lead_worker.staff_id, world.worker.staff_id}


def test_a_case_without_a_worker_waits_for_one(world):
    assert world.lead_worker
    bring(world, csv_of(row_of()))
    assert Case.unscoped.waiting().get().lead_id == world.lead_worker.staff_id
