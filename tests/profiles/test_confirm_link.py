"""A second person looks before two children's records are joined."""

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.profiles.models import LinkDecision
from lynchpin.profiles.use_cases.confirm_link import confirm_link
from tests.support import refused, trail


def confirm(actor, decision):
    facts = {"reference": decision.reference, "version": decision.version, "at": clock.now()}
    return confirm_link(actor, looked_words="The school says so too.", **facts)


@pytest.mark.parametrize("who", ["second_central", "head_of_service"])
def test_the_answer_stands_once_a_second_person_agrees(world, who):
    decision = world.child_joined()
    confirm(getattr(world, who), decision)
    kept = LinkDecision.unscoped.get(pk=decision.pk)
    assert (kept.state, kept.looked_by) == ("stands", getattr(world, who).staff_id)
    assert trail("profiles.link_confirmed") == [{"answer": "same"}]


def test_nobody_is_their_own_second_person(world):
    decision = world.child_joined()
    with refused("link_needs_a_second_person"):
        confirm(world.central, decision)


def test_an_answer_that_does_not_wait_is_not_confirmed(world):
    with refused("link_not_waiting"):
        confirm(world.second_central, world.answered_link())


def test_an_answer_that_is_not_there_is_not_found(world):
    decision = world.child_joined()
    decision.reference = "Y-AAAA-AAA2"
    with pytest.raises(NotFound):
        confirm(world.second_central, decision)


def test_whoever_sees_no_person_confirms_nothing(world):
    with pytest.raises(NotPermitted):
        confirm(world.approver, world.child_joined())
