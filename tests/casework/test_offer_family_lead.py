import pytest

from lynchpin.casework.models import FamilyTeam
from lynchpin.casework.use_cases.offer_family_lead import offer_family_lead
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from tests.support import refused, trail


def offer(worker, team, to, **given):
    asked = {"version": team.version, "staff_id": to.staff_id, "at": clock.now()} | given
    return offer_family_lead(worker, reference=team.reference, **asked)


def test_the_lead_stays_until_it_is_taken(world, as_):
    team, *_ = world.agreed_team()
    other = world.actor("engagement-worker", cluster="taf-west")
    offer(world.worker, team, other)
    offered = FamilyTeam.unscoped.get(pk=team.pk)
    assert (offered.lead_id, offered.next_lead_id) == (world.worker.staff_id, other.staff_id)
    assert trail("casework.family_lead_offered") == [{"lead": world.worker.staff_id, "to": other.staff_id}]
    browser = as_(other)
    assert "/desk/from-colleagues/#families-due" in browser.get("/desk/").content.decode(), (
        "whoever is asked is told at home"
    )
    assert team.reference in browser.get("/desk/from-colleagues/").content.decode()


@pytest.mark.parametrize(("who", "code"), [("worker", "family_lead_already"), ("central", "worker_holds_no_cases")])
def test_the_lead_is_offered_to_somebody_who_can_take_it(world, who, code):
    team, *_ = world.agreed_team()
    with refused(code):
        offer(world.worker, team, getattr(world, who))


def test_the_lead_is_not_offered_to_a_colleague_from_whom_the_family_is_hidden(world):
    team, _, mother, _ = world.agreed_team()
    cousin = world.actor("engagement-worker", cluster="porth")
    world.restrict(mother, "exclusion", hidden_from=cousin.staff_id)
    with refused("worker_kept_from_case"):
        offer(world.worker, team, cousin)


def test_a_stale_offer_is_refused(world):
    team, *_ = world.agreed_team()
    with pytest.raises(Stale):
        offer(world.worker, team, world.lead_worker, version=team.version + 1)


def test_a_colleagues_team_is_not_found(world):
    team, *_ = world.agreed_team()
    with pytest.raises(NotFound):
        offer(world.actor("engagement-worker", cluster="porth"), team, world.lead_worker)


def test_offering_needs_its_permission(world):
    team, *_ = world.agreed_team()
    with pytest.raises(NotPermitted):
        offer(world.without(world.worker, "casework.offer_family_lead"), team, world.lead_worker)


def test_the_lead_is_offered_on_its_page(world, as_):
    team, *_ = world.agreed_team()
    other = world.actor("engagement-worker", cluster="porth")
    browser, address = as_(world.worker), f"/casework/families/{team.reference}/lead/"
    assert browser.get(address).status_code == 200
    assert browser.post(address, {"version": "1"}).status_code == 422
    assert browser.post(address, {"version": "1", "staff_id": other.staff_id}).status_code == 303
