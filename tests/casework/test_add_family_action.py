from datetime import timedelta

import pytest

from lynchpin.casework.models import FamilyAction, FamilyTeamMember
from lynchpin.casework.use_cases.leave_family_team import leave_family_team
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from tests.support import refused, trail


def test_an_action_has_an_owner_in_an_agency_and_a_day(world, as_):
    team, *_ = world.agreed_team()
    nurse = world.joins(team, world.worker)
    address = f"/casework/families/{team.reference}/"
    world.family_action(team, world.worker)
    assert "Nothing to do yet for: School" in as_(world.worker).get(address).content.decode()
    action = world.family_action(team, world.worker, member_id=nurse.pk, what="See Non on Mondays")
    assert "Nothing to do yet for" not in as_(world.worker).get(address).content.decode()
    assert trail("casework.family_action_added")[-1] == {
        "action": action.pk,
        "member": nurse.pk,
        "due": "2026-06-17",
    }


def test_an_action_is_for_somebody_who_agreed(world):
    team, _, mother, daughter = world.agreed_team()
    with refused("about_without_consent"):
        world.family_action(team, world.worker, resident_id=daughter.pk)
    assert world.family_action(team, world.worker, resident_id=mother.pk).resident_id == mother.pk


def test_nothing_is_planned_before_somebody_agrees(world):
    team = world.family_team(world.case(worker=world.worker), world.worker)
    with refused("nobody_agreed"):
        world.family_action(team, world.worker)


def test_an_action_is_not_due_yesterday(world):
    team, *_ = world.agreed_team()
    with refused("action_due_before"):
        world.family_action(team, world.worker, due_on=clock.today() - timedelta(days=1))


def test_who_left_the_team_is_given_nothing(world):
    team, *_ = world.agreed_team()
    nurse = world.joins(team, world.worker)
    leave_family_team(world.worker, reference=team.reference, member_id=nurse.pk, version=1, at=clock.now())
    with refused("member_has_left"):
        world.family_action(team, world.worker, member_id=nurse.pk)


def test_a_member_of_another_team_owns_nothing_here(world):
    team, *_ = world.agreed_team()
    other = world.family_team(world.case(worker=world.worker), world.worker)
    with pytest.raises(NotFound):
        world.family_action(team, world.worker, member_id=FamilyTeamMember.unscoped.get(team=other).pk)


def test_a_colleagues_team_is_not_found(world):
    team, *_ = world.agreed_team()
    with pytest.raises(NotFound):
        world.family_action(team, world.actor("engagement-worker", cluster="porth"))


def test_adding_needs_its_permission(world):
    team, *_ = world.agreed_team()
    with pytest.raises(NotPermitted):
        world.family_action(team, world.without(world.worker, "casework.add_family_action"))


def test_an_action_is_added_on_its_page_and_a_second_press_adds_no_other(world, as_):
    team, *_ = world.agreed_team()
    browser, address = as_(world.worker), f"/casework/families/{team.reference}/actions/new/"
    key = browser.get(address).context["form"]["form_key"].value()
    day = {"due_on_day": "30", "due_on_month": "6", "due_on_year": "2026", "form_key": key}
    assert browser.post(address, day | {"what": "Ring"}).status_code == 422
    sent = day | {"what": "Ring", "member_id": FamilyTeamMember.unscoped.get(team=team).pk}
    assert [browser.post(address, sent).status_code for _ in range(2)] == [303, 303]
    assert FamilyAction.unscoped.count() == 1
