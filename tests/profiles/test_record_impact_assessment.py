"""An impact assessment is recorded as it was decided, and counts for nothing until another person confirms it."""

from datetime import date, timedelta

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.profiles.models import ImpactAssessment
from lynchpin.profiles.use_cases.record_impact_assessment import record_impact_assessment
from tests.support import refused, trail
from tests.world.staff import machine

TODAY = date(2026, 6, 10)


def test_it_is_kept_with_whoever_answers_for_it_and_waits(world):
    kept = ImpactAssessment.unscoped.get(reference=world.assessment())
    assert (kept.number, kept.cluster_keys, kept.confirmed_at) == ("DPIA-2026-04", ["porth"], None)
    assert kept.answerable_id == world.head_of_service.staff_id and kept.recorded_by == world.commissioner.staff_id
    assert trail("profiles.impact_assessment_recorded")[0]["review_on"] == "2026-12-07"


def test_one_that_covers_every_place_names_none(world):
    kept = ImpactAssessment.unscoped.get(reference=world.assessment(everywhere=True))
    assert kept.everywhere and kept.cluster_keys == []


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"decided_on": TODAY + timedelta(days=1)}, "assessment_decided_ahead"),
        ({"review_on": TODAY}, "assessment_review_in_the_past"),
        ({"purposes": []}, "assessment_without_purpose"),
        ({"cluster_keys": []}, "assessment_without_places"),
        ({"zone_keys": ["atlantis"]}, "assessment_over_unknown_place"),
    ],
)
def test_one_that_says_too_little_or_nonsense_is_refused(world, given, code):
    with refused(code):
        world.assessment(**given)


def test_a_number_waits_once(world):
    world.assessment()
    with refused("assessment_waits_already"):
        world.assessment()


def test_a_reviewed_one_is_recorded_beside_the_one_in_force(world):
    world.assessed()
    assert world.assessment()


def test_it_is_recorded_by_a_named_person(world):
    answerable = world.head_of_service
    facts = {"number": "X", "title": "X", "purposes": ["X"], "everywhere": True, "document_place": "X"}
    dates = {"decided_on": TODAY, "review_on": TODAY + timedelta(days=9), "at": clock.now()}
    with refused("assessment_needs_a_named_person"):
        record_impact_assessment(machine("profile-owner"), answerable=str(answerable.staff_id), **facts, **dates)


def test_nobody_answers_who_is_not_a_colleague(world):
    with pytest.raises(NotFound):
        world.assessment(answerable="S-AAAA-AAA2")


@pytest.mark.parametrize("role", ["data-protection-officer", "head-of-service", "central-support"])
def test_other_roles_record_none(world, role):
    with pytest.raises(NotPermitted):
        record_impact_assessment(
            world.actor(role),
            number="X",
            title="X",
            answerable="X",
            decided_on=TODAY,
            review_on=TODAY,
            purposes=["X"],
            document_place="X",
            at=clock.now(),
        )
