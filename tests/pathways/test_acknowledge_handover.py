import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.pathways.models import Handover
from lynchpin.pathways.use_cases.acknowledge_handover import acknowledge_handover
from lynchpin.pathways.use_cases.send_handover import send_handover
from tests.support import recorded, refused


@pytest.fixture
def sent(world):
    return world.handover_step(
        send_handover, world.handover(world.case(worker=world.worker), world.worker), world.worker
    )


@pytest.fixture
def colleague(world):
    return world.actor("engagement-worker", cluster="taf-west")


@pytest.fixture
def sent_to_colleague(world, colleague):
    given = {"to_organisation": "", "to_staff_id": colleague.staff_id}
    prepared = world.handover(world.case(worker=world.worker), world.worker, **given)
    return world.handover_step(send_handover, prepared, world.worker)


def test_for_an_organisation_the_sender_records_who_took_it_on(world, sent):
    after = world.handover_step(acknowledge_handover, sent, world.worker, taken_by_name="Invented Contact")
    assert (after.state, after.taken_on, after.taken_by_name) == ("acknowledged", clock.today(), "Invented Contact")
    assert recorded()[-1] == "pathways.handover_acknowledged"


def test_nobody_took_it_on_without_a_name(world, sent):
    with refused("acknowledged_by_nobody"):
        world.handover_step(acknowledge_handover, sent, world.worker)


def test_a_colleague_takes_it_on_themselves(world, colleague, sent_to_colleague):
    assert world.handover_step(acknowledge_handover, sent_to_colleague, colleague).state == "acknowledged"


def test_nobody_answers_for_a_colleague(world, sent_to_colleague):
    for actor in (world.worker, world.lead_worker):
        with refused("handover_not_yours"):
            world.handover_step(acknowledge_handover, sent_to_colleague, actor)


def test_what_was_not_sent_cannot_be_taken_on(world):
    prepared = world.handover(world.case(worker=world.worker), world.worker)
    with refused("handover_is_prepared"):
        world.handover_step(acknowledge_handover, prepared, world.worker, taken_by_name="Invented Contact")


def test_a_stale_page_takes_nobody_on(world, sent):
    with pytest.raises(Stale):
        world.handover_step(acknowledge_handover, sent, world.worker, version=9, taken_by_name="Invented Contact")


def test_another_clusters_handover_is_not_found(world, sent):
    with pytest.raises(NotFound):
        world.handover_step(acknowledge_handover, sent, world.actor("lead-worker", cluster="taf-west"))


def test_acknowledging_needs_its_permission(world, sent):
    with pytest.raises(NotPermitted):
        actor = world.without(world.worker, "pathways.acknowledge_handover")
        world.handover_step(acknowledge_handover, sent, actor, taken_by_name="Invented Contact")


def test_a_colleague_takes_it_on_with_one_button(world, as_, colleague, sent_to_colleague):
    browser, address = as_(colleague), f"/pathways/handovers/{sent_to_colleague.reference}/acknowledge/"
    assert "taken_by_name" not in browser.get(address).content.decode()
    assert browser.post(address, {"version": sent_to_colleague.version}).status_code == 303
    assert Handover.unscoped.get().state == "acknowledged"
    assert as_(world.referrer).get(address).status_code == 403
