import pytest

from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.pathways.models import Handover
from lynchpin.pathways.use_cases.waive_first_visit import waive_first_visit
from tests.support import recorded, refused


@pytest.fixture
def taken(world):
    return world.taken_on(world.case(worker=world.worker), world.worker)


def waive(world, handover, *, by=None, **facts):
    return world.handover_step(waive_first_visit, handover, by or world.worker, **{"because": "They know her"} | facts)


def test_a_handover_without_a_visit_says_why(world, taken):
    after = waive(world, taken)
    assert (after.state, after.because, after.met_on) == ("waived", "They know her", None)
    assert "pathways.first_visit_waived" in recorded()


def test_a_case_closes_after_a_waiver(world):
    case = world.case(worker=world.worker)
    world.conversation(case, world.worker)
    waive(world, world.taken_on(case, world.worker))
    after = world.closed(case, world.worker, reason="stepped-down", no_outcome_because="Too early to say")
    assert after.status == "closed"


def test_it_needs_a_reason(world, taken):
    with refused("waiver_without_reason"):
        waive(world, taken, because=" ")


def test_a_visit_is_not_waived_before_it_is_taken_on(world):
    with refused("handover_is_prepared"):
        waive(world, world.handover(world.case(worker=world.worker), world.worker))


def test_a_stale_page_waives_nothing(world, taken):
    with pytest.raises(Stale):
        waive(world, taken, version=9)


def test_a_colleagues_handover_is_not_found(world, taken):
    with pytest.raises(NotFound):
        waive(world, taken, by=world.actor("engagement-worker", cluster="porth"))


def test_waiving_needs_its_permission(world, taken):
    with pytest.raises(NotPermitted):
        waive(world, taken, by=world.without(world.worker, "pathways.waive_first_visit"))


def test_the_worker_does_it_on_the_page(world, as_, taken):
    address = f"/pathways/handovers/{taken.reference}/waive/"
    assert as_(world.referrer).get(address).status_code == 403
    browser = as_(world.worker)
    assert browser.get(address).status_code == 200
    assert browser.post(address, {"version": taken.version, "because": "They know her"}).status_code == 303
    assert Handover.unscoped.get().state == "waived"
