import pytest

from lynchpin.casework.models import FamilyAction
from lynchpin.casework.use_cases.settle_family_action import settle_family_action
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from tests.support import refused, trail


def settle(worker, team, action, **given):
    asked = {"action_id": action.pk, "version": action.version, "done": True, "at": clock.now()} | given
    return settle_family_action(worker, reference=team.reference, **asked)


def test_an_action_is_done_once(world):
    team, *_ = world.agreed_team()
    action = world.family_action(team, world.worker)
    assert settle(world.worker, team, action) == "done"
    assert trail("casework.family_action_settled") == [{"action": action.pk, "state": "done"}]
    with refused("action_settled_already"):
        settle(world.worker, team, FamilyAction.unscoped.get(pk=action.pk))


def test_an_action_stops_for_a_reason(world):
    team, *_ = world.agreed_team()
    action = world.family_action(team, world.worker)
    with refused("action_stopped_without_why"):
        settle(world.worker, team, action, done=False)
    assert settle(world.worker, team, action, done=False, note="They found a flat") == "stopped"


def test_two_who_settle_at_once_do_not_overwrite_each_other(world):
    team, *_ = world.agreed_team()
    action = world.family_action(team, world.worker)
    settle(world.worker, team, action)
    with pytest.raises(Stale):
        settle(world.worker, team, action, done=False, note="Not needed")


def test_a_partner_settles_an_action_of_their_team_and_of_no_other(world):
    team, *_ = world.agreed_team()
    partner = world.actor("referrer", organisation="school")
    member = world.joins(team, world.worker, partner)
    action = world.family_action(team, world.worker, member_id=member.pk)
    assert settle(partner, team, action) == "done"
    other = world.family_team(world.case(worker=world.worker), world.worker)
    with pytest.raises(NotFound):
        settle(partner, other, action)


def test_settling_needs_its_permission(world):
    team, *_ = world.agreed_team()
    action = world.family_action(team, world.worker)
    with pytest.raises(NotPermitted):
        settle(world.without(world.worker, "casework.settle_family_action"), team, action)


def test_an_action_is_settled_on_its_page(world, as_):
    team, *_ = world.agreed_team()
    action = world.family_action(team, world.worker)
    browser, address = as_(world.worker), f"/casework/families/{team.reference}/actions/{action.pk}/"
    assert browser.get(address).status_code == 200
    assert browser.get(address.replace(str(action.pk), "999999")).status_code == 404
    assert browser.post(address, {"version": 1, "done": "no"}).status_code == 422
    assert browser.post(address, {"version": 1, "done": "yes"}).status_code == 303
