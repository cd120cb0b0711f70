import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.organisations.use_cases.end_role import end_role
from lynchpin.pathways.models import Handover
from lynchpin.pathways.use_cases.send_handover import send_handover
from lynchpin.people.models import Involvement
from tests.support import recorded, refused


@pytest.fixture
def handover(world):
    return world.handover(world.case(worker=world.worker), world.worker)


def test_a_sent_handover_says_when_and_by_whom(world, handover):
    after = world.handover_step(send_handover, handover, world.worker)
    assert (after.state, after.sent_at, after.sent_by) == ("sent", clock.now(), world.worker.staff_id)
    assert recorded()[-1] == "pathways.handover_sent"


def test_a_colleague_sees_the_pack_and_the_person_only_once_it_is_sent(world, as_):
    colleague = world.actor("engagement-worker", cluster="taf-west")
    case = world.case(worker=world.worker)
    handover = world.handover(case, world.worker, to_organisation="", to_staff_id=colleague.staff_id)
    address = f"/pathways/handovers/{handover.reference}/"
    browser = as_(colleague)
    assert browser.get(address).status_code == 404
    world.handover_step(send_handover, handover, world.worker)
    text = browser.get(address).content.decode()
    assert world.resident_of(case).forename in text and "Take them on" in text
    assert Involvement.unscoped.get(reference=handover.reference).holder_id == colleague.staff_id
    assert browser.get(f"/casework/{case.reference}/").status_code == 404, "the pack, and not the case"


def test_it_is_not_sent_to_a_colleague_who_is_kept_from_the_person_since(world):
    colleague = world.actor("engagement-worker", cluster="taf-west")
    case = world.case(worker=world.worker)
    handover = world.handover(case, world.worker, to_organisation="", to_staff_id=colleague.staff_id)
    world.restrict(world.resident_of(case), "exclusion", hidden_from=colleague.staff_id)
    with refused("handover_to_unsuitable_now"):
        world.handover_step(send_handover, handover, world.worker)
    assert not Involvement.unscoped.filter(reference=handover.reference).exists()


def test_it_is_not_sent_to_a_colleague_who_has_left_since(world):
    colleague = world.actor("engagement-worker", cluster="taf-west")
    case = world.case(worker=world.worker)
    handover = world.handover(case, world.worker, to_organisation="", to_staff_id=colleague.staff_id)
    end_role(world.system_admin, assignment_id=colleague.assignment_id, version=1, at=clock.now())
    with refused("handover_to_unsuitable_now"):
        world.handover_step(send_handover, handover, world.worker)


def test_it_is_sent_once(world, handover):
    after = world.handover_step(send_handover, handover, world.worker)
    with refused("handover_is_sent"):
        world.handover_step(send_handover, after, world.worker)


def test_a_stale_page_sends_nothing(world, handover):
    with pytest.raises(Stale):
        world.handover_step(send_handover, handover, world.worker, version=7)


def test_a_colleagues_handover_is_not_found(world, handover):
    with pytest.raises(NotFound):
        world.handover_step(send_handover, handover, world.actor("engagement-worker", cluster="porth"))


def test_sending_needs_its_permission(world, handover):
    with pytest.raises(NotPermitted):
        world.handover_step(send_handover, handover, world.without(world.worker, "pathways.send_handover"))


def test_the_worker_sends_it_on_the_page(world, as_, handover):
    address = f"/pathways/handovers/{handover.reference}/send/"
    assert as_(world.referrer).get(address).status_code == 403
    browser = as_(world.worker)
    assert "agreed on" in browser.get(address).content.decode()
    assert browser.post(address, {"version": handover.version}).status_code == 303
    assert Handover.unscoped.get().state == "sent"
