"""A second person who does not agree opens the question again."""

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.profiles.models import LinkDecision, LinkDoubt
from lynchpin.profiles.use_cases.decline_link import decline_link
from tests.support import refused, trail


def decline(actor, decision):
    facts = {"reference": decision.reference, "version": decision.version, "at": clock.now()}
    return decline_link(actor, looked_words="They are twins: I know both.", **facts)


def test_the_pair_is_asked_about_again(world):
    decision = world.child_joined()
    decline(world.head_of_service, decision)
    assert LinkDecision.unscoped.get(pk=decision.pk).state == "declined"
    assert LinkDoubt.unscoped.get(pk=decision.doubt_id).is_open
    assert trail("profiles.link_declined") == [{"answer": "same"}]
    world.answered_link(world.doubt("EDX1", "CHX1"))


def test_nobody_is_their_own_second_person(world):
    decision = world.child_joined()
    with refused("link_needs_a_second_person"):
        decline(world.central, decision)


def test_an_answer_that_does_not_wait_is_not_declined(world):
    with refused("link_not_waiting"):
        decline(world.second_central, world.answered_link())


def test_an_answer_that_is_not_there_is_not_found(world):
    decision = world.child_joined()
    decision.reference = "Y-AAAA-AAA2"
    with pytest.raises(NotFound):
        decline(world.second_central, decision)


def test_whoever_sees_no_person_declines_nothing(world):
    with pytest.raises(NotPermitted):
        decline(world.approver, world.child_joined())
