import pytest

from lynchpin.casework.models import Case
from lynchpin.casework.use_cases.open_case import open_case
from lynchpin.frontdoor.models import Referral
from lynchpin.frontdoor.use_cases.return_referral import return_referral
from lynchpin.frontdoor.use_cases.route_referral import route_referral
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.people.models import Involvement, Resident
from lynchpin.people.use_cases.move_resident import move_resident
from tests.support import recorded, refused, trail


def test_a_routed_referral_becomes_a_case_of_its_lead_and_the_front_door_is_told(world):
    referral = world.referral_to_open()
    reference = open_case(
        world.lead_worker, referral=referral.reference, at=clock.now(), complexity="intensive", family_size=5
    )
    case = Case.unscoped.get(reference=reference)
    assert (case.lead_id, case.worker_id, case.weight) == (world.lead_worker.staff_id, None, 8 + 3 + 2)
    assert case.weight == sum(line["points"] for line in case.weight_parts)
    assert Referral.unscoped.get(pk=referral.pk).status == "taken-up"
    assert Involvement.unscoped.get(reference=reference).holder_id == world.lead_worker.staff_id
    assert recorded()[-3:] == ["casework.case_opened", "frontdoor.referral_taken_up", "people.involvement_begun"]
    assert trail("casework.case_opened")[-1] == {"referral": referral.reference, "weight": 13}


def test_a_referral_opens_one_case_only(world):
    referral = world.referral_to_open()
    open_case(world.lead_worker, referral=referral.reference, at=clock.now())
    with refused("referral_not_routed"):
        open_case(world.lead_worker, referral=referral.reference, at=clock.now())


def test_a_person_with_an_open_case_is_told_to_its_worker(world):
    resident = world.resident()
    first, second = world.referral_to_open(resident), world.referral_to_open(resident)
    open_case(world.lead_worker, referral=first.reference, at=clock.now())
    with refused("resident_has_open_case"):
        open_case(world.lead_worker, referral=second.reference, at=clock.now())


def test_a_person_with_an_open_case_under_another_record_of_theirs_is_told_to_its_worker(world):
    kept, double = world.resident(), world.resident()
    referral = world.referral_to_open(double)
    world.case(kept)
    world.merged(kept, double)
    with refused("resident_has_open_case"):
        open_case(world.lead_worker, referral=referral.reference, at=clock.now())


def test_another_clusters_referral_is_not_found(world):
    referral = world.referral_to_open()
    with pytest.raises(NotFound):
        open_case(world.actor("lead-worker", cluster="taf-west"), referral=referral.reference, at=clock.now())


def test_opening_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        open_case(world.worker, referral=world.referral_to_open().reference, at=clock.now())


def test_the_lead_opens_a_case_on_its_page(world, as_):
    referral = world.referral_to_open()
    browser = as_(world.lead_worker)
    address = f"/casework/open/{referral.reference}/"
    assert browser.get(address).status_code == 200
    answer = browser.post(address, {"complexity": "light", "family_size": "1", "intensity": "weekly"})
    assert answer.status_code == 303
    assert Case.unscoped.get(referral_reference=referral.reference).weight == 6


def test_a_worker_may_not_open_the_page(world, as_):
    assert as_(world.worker).get(f"/casework/open/{world.referral_to_open().reference}/").status_code == 403


def moves(world, resident, area_code):
    version = Resident.unscoped.get(pk=resident.pk).version
    told = {"address": "1 Heol Newydd", "moved_on": clock.today(), "area_code": area_code}
    move_resident(world.central, reference=resident.reference, version=version, at=clock.now(), **told)


def test_whoever_moved_before_they_were_routed_goes_to_where_they_live_now(world):
    assert world.lead_worker
    there = world.actor("lead-worker", cluster="taf-west")
    someone = world.resident()
    sent = world.screened(resident=someone)
    moves(world, someone, world.IN_TAF_WEST)
    routed = route(world, sent)
    assert (routed.cluster_id, routed.owner_id) == ("taf-west", there.staff_id)
    case = Case.unscoped.get(reference=open_case(there, referral=routed.reference, at=clock.now()))
    assert (case.cluster_id, case.lead_id) == ("taf-west", there.staff_id)


@pytest.mark.parametrize("to", ["IN_TAF_WEST", "OUTSIDE"])
def test_whoever_moved_after_they_were_routed_is_given_back_and_nothing_is_lost(world, to):
    someone = world.resident()
    routed = world.referral_to_open(someone)
    moves(world, someone, getattr(world, to))
    with refused("person_has_moved"):
        open_case(world.lead_worker, referral=routed.reference, at=clock.now())
    given = {"reference": routed.reference, "version": routed.version, "because": "wrong-place"}
    return_referral(world.lead_worker, at=clock.now(), **given)
    assert Referral.unscoped.get(pk=routed.pk).status == "returned" and not Case.unscoped.exists()


def test_a_lead_of_both_clusters_goes_on_with_whoever_moved_between_them(world):
    both = world.actor("lead-worker", cluster=("porth", "taf-west"))
    someone = world.resident()
    routed = world.referral_to_open(someone)
    moves(world, someone, world.IN_TAF_WEST)
    case = Case.unscoped.get(reference=open_case(both, referral=routed.reference, at=clock.now()))
    assert case.cluster_id == "taf-west"


def route(world, referral):
    told = {"route": "caseload", "route_reason": "Asked for company", "version": referral.version}
    route_referral(world.central, reference=referral.reference, at=clock.now(), **told)
    return Referral.unscoped.get(pk=referral.pk)
