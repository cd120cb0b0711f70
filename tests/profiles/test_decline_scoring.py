"""What is not approved stays in the history with the reason, and makes room for another."""

from __future__ import annotations

import pytest

from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from tests.support import refused, trail


@pytest.mark.parametrize("state", ["draft", "proposed"])
def test_a_draft_or_a_proposal_is_declined_with_a_reason(world, state):
    edition = world.scoring_declined(getattr(world, f"scoring_{state}")())
    assert (edition.state, edition.declined_by) == ("declined", world.approver.staff_id)
    assert edition.decision_reason == "It proxies for poverty."
    assert trail("profiles.scoring_declined") == [{"edition": 1}]


def test_whoever_wrote_it_may_take_it_back(world):
    assert world.scoring_declined(world.scoring_draft(), world.commissioner).state == "declined"


def test_an_approved_edition_is_followed_by_another_and_never_declined(world):
    edition = world.scoring_approved()
    with refused("scoring_settled_already"):
        world.scoring_declined(edition)


def test_a_stale_form_declines_nothing(world):
    edition = world.scoring_draft()
    edition.version += 1
    with pytest.raises(Stale):
        world.scoring_declined(edition)


def test_an_edition_that_never_was_is_missing(world):
    edition = world.scoring_draft()
    edition.number = 9
    with pytest.raises(NotFound):
        world.scoring_declined(edition)


def test_declining_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        world.scoring_declined(world.scoring_draft(), world.central)
