import pytest

from lynchpin.casework.models import Transfer
from lynchpin.casework.use_cases.overtake_transfers import overtake_transfers
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NestedUseCase
from tests.casework.asking import asked
from tests.support import trail


def test_a_case_that_closes_leaves_nobody_asked(world):
    case = world.case(worker=world.worker)
    asked(world.worker, case, world.actor("engagement-worker", cluster="porth"))
    world.closed(case, world.worker)
    assert Transfer.unscoped.get().state == "overtaken"
    assert trail("casework.transfers_overtaken") == [{"case": case.pk, "ended": 1}]


def test_only_a_use_case_may_ask_for_it(world):
    with pytest.raises(NestedUseCase):
        overtake_transfers(world.lead_worker, case_id=world.case().pk, on=clock.today())
