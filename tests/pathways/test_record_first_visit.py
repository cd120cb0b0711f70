from datetime import timedelta

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.pathways.models import Handover
from lynchpin.pathways.use_cases.record_first_visit import record_first_visit
from tests.conftest import NOON
from tests.pathways.moving import today_typed
from tests.support import refused, trail


@pytest.fixture
def taken(world):
    return world.taken_on(world.case(worker=world.worker), world.worker)


def visit(world, handover, *, by=None, **facts):
    given = {"met_on": clock.today(), "went_along": "The worker"} | facts
    return world.handover_step(record_first_visit, handover, by or world.worker, **given)


def test_the_handover_is_complete_when_they_have_met(world, taken):
    after = visit(world, taken)
    assert (after.state, after.met_on, after.went_along) == ("met", clock.today(), "The worker")
    assert trail("pathways.first_visit_recorded")[0]["met"] == clock.today().isoformat()


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"met_on": NOON.date() + timedelta(days=1)}, "visit_in_future"),
        ({"met_on": NOON.date() - timedelta(days=1)}, "visit_before_acknowledged"),
        ({"went_along": ""}, "visit_without_company"),
    ],
)
def test_a_visit_that_cannot_be_is_refused(world, taken, facts, code):
    with refused(code):
        visit(world, taken, **facts)


def test_nobody_meets_before_it_is_taken_on(world):
    prepared = world.handover(world.case(worker=world.worker), world.worker)
    with refused("handover_is_prepared"):
        visit(world, prepared)


def test_they_meet_for_the_first_time_once(world, taken):
    after = visit(world, taken)
    with refused("handover_is_settled"):
        visit(world, after)


def test_a_stale_page_records_nothing(world, taken):
    with pytest.raises(Stale):
        visit(world, taken, version=9)


def test_a_colleagues_handover_is_not_found(world, taken):
    with pytest.raises(NotFound):
        visit(world, taken, by=world.actor("engagement-worker", cluster="porth"))


def test_recording_needs_its_permission(world, taken):
    with pytest.raises(NotPermitted):
        visit(world, taken, by=world.without(world.worker, "pathways.record_first_visit"))


def test_the_worker_records_it_on_the_page(world, as_, taken):
    address = f"/pathways/handovers/{taken.reference}/first-visit/"
    assert as_(world.referrer).get(address).status_code == 403
    browser = as_(world.worker)
    assert browser.get(address).status_code == 200
    sent = today_typed("met_on") | {"version": taken.version, "went_along": "The worker"}
    assert browser.post(address, sent).status_code == 303
    assert Handover.unscoped.get().state == "met"
