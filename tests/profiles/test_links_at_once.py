"""Two who answer at once, each with a connection of their own: one is first, and all that stands can hold together."""

import pytest

from lynchpin.profiles.models import LinkDecision
from tests.frontdoor.test_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True, databases="__all__")


def test_of_two_who_answer_about_one_pair_the_later_is_told(world):
    doubt, one, other = world.doubt(), world.central, world.second_central
    answers = at_once(
        lambda: world.answered_link(doubt, by=one, answer="same"),
        lambda: world.answered_link(doubt, by=other, answer="different"),
    )
    assert "link_answered_already" in answers and LinkDecision.unscoped.count() == 1


def test_of_two_answers_that_cannot_both_be_so_one_is_refused(world):
    one, other = world.central, world.second_central
    world.child_joined()
    joining, parting = world.doubt("CHX1", "HOX3"), world.doubt("EDX1", "HOX3")
    answers = at_once(
        lambda: world.answered_link(joining, by=one, answer="same"),
        lambda: world.answered_link(parting, by=other, answer="different"),
    )
    assert "link_answer_contradicts" in answers and LinkDecision.unscoped.count() == 2
