from datetime import timedelta

import pytest

from lynchpin.kernel import audit, clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.profiles.models import ImpactAssessment, ProfileRun
from lynchpin.profiles.use_cases.approve_profile_run import approve_profile_run
from tests.support import recorded, refused
from tests.world.staff import machine


def approve(actor, reference, version=None, at=None):
    version = version or ProfileRun.unscoped.get(reference=reference).version
    return approve_profile_run(actor, reference=reference, version=version, at=at or clock.now())


@pytest.fixture
def heard():
    """What follows the verb, as wiring would set it."""
    told = []
    before = dict(audit._followers)
    audit.wire({"profiles.profile_run_approved": (lambda **facts: told.append(facts),)})
    yield told
    audit.wire(before)


def test_a_second_person_approves_and_others_follow_in_the_same_transaction(world, heard):
    reference = world.received_run()
    approve(world.approver, reference)
    run = ProfileRun.unscoped.get(reference=reference)
    assert (run.state, run.approved_by) == ("approved", world.approver.staff_id)
    assert recorded()[-1] == "profiles.profile_run_approved"
    assert heard == [{"run_reference": reference, "at": clock.now()}]


def test_whoever_commissioned_a_run_cannot_approve_it(world):
    reference = world.received_run()
    with refused("run_needs_a_second_person"):
        approve(world.commissioner, reference)


def test_the_service_itself_cannot_approve(world):
    reference = world.received_run()
    with refused("run_needs_a_named_approver"):
        approve(machine("profile-owner"), reference)


def test_a_run_that_was_not_received_cannot_be_approved(world):
    reference = world.commissioned_run()
    with refused("run_is_not_waiting_for_approval"):
        approve(world.approver, reference)


def test_a_run_past_its_review_cannot_be_approved(world):
    reference = world.received_run(review_on=clock.today() + timedelta(days=30))
    with refused("run_review_is_due"):
        approve(world.approver, reference, at=clock.now() + timedelta(days=31))


def test_a_run_whose_assessment_has_lapsed_cannot_be_approved(world):
    reference = world.received_run()
    with refused("assessment_lapsed"):
        approve(world.approver, reference, at=clock.now() + timedelta(days=180))


def test_an_approval_of_what_changed_meanwhile_is_stale(world):
    reference = world.received_run()
    with pytest.raises(Stale):
        approve(world.approver, reference, version=1)


def test_an_unknown_run_is_not_found(world):
    with pytest.raises(NotFound):
        approve(world.approver, "U-AAAA-AAAA", version=1)


def test_a_reviewer_approves_no_runs(world):
    with pytest.raises(NotPermitted):
        approve(world.central, "U-AAAA-AAAA", version=1)


def test_an_assessment_that_ended_meanwhile_stops_the_approval(world, heard):
    reference = world.received_run()
    world.ended_assessment(ImpactAssessment.unscoped.get().reference)
    with refused("assessment_ended"):
        approve(world.approver, reference)
    assert heard == [] and ProfileRun.unscoped.get().state == "received"


def test_a_reviewed_assessment_takes_the_place_of_the_one_that_a_run_was_commissioned_under(world, heard):
    reference = world.received_run()
    world.assessed(review_on=clock.today() + timedelta(days=365))
    assert approve(world.approver, reference)
