"""A proposal to go on is declined, or taken back, and the stop stands."""

import pytest

from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.profiles.models import ProfilingStop
from lynchpin.profiles.use_cases.decline_resuming import decline_resuming
from tests.support import refused, trail


def test_another_may_be_proposed_afterwards(world):
    stop = world.proposed_to_go_on()
    decline_resuming(world.head_of_service, reference=stop.reference, version=stop.version)
    stop = ProfilingStop.unscoped.get()
    assert (stop.state, stop.proposal, stop.proposed_at) == ("stands", "", None)
    assert trail("profiles.resuming_declined")[0]["proposed_by"] == world.commissioner.staff_id


def test_what_nobody_proposed_is_not_declined(world):
    stop = world.stopped()
    with refused("resuming_not_proposed"):
        decline_resuming(world.head_of_service, reference=stop.reference, version=stop.version)


def test_an_unknown_stop_is_not_found(world):
    with pytest.raises(NotFound):
        decline_resuming(world.head_of_service, reference="Z-AAAA-AAA2", version=1)


def test_a_reviewer_declines_nothing(world):
    with pytest.raises(NotPermitted):
        decline_resuming(world.central, reference="Z-AAAA-AAA2", version=1)
