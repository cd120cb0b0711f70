import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.safeguarding.models import Concern
from lynchpin.safeguarding.use_cases.confirm_concern import confirm_concern
from tests.support import recorded, refused


def take(actor, concern, **facts):
    given = {"confirmed_at": clock.now(), "version": concern.version, "at": clock.now()}
    return confirm_concern(actor, reference=concern.reference, **given | facts)


def test_an_acknowledgement_is_expected_within_7_working_days(world):
    concern = world.concern(world.resident(), "reported")
    take(world.safeguarding_lead, concern)
    kept = Concern.unscoped.get(pk=concern.pk)
    assert (kept.status, kept.acknowledgement_due_on.isoformat()) == ("confirmed", "2026-06-19")
    assert recorded()[-1] == "safeguarding.concern_confirmed"


def test_the_step_is_taken_in_its_turn(world):
    with refused("concern_moved_on"):
        take(world.safeguarding_lead, world.concern(world.resident(), "raised"))


def test_a_concern_that_is_not_there_is_missing(world):
    concern = world.concern(world.resident(), "reported")
    concern.reference = "X-2222-2222"
    with pytest.raises(NotFound):
        take(world.safeguarding_lead, concern)


def test_the_step_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        take(world.central, world.concern(world.resident(), "reported"))
