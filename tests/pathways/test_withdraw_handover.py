import pytest

from lynchpin.casework.models import Case
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.pathways.models import Handover
from lynchpin.pathways.use_cases.send_handover import send_handover
from lynchpin.pathways.use_cases.withdraw_handover import withdraw_handover
from lynchpin.people.models import Involvement
from tests.support import recorded, refused


@pytest.fixture
def sent(world):
    return world.handover_step(
        send_handover, world.handover(world.case(worker=world.worker), world.worker), world.worker
    )


def test_it_is_back_with_the_sender_and_says_why(world, sent):
    after = world.handover_step(withdraw_handover, sent, world.worker, because="No room before autumn")
    assert (after.state, after.because, after.settled_by) == (
        "withdrawn",
        "No room before autumn",
        world.worker.staff_id,
    )
    assert "pathways.handover_withdrawn" in recorded()
    assert Case.unscoped.get(pk=after.case_id).status == "open", "the sender walks with the person"


def test_a_colleague_sees_the_person_no_longer(world):
    colleague = world.actor("engagement-worker", cluster="taf-west")
    given = {"to_organisation": "", "to_staff_id": colleague.staff_id}
    handover = world.handover(world.case(worker=world.worker), world.worker, **given)
    handover = world.handover_step(send_handover, handover, world.worker)
    world.handover_step(withdraw_handover, handover, world.worker, because="No room before autumn")
    assert not Involvement.unscoped.filter(reference=handover.reference, ended_on=None).exists()


def test_it_needs_a_reason(world, sent):
    with refused("withdrawal_without_reason"):
        world.handover_step(withdraw_handover, sent, world.worker, because=" ")


def test_what_came_back_does_not_come_back_again(world, sent):
    after = world.handover_step(withdraw_handover, sent, world.worker, because="No room")
    with refused("handover_came_back"):
        world.handover_step(withdraw_handover, after, world.worker, because="No room")


def test_a_complete_handover_stays_complete(world):
    done = world.handed_over(world.case(worker=world.worker), world.worker)
    with refused("handover_is_settled"):
        world.handover_step(withdraw_handover, done, world.worker, because="No room")


def test_a_stale_page_changes_nothing(world, sent):
    with pytest.raises(Stale):
        world.handover_step(withdraw_handover, sent, world.worker, version=9, because="No room")


def test_a_colleagues_handover_is_not_found(world, sent):
    with pytest.raises(NotFound):
        world.handover_step(
            withdraw_handover, sent, world.actor("engagement-worker", cluster="porth"), because="No room"
        )


def test_it_needs_its_permission(world, sent):
    with pytest.raises(NotPermitted):
        world.handover_step(
            withdraw_handover, sent, world.without(world.worker, "pathways.withdraw_handover"), because="No room"
        )


def test_the_worker_does_it_on_the_page(world, as_, sent):
    address = f"/pathways/handovers/{sent.reference}/withdraw/"
    assert as_(world.referrer).get(address).status_code == 403
    browser = as_(world.worker)
    assert browser.get(address).status_code == 200
    assert browser.post(address, {"version": sent.version, "because": ""}).status_code == 422
    assert browser.post(address, {"version": sent.version, "because": "No room"}).status_code == 303
    assert Handover.unscoped.get().state == "withdrawn"
