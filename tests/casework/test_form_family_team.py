from datetime import date

import pytest

from lynchpin.casework.models import FamilyTeam, FamilyTeamMember
from lynchpin.casework.use_cases.close_family_team import close_family_team
from lynchpin.casework.use_cases.form_family_team import form_family_team
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from tests.casework.counting import statements
from tests.support import refused, trail


def test_a_team_has_a_lead_from_its_first_day_and_meets_within_six_weeks(world):
    case = world.case(worker=world.worker)
    team = world.family_team(case, world.worker)
    assert (team.lead_id, team.status, team.meet_until_on) == (world.worker.staff_id, "forming", date(2026, 7, 22))
    assert FamilyTeamMember.unscoped.get(team=team).staff_id == world.worker.staff_id
    assert trail("casework.family_team_formed") == [{"case": case.pk, "lead": world.worker.staff_id}]


def test_a_case_has_one_team_at_a_time_and_another_after_it(world):
    case = world.case(worker=world.worker)
    team = world.family_team(case, world.worker)
    with refused("case_has_family_team"):
        world.family_team(case, world.worker)
    close_family_team(world.worker, reference=team.reference, version=1, outcome="familys-no", at=clock.now())
    assert world.family_team(case, world.worker).reference != team.reference


def test_a_colleagues_case_is_not_found(world):
    with pytest.raises(NotFound):
        world.family_team(world.case(worker=world.worker), world.actor("engagement-worker", cluster="porth"))


def test_another_clusters_team_is_not_found_on_any_page(world, as_):
    team, *_ = world.agreed_team()
    browser = as_(world.actor("lead-worker", cluster="taf-west"))
    for page in ("", "members/new/", "assessment/", "actions/new/", "meetings/new/", "lead/", "lead/take/", "close/"):
        assert browser.get(f"/casework/families/{team.reference}/{page}").status_code == 404, page


def test_forming_needs_its_permission(world):
    case = world.case(worker=world.worker)
    with pytest.raises(NotPermitted):
        world.family_team(case, world.without(world.worker, "casework.form_family_team"))


def test_a_team_is_formed_on_the_page_of_the_case_and_a_second_press_forms_no_other(world, as_):
    case = world.case(worker=world.worker)
    browser = as_(world.worker)
    address = f"/casework/{case.reference}/family-team/"
    assert address in browser.get(f"/casework/{case.reference}/").content.decode()
    sent = {"role": "Family worker", "form_key": browser.get(address).context["form"]["form_key"].value()}
    first, second = browser.post(address, sent), browser.post(address, sent)
    assert first.status_code == second.status_code == 303 and first["Location"] == second["Location"]
    assert FamilyTeam.unscoped.count() == 1


def test_a_manager_may_read_a_team_and_not_form_one(world, as_):
    team, case, *_ = world.agreed_team()
    browser = as_(world.cluster_manager)
    assert browser.get(f"/casework/families/{team.reference}/").status_code == 200
    assert browser.get(f"/casework/{case.reference}/family-team/").status_code == 403


def test_the_centre_sees_who_is_on_a_team_and_not_what_was_said(world, as_):
    team, *_ = world.agreed_team()
    world.family_assessed(team, world.worker)
    page = as_(world.central).get(f"/casework/families/{team.reference}/").content.decode()
    assert "Family worker" in page and "Mam-gu" not in page


def test_a_page_of_a_team_asks_the_same_number_of_questions_however_long_it_works(world, as_):
    team, _, mother, daughter = world.agreed_team()
    browser = as_(world.worker)
    address = f"/casework/families/{team.reference}/"
    world.family_assessed(team, world.worker, voices={mother.pk: "Dwi wedi blino"})
    world.family_met(team, world.worker)
    world.family_action(team, world.worker)
    few = statements(lambda: browser.get(address))
    world.agrees(team, daughter, world.worker)
    for _ in range(4):
        nurse = world.joins(team, world.worker, name="Nyrs arall")
        world.family_action(team, world.worker, member_id=nurse.pk, resident_id=daughter.pk)
        world.family_met(team, world.worker, family=[daughter.pk])
    assert statements(lambda: browser.get(address)) == few <= 30


def test_a_closed_case_forms_no_team(world):
    case = world.case(worker=world.worker)
    world.closed(case, world.worker)
    with refused("case_closed"):
        form_family_team(world.worker, reference=case.reference, role="Family worker", at=clock.now())
