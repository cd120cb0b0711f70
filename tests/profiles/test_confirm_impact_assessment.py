"""A second person lets an impact assessment count, and the reviewed one takes the place of the earlier."""

from datetime import timedelta

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.profiles.models import ImpactAssessment
from lynchpin.profiles.use_cases.confirm_impact_assessment import confirm_impact_assessment
from tests.support import refused, trail


def confirm(actor, reference, version=1, at=None):
    return confirm_impact_assessment(actor, reference=reference, version=version, at=at or clock.now())


def test_it_counts_from_now_on(world):
    reference = world.assessment()
    confirm(world.data_protection_officer, reference)
    assert ImpactAssessment.unscoped.get().confirmed_by == world.data_protection_officer.staff_id
    assert trail("profiles.impact_assessment_confirmed")[0]["replaced"] == []


def test_the_earlier_one_of_its_number_ends(world):
    first = world.assessed()
    second = world.assessed(review_on=clock.today() + timedelta(days=365))
    earlier = ImpactAssessment.unscoped.get(reference=first)
    assert (earlier.ending, earlier.ended_by) == ("replaced", world.data_protection_officer.staff_id)
    assert ImpactAssessment.unscoped.get(reference=second).ended_at is None
    assert trail("profiles.impact_assessment_confirmed")[1]["replaced"] == [first]


def test_whoever_recorded_it_cannot_confirm_it_under_another_role_either(world):
    reference = world.assessment()
    officer = world.assigned(world.commissioner.staff_id, "data-protection-officer")
    with refused("assessment_needs_a_second_person"):
        confirm(officer, reference)


def test_it_is_confirmed_once(world):
    with refused("assessment_confirmed_already"):
        confirm(world.data_protection_officer, world.assessed(), version=2)


def test_one_that_ended_is_not_confirmed(world):
    reference = world.assessment()
    world.ended_assessment(reference)
    with refused("assessment_ended_already"):
        confirm(world.data_protection_officer, reference, version=2)


def test_one_whose_review_came_before_its_confirmation_is_refused(world):
    reference = world.assessment()
    with refused("assessment_review_in_the_past"):
        confirm(world.data_protection_officer, reference, at=clock.now() + timedelta(days=200))


def test_one_that_changed_meanwhile_is_stale_and_an_unknown_one_not_found(world):
    reference = world.assessment()
    with pytest.raises(Stale):
        confirm(world.data_protection_officer, reference, version=7)
    with pytest.raises(NotFound):
        confirm(world.data_protection_officer, "I-AAAA-AAA2")


def test_a_profile_owner_confirms_none(world):
    with pytest.raises(NotPermitted):
        confirm(world.approver, world.assessment())
