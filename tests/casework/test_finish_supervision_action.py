from datetime import date

import pytest

from lynchpin.casework.models import SupervisionAction
from lynchpin.casework.supervising import AgreedAction
from lynchpin.casework.use_cases.finish_supervision_action import finish_supervision_action
from lynchpin.casework.use_cases.record_supervision import record_supervision
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from tests.support import refused, trail

TODAY = date(2026, 6, 10)


@pytest.fixture
def action(world):
    agreed = [AgreedAction("Ring housing", world.lead_worker.staff_id, TODAY)]
    given = {"held_on": TODAY, "next_on": date(2026, 7, 8), "at": clock.now(), "actions": agreed}
    record_supervision(world.lead_worker, staff_id=world.worker.staff_id, **given)
    return SupervisionAction.unscoped.get()


def finish(actor, action, **facts):
    given = {"action_id": action.pk, "version": action.version, "at": clock.now()}
    return finish_supervision_action(actor, **given | facts)


def test_what_was_agreed_is_done_once(world, action):
    assert finish(world.lead_worker, action) == world.worker.staff_id
    assert SupervisionAction.unscoped.get().done_on == TODAY
    assert trail("casework.supervision_action_finished") == [{"supervision": action.supervision_id}]
    with pytest.raises(Stale):
        finish(world.lead_worker, action)
    with refused("action_done_already"):
        finish(world.lead_worker, action, version=2)


def test_the_other_of_the_two_does_not_say_it_is_done(world, action):
    with refused("action_not_yours"):
        finish(world.worker, action)


def test_a_strangers_action_is_not_found(world, action):
    with pytest.raises(NotFound):
        finish(world.actor("engagement-worker", cluster="porth"), action)


def test_it_needs_its_permission(world, action):
    with pytest.raises(NotPermitted):
        finish(world.without(world.lead_worker, "casework.finish_supervision_action"), action)


def test_it_is_pressed_on_the_page(world, as_, action):
    address = f"/casework/supervision/actions/{action.pk}/done/"
    assert as_(world.lead_worker).post(address, {"version": 1}).status_code == 303
    again = as_(world.lead_worker).post(address, {"version": 1})
    assert again.status_code == 422 and "Someone else changed this" in again.content.decode()
    assert as_(world.cluster_manager).post(address, {"version": 2}).status_code == 403
