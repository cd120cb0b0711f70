import pytest

from lynchpin.casework.models import Transfer
from lynchpin.casework.use_cases.withdraw_transfer import withdraw_transfer
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from tests.casework.asking import asked
from tests.support import refused, trail


@pytest.fixture
def colleague(world):
    return world.actor("engagement-worker", cluster="porth")


@pytest.fixture
def transfer(world, colleague):
    return asked(world.lead_worker, world.case(worker=world.worker), colleague)


def withdraw(actor, transfer, **facts):
    given = {"reference": transfer.reference, "version": transfer.version, "at": clock.now()}
    return withdraw_transfer(actor, **given | facts)


@pytest.mark.parametrize("who", ["worker", "lead_worker"])
def test_whoever_holds_the_case_or_asked_takes_it_back(world, transfer, who):
    withdraw(getattr(world, who), transfer)
    assert Transfer.unscoped.get().state == "withdrawn"
    assert trail("casework.transfer_withdrawn")[-1] == {"case": transfer.case_id}


def test_nobody_else_does_and_nobody_twice(world, colleague, transfer):
    with refused("transfer_not_from_you"):
        withdraw(colleague, transfer)
    withdraw(world.worker, transfer)
    with refused("transfer_is_withdrawn"):
        withdraw(world.worker, transfer, version=2)


def test_another_clusters_is_not_found(world, transfer):
    with pytest.raises(NotFound):
        withdraw(world.actor("lead-worker", cluster="taf-west"), transfer)


def test_it_needs_its_permission(world, transfer):
    with pytest.raises(NotPermitted):
        withdraw(world.without(world.worker, "casework.withdraw_transfer"), transfer)


def test_it_is_taken_back_on_the_page(world, as_, transfer):
    answer = as_(world.worker).post(f"/casework/transfers/{transfer.reference}/take-back/", {"version": 1})
    assert answer.status_code == 303
    assert as_(world.cluster_manager).get(f"/casework/transfers/{transfer.reference}/take-back/").status_code == 403
