"""A pair whose answer is gone is asked about again, unless a newer run says itself what it doubts."""

from lynchpin.profiles.models import LinkDecision, LinkDoubt
from tests.profiles.test_undo_link import undo
from tests.support import trail


def test_it_is_open_while_its_run_is_the_newest(world):
    decision = world.answered_link()
    undo(world.central, decision)
    assert LinkDoubt.unscoped.get(pk=decision.doubt_id).is_open
    assert trail("profiles.doubt_reopened") == [{"open": True}]


def test_it_stays_closed_once_a_newer_run_asks(world):
    decision = world.answered_link()
    world.doubted_run()
    undo(world.central, LinkDecision.unscoped.get(pk=decision.pk))
    assert not LinkDoubt.unscoped.get(pk=decision.doubt_id).is_open
