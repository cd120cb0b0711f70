from datetime import timedelta

import pytest

from lynchpin.casework.models import FamilyAction, FamilyTeamMember
from lynchpin.casework.use_cases.leave_family_team import leave_family_team
from lynchpin.kernel import clock, guard
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.organisations.models import Staff
from tests.support import refused, trail


def leave(world, team, member, worker=None, **given):
    asked = {"member_id": member.pk, "version": member.version, "at": clock.now()} | given
    return leave_family_team(worker or world.worker, reference=team.reference, **asked)


def test_what_a_member_still_has_to_do_goes_to_somebody_who_stays(world):
    team, *_ = world.agreed_team()
    nurse, teacher = world.joins(team, world.worker), world.joins(team, world.worker, name="Huw", role="Teacher")
    action = world.family_action(team, world.worker, member_id=nurse.pk)
    with refused("member_owns_actions"):
        leave(world, team, nurse)
    assert leave(world, team, nurse, successor_id=teacher.pk) == 1
    assert FamilyAction.unscoped.get(pk=action.pk).member_id == teacher.pk
    assert FamilyTeamMember.unscoped.get(pk=nurse.pk).left_on == clock.today()
    assert trail("casework.family_team_left")[-1]["actions"] == 1


def test_the_lead_professional_hands_the_lead_over_first(world):
    team, *_ = world.agreed_team()
    with refused("member_is_family_lead"):
        leave(world, team, FamilyTeamMember.unscoped.get(team=team))


def test_nobody_leaves_twice_and_nothing_goes_to_somebody_who_left(world):
    team, *_ = world.agreed_team()
    nurse, teacher = world.joins(team, world.worker), world.joins(team, world.worker, name="Huw", role="Teacher")
    world.family_action(team, world.worker, member_id=teacher.pk)
    leave(world, team, nurse)
    gone = FamilyTeamMember.unscoped.get(pk=nurse.pk)
    with refused("member_has_left"):
        leave(world, team, gone)
    with refused("member_has_left"):
        leave(world, team, teacher, successor_id=nurse.pk)


def test_a_colleague_who_left_the_team_sees_it_no_more(world, as_):
    team, *_ = world.agreed_team()
    joined = world.actor("engagement-worker", cluster="porth")
    member = world.joins(team, world.worker, joined)
    leave(world, team, member)
    assert as_(joined).get(f"/casework/families/{team.reference}/").status_code == 404


def test_a_member_who_left_their_agency_is_pointed_out(world, as_):
    team, *_ = world.agreed_team()
    joined = world.actor("engagement-worker", cluster="porth")
    world.joins(team, world.worker, joined)
    with guard.resting():
        Staff.unscoped.filter(pk=joined.staff_id).update(left_on=clock.today() - timedelta(days=1))
    page = as_(world.worker).get(f"/casework/families/{team.reference}/").content.decode()
    assert "They no longer work at their agency" in page


def test_a_stale_form_takes_nobody_off(world):
    team, *_ = world.agreed_team()
    nurse = world.joins(team, world.worker)
    with pytest.raises(Stale):
        leave(world, team, nurse, version=nurse.version + 1)


def test_a_member_of_another_team_is_not_found(world):
    team, *_ = world.agreed_team()
    other = world.family_team(world.case(worker=world.worker), world.worker)
    with pytest.raises(NotFound):
        leave(world, team, FamilyTeamMember.unscoped.get(team=other))


def test_taking_somebody_off_needs_its_permission(world):
    team, *_ = world.agreed_team()
    nurse = world.joins(team, world.worker)
    with pytest.raises(NotPermitted):
        leave(world, team, nurse, world.without(world.worker, "casework.leave_family_team"))


def test_somebody_is_taken_off_on_the_page(world, as_):
    team, *_ = world.agreed_team()
    nurse = world.joins(team, world.worker)
    browser, address = as_(world.worker), f"/casework/families/{team.reference}/members/{nurse.pk}/leave/"
    assert browser.get(address).status_code == 200
    assert browser.get(address.replace(str(nurse.pk), "999999")).status_code == 404
    assert browser.post(address, {"version": nurse.version}).status_code == 303
