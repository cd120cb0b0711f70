import pytest

from lynchpin.casework.use_cases.reopen_case import reopen_case
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NestedUseCase
from lynchpin.pathways.models import CheckIn
from lynchpin.pathways.use_cases.drop_check_ins import drop_check_ins
from lynchpin.people.models import Involvement
from tests.support import trail


@pytest.fixture
def case(world):
    case = world.case(worker=world.worker)
    world.conversation(case, world.worker)
    return world.closed(case, world.worker, reason="goals-reached", no_outcome_because="Too early to say")


def test_nobody_asks_whether_an_end_has_lasted_once_the_case_is_open_again(world, case):
    told = {"reason": "slipped-back", "because": "They rang", "at": clock.now()}
    reopen_case(world.lead_worker, reference=case.reference, version=case.version, **told)
    assert set(CheckIn.unscoped.values_list("state", "recorded_by")) == {("dropped", world.lead_worker.staff_id)}
    assert trail("pathways.check_ins_dropped") == [{"dropped": 3}]
    assert not Involvement.unscoped.filter(room="pathways", ended_on=None).exists()


def test_only_a_use_case_may_ask_for_it(world, case):
    with pytest.raises(NestedUseCase):
        drop_check_ins(world.lead_worker, reference=case.reference, by=1, at=clock.now())
