import pytest

from lynchpin.casework.models import FamilyTeamMember
from lynchpin.kernel.errors import NotFound, NotPermitted
from tests.support import refused, trail


def test_somebody_without_an_account_is_on_the_team_by_name_role_and_agency(world):
    team, *_ = world.agreed_team()
    nurse = world.joins(team, world.worker)
    assert (nurse.name, nurse.role, nurse.organisation_id, nurse.staff_id) == (
        "Sian Rowlands",
        "School nurse",
        "school",
        None,
    )
    assert trail("casework.family_team_joined")[-1]["organisation"] == "school"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"name": " "}, "member_without_name"),
        ({"role": ""}, "member_without_role"),
        ({"organisation": ""}, "member_without_agency"),
        ({"name": "sian@example.org"}, "member_named_by_address"),
        ({"role": "Nurse, 01443 496000"}, "member_named_by_address"),
    ],
)
def test_no_address_of_theirs_is_kept_and_nothing_is_missing(world, given, code):
    team, *_ = world.agreed_team()
    with refused(code):
        world.joins(team, world.worker, **given)


def test_an_agency_that_nobody_knows_is_not_found(world):
    team, *_ = world.agreed_team()
    with pytest.raises(NotFound):
        world.joins(team, world.worker, organisation="nowhere")


def test_a_colleague_who_joins_sees_the_team_and_one_who_does_not_does_not(world, as_):
    team, *_ = world.agreed_team()
    joined, other = world.actor("engagement-worker", cluster="porth"), world.actor("engagement-worker", cluster="porth")
    address = f"/casework/families/{team.reference}/"
    assert as_(joined).get(address).status_code == 404
    world.joins(team, world.worker, joined)
    page = as_(joined).get(address).content.decode()
    assert "Mair" in page and "/casework/C-" not in page, "on the team, and not on the case"
    assert as_(other).get(address).status_code == 404


def test_a_partner_with_an_account_sees_the_team_that_they_are_on(world, as_):
    team, *_ = world.agreed_team()
    partner = world.actor("referrer", organisation="school")
    world.joins(team, world.worker, partner)
    page = as_(partner).get(f"/casework/families/{team.reference}/")
    assert page.status_code == 200 and "members/new" not in page.content.decode()


def test_a_colleague_joins_once(world):
    team, *_ = world.agreed_team()
    world.joins(team, world.worker, world.lead_worker)
    with refused("member_already"):
        world.joins(team, world.worker, world.lead_worker)


def test_a_colleague_from_whom_the_family_is_hidden_does_not_join(world):
    team, _, mother, _ = world.agreed_team()
    cousin = world.actor("engagement-worker", cluster="porth")
    world.restrict(mother, "exclusion", hidden_from=cousin.staff_id)
    with refused("worker_kept_from_case"):
        world.joins(team, world.worker, cousin)


def test_joining_needs_its_permission(world):
    team, *_ = world.agreed_team()
    with pytest.raises(NotPermitted):
        world.joins(team, world.without(world.worker, "casework.join_family_team"))


def test_somebody_is_put_on_the_team_on_its_page(world, as_):
    team, *_ = world.agreed_team()
    browser, address = as_(world.worker), f"/casework/families/{team.reference}/members/new/"
    assert browser.get(address).status_code == 200
    empty = browser.post(address, {"role": "Nurse"})
    assert empty.status_code == 422 and "Name the colleague" in empty.content.decode()
    sent = {"name": "Sian Rowlands", "organisation": "school", "role": "School nurse"}
    assert browser.post(address, sent).status_code == 303
    assert FamilyTeamMember.unscoped.filter(team=team).count() == 2
