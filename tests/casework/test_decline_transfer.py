import pytest

from lynchpin.casework.models import Case, Transfer
from lynchpin.casework.use_cases.decline_transfer import decline_transfer
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from tests.casework.asking import asked
from tests.support import refused, trail


@pytest.fixture
def colleague(world):
    return world.actor("engagement-worker", cluster="porth")


@pytest.fixture
def transfer(world, colleague):
    return asked(world.worker, world.case(worker=world.worker), colleague)


def say_no(actor, transfer, **facts):
    given = {"reference": transfer.reference, "version": transfer.version, "because": "I know the family"}
    return decline_transfer(actor, **given | {"at": clock.now()} | facts)


def test_a_no_keeps_its_reason_and_the_case_stays(world, colleague, transfer):
    say_no(colleague, transfer)
    after = Transfer.unscoped.get()
    assert (after.state, after.because, after.settled_by) == ("declined", "I know the family", colleague.staff_id)
    assert trail("casework.transfer_declined")[-1] == {"case": transfer.case_id}
    asked(world.worker, Case.unscoped.get(pk=transfer.case_id), world.actor("engagement-worker", cluster="porth"))


def test_a_no_needs_a_reason(colleague, transfer):
    with refused("transfer_declined_without_reason"):
        say_no(colleague, transfer, because=" ")


def test_only_whoever_was_asked_says_no_and_only_once(world, colleague, transfer):
    with refused("transfer_not_for_you"):
        say_no(world.worker, transfer)
    say_no(colleague, transfer)
    with refused("transfer_is_declined"):
        say_no(colleague, transfer, version=2)


def test_one_between_others_is_not_found(world, transfer):
    with pytest.raises(NotFound):
        say_no(world.actor("engagement-worker", cluster="porth"), transfer)


def test_it_needs_its_permission(world, colleague, transfer):
    with pytest.raises(NotPermitted):
        say_no(world.without(colleague, "casework.decline_transfer"), transfer)


def test_the_sender_reads_why_on_the_page(world, as_, colleague, transfer):
    told = {"version": 1, "because": "I know the family"}
    assert as_(colleague).post(f"/casework/transfers/{transfer.reference}/no/", told).status_code == 303
    assert "I know the family" in as_(world.worker).get(f"/casework/transfers/{transfer.reference}/").content.decode()


def test_a_manager_may_not_open_the_page(world, as_, transfer):
    assert as_(world.cluster_manager).get(f"/casework/transfers/{transfer.reference}/no/").status_code == 403
