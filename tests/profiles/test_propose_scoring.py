"""A proposal holds still, so that what is tried is what is approved."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from tests.conftest import NOON
from tests.support import refused, trail
from tests.world.staff import machine


def test_a_proposal_says_who_and_of_what(world):
    edition = world.scoring_proposed()
    assert (edition.state, edition.proposed_by, edition.proposed_at) == ("proposed", world.commissioner.staff_id, NOON)
    assert trail("profiles.scoring_proposed") == [{"edition": 1, "valid_from": "2026-06-10", "content": edition.sha256}]


def test_it_is_proposed_once(world):
    edition = world.scoring_proposed()
    with refused("scoring_settled_already"):
        world.scoring_proposed(edition)


def test_it_is_not_proposed_after_its_day(world):
    edition = world.scoring_draft()
    with clock.held(NOON + timedelta(days=1)), refused("scoring_from_the_past"):
        world.scoring_proposed(edition)


def test_the_service_itself_proposes_nothing(world):
    with refused("scoring_needs_a_named_person"):
        world.scoring_proposed(world.scoring_draft(), machine("profile-owner"))


def test_a_stale_form_proposes_nothing(world):
    edition = world.scoring_draft()
    edition.version += 1
    with pytest.raises(Stale):
        world.scoring_proposed(edition)


def test_an_edition_that_never_was_is_missing(world):
    edition = world.scoring_draft()
    edition.number = 9
    with pytest.raises(NotFound):
        world.scoring_proposed(edition)


def test_proposing_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        world.scoring_proposed(world.scoring_draft(), world.actor("head-of-service"))
