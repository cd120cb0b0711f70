from dataclasses import replace
from datetime import timedelta

import pytest

from lynchpin.casework.models import FamilyAction, FamilyTeam
from lynchpin.casework.queries.families.team import family_team_page
from lynchpin.casework.use_cases.close_family_team import close_family_team
from lynchpin.casework.use_cases.settle_family_action import settle_family_action
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from tests.support import refused, trail


def close(worker, team, outcome="goals-reached", **given):
    version = FamilyTeam.unscoped.get(pk=team.pk).version
    asked = {"version": version, "outcome": outcome, "at": clock.now()} | given
    return close_family_team(worker, reference=team.reference, **asked)


def test_a_team_ends_with_an_outcome_when_its_plan_is_settled(world):
    team, *_ = world.agreed_team()
    action = world.family_action(team, world.worker)
    world.family_met(team, world.worker)
    with refused("family_actions_open"):
        close(world.worker, team)
    about = {"reference": team.reference, "action_id": action.pk, "version": 1}
    settle_family_action(world.worker, **about, done=True, at=clock.now())
    close(world.worker, team, outcome_note="They sleep")
    ended = FamilyTeam.unscoped.get(pk=team.pk)
    assert (ended.status, ended.outcome, ended.closed_on) == ("closed", "goals-reached", clock.today())
    assert trail("casework.family_team_closed") == [{"outcome": "goals-reached", "stopped": 0}]


def test_a_familys_no_waits_for_nothing(world):
    team, *_ = world.agreed_team()
    action = world.family_action(team, world.worker)
    close(world.worker, team, "familys-no")
    assert FamilyAction.unscoped.get(pk=action.pk).status == "stopped"


def test_a_case_is_not_closed_while_its_team_works(world):
    team, case, *_ = world.agreed_team()
    with refused("family_team_works_on"):
        world.closed(case, world.worker)
    close(world.worker, team, "moved-away")
    assert world.closed(case, world.worker).status == "closed"


def test_a_team_that_never_met_reached_nothing(world):
    team, *_ = world.agreed_team()
    with refused("family_team_never_met"):
        close(world.worker, team)


def test_a_closed_team_takes_nothing_more(world):
    team, *_ = world.agreed_team()
    close(world.worker, team, "moved-away")
    for more in (
        lambda: close(world.worker, team, "moved-away"),
        lambda: world.joins(team, world.worker),
        lambda: world.family_assessed(team, world.worker),
        lambda: world.family_action(team, world.worker),
        lambda: world.family_met(team, world.worker),
    ):
        with refused("family_team_closed"):
            more()


def test_stepping_down_goes_on_to_a_handover(world, as_):
    team, case, *_ = world.agreed_team()
    world.family_met(team, world.worker)
    close(world.worker, team, "stepped-down")
    page = as_(world.worker).get(f"/casework/families/{team.reference}/").content.decode()
    assert f"/pathways/cases/{case.reference}" in page or "Prepare a handover" in page


def test_a_colleague_of_the_team_may_read_it_for_four_weeks_more(world):
    team, *_ = world.agreed_team()
    joined = world.actor("engagement-worker", cluster="porth")
    world.joins(team, world.worker, joined)
    close(world.worker, team, "familys-no")
    last = clock.today() + timedelta(days=28)
    assert family_team_page(replace(joined, on=last), team.reference).outcome == "familys-no"
    with pytest.raises(NotFound):
        family_team_page(replace(joined, on=last + timedelta(days=1)), team.reference)


def test_a_stale_closing_is_refused(world):
    team, *_ = world.agreed_team()
    with pytest.raises(Stale):
        close(world.worker, team, "familys-no", version=9)


def test_a_colleagues_team_is_not_found(world):
    team, *_ = world.agreed_team()
    with pytest.raises(NotFound):
        close(world.actor("engagement-worker", cluster="porth"), team)


def test_closing_needs_its_permission(world):
    team, *_ = world.agreed_team()
    with pytest.raises(NotPermitted):
        close(world.without(world.worker, "casework.close_family_team"), team)


def test_a_team_is_closed_on_its_page(world, as_):
    team, *_ = world.agreed_team()
    browser, address = as_(world.worker), f"/casework/families/{team.reference}/close/"
    assert browser.get(address).status_code == 200
    assert browser.post(address, {"version": "1"}).status_code == 422
    assert browser.post(address, {"version": "1", "outcome": "familys-no"}).status_code == 303
