import pytest

from lynchpin.casework.models import Case
from lynchpin.casework.use_cases.open_case import open_case
from lynchpin.frontdoor.models import Referral
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.people.models import Involvement
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
