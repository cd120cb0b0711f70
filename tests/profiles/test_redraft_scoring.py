"""A draft may be changed until it is proposed; whoever changes it has written it."""

from __future__ import annotations

import pytest

from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.profiles.queries.holding import scoring_of
from tests.support import refused, trail
from tests.world.scoring import LESS, scoring

OTHER = scoring({"ED1": {"points": 3}, "HO2": {"on": False}})


def test_a_draft_says_what_was_written_last_and_by_whom(world):
    edition = world.scoring_draft()
    changed = world.scoring_redrafted(edition, world.approver, by=OTHER)
    assert scoring_of(changed).factors == OTHER.factors and changed.sha256 == OTHER.sha256
    assert changed.drafted_by == world.approver.staff_id
    assert trail("profiles.scoring_redrafted") == [{"edition": 1, "valid_from": "2026-06-10", "changes": 2}]


def test_whoever_changed_it_last_does_not_approve_it(world):
    edition = world.scoring_redrafted(world.scoring_draft(), world.approver, by=OTHER)
    with refused("scoring_needs_a_second_person"):
        world.scoring_approved(world.scoring_proposed(edition), world.approver)


def test_it_cannot_be_changed_into_what_holds_already(world):
    with refused("scoring_same_as_now"):
        world.scoring_redrafted(world.scoring_draft(), by=scoring())


def test_a_proposal_is_changed_no_more(world):
    edition = world.scoring_proposed()
    with refused("scoring_no_longer_a_draft"):
        world.scoring_redrafted(edition, by=OTHER)


def test_a_stale_form_changes_nothing(world):
    edition = world.scoring_draft()
    world.scoring_redrafted(edition, by=OTHER)
    with pytest.raises(Stale):
        world.scoring_redrafted(edition, by=scoring(LESS))


def test_a_draft_that_never_was_is_missing(world):
    edition = world.scoring_draft()
    edition.number = 9
    with pytest.raises(NotFound):
        world.scoring_redrafted(edition, by=OTHER)


def test_changing_a_draft_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        world.scoring_redrafted(world.scoring_draft(), world.actor("head-of-service"), by=OTHER)
