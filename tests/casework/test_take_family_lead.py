import pytest

from lynchpin.casework.models import FamilyTeam, FamilyTeamMember
from lynchpin.casework.use_cases.offer_family_lead import offer_family_lead
from lynchpin.casework.use_cases.take_family_lead import take_family_lead
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from tests.support import refused, trail


@pytest.fixture
def offered(world):
    team, *_ = world.agreed_team()
    other = world.actor("engagement-worker", cluster="taf-west")
    offer_family_lead(world.worker, reference=team.reference, version=1, staff_id=other.staff_id, at=clock.now())
    return team, other


def take(actor, team, version=2):
    return take_family_lead(actor, reference=team.reference, version=version, role="Family worker", at=clock.now())


def test_whoever_was_asked_leads_from_now_on_and_is_on_the_team(world, offered):
    team, other = offered
    take(other, team)
    led = FamilyTeam.unscoped.get(pk=team.pk)
    assert (led.lead_id, led.next_lead_id) == (other.staff_id, None)
    assert FamilyTeamMember.unscoped.filter(team=team, staff_id=other.staff_id, left_on__isnull=True).count() == 1
    assert trail("casework.family_lead_taken") == [{"before": world.worker.staff_id, "lead": other.staff_id}]


def test_nobody_else_takes_it(world, offered):
    team, _ = offered
    with refused("family_lead_not_offered"):
        take(world.worker, team)


def test_it_is_taken_once(offered):
    team, other = offered
    take(other, team)
    with pytest.raises(Stale):
        take(other, team)
    with refused("family_lead_not_offered"):
        take(other, team, version=3)


def test_a_team_that_was_not_offered_is_not_found(world, offered):
    team, _ = offered
    with pytest.raises(NotFound):
        take(world.actor("engagement-worker", cluster="porth"), team)


def test_taking_needs_its_permission(world, offered):
    team, other = offered
    with pytest.raises(NotPermitted):
        take(world.without(other, "casework.take_family_lead"), team)


def test_the_lead_is_taken_on_its_page(offered, as_):
    team, other = offered
    browser, address = as_(other), f"/casework/families/{team.reference}/lead/take/"
    assert address in browser.get(f"/casework/families/{team.reference}/").content.decode()
    assert browser.get(address).status_code == 200
    assert browser.post(address, {"version": "2", "role": "Family worker"}).status_code == 303
