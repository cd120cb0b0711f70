import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.safeguarding.models import Concern
from lynchpin.safeguarding.use_cases.acknowledge_concern import acknowledge_concern
from tests.support import recorded, refused


def take(actor, concern, **facts):
    given = {"acknowledged_at": clock.now(), "version": concern.version, "at": clock.now()}
    return acknowledge_concern(actor, reference=concern.reference, **given | facts)


def test_a_decision_is_expected_after_one_working_day(world):
    concern = world.concern(world.resident(), "confirmed")
    take(world.safeguarding_lead, concern)
    kept = Concern.unscoped.get(pk=concern.pk)
    assert (kept.status, kept.decision_due_on.isoformat()) == ("acknowledged", "2026-06-11")
    assert recorded()[-1] == "safeguarding.concern_acknowledged"


def test_the_step_is_taken_in_its_turn(world):
    with refused("concern_moved_on"):
        take(world.safeguarding_lead, world.concern(world.resident(), "reported"))


def test_a_concern_that_is_not_there_is_missing(world):
    concern = world.concern(world.resident(), "confirmed")
    concern.reference = "X-2222-2222"
    with pytest.raises(NotFound):
        take(world.safeguarding_lead, concern)


def test_the_step_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        take(world.central, world.concern(world.resident(), "confirmed"))
