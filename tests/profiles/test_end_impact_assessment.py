"""An impact assessment ends at once, and what hangs on it stops where it is."""

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.profiles.models import ImpactAssessment
from lynchpin.profiles.use_cases.end_impact_assessment import end_impact_assessment
from tests.support import refused, trail


def end(actor, reference, version=1, ending="sent_back"):
    return end_impact_assessment(actor, reference=reference, version=version, ending=ending, at=clock.now())


def test_the_officer_sends_one_back_that_waits(world):
    end(world.data_protection_officer, world.assessment())
    assert ImpactAssessment.unscoped.get().ending == "sent_back"
    assert trail("profiles.impact_assessment_ended") == [{"ending": "sent_back"}]


def test_its_number_may_then_be_recorded_again(world):
    end(world.commissioner, world.assessment(), ending="mistake")
    assert world.assessed()


def test_it_ends_once(world):
    reference = world.assessed()
    end(world.commissioner, reference, version=2)
    with refused("assessment_ended_already"):
        end(world.commissioner, reference, version=3)


def test_an_unknown_one_is_not_found(world):
    with pytest.raises(NotFound):
        end(world.commissioner, "I-AAAA-AAA2")


def test_a_head_of_service_ends_none(world):
    with pytest.raises(NotPermitted):
        end(world.head_of_service, world.assessment())
