"""What a page remembers of people under one permission is not shown under another that shows less."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lynchpin.kernel.actor import Grant
from lynchpin.people.models.residents import residents_in_sight
from lynchpin.people.queries import brief

SEALS, PLAIN = "people.seals_too", "people.without_seals"


@pytest.fixture
def both(world):
    """Somebody of whom two permissions reach equally far, and of which one shows who is sealed."""
    grants = {SEALS: Grant("all", frozenset({"F1", "F6"})), PLAIN: Grant("all", frozenset({"F1"}))}
    return replace(world.central, grants=grants).afresh()


@pytest.mark.parametrize("order", [(SEALS, PLAIN), (PLAIN, SEALS)])
def test_a_sealed_person_is_named_under_the_permission_that_shows_seals_and_under_no_other(world, both, order):
    sealed = world.resident()
    world.restrict(sealed, "sealed")
    named = {code: sealed.pk in brief(both.bound_to(code), [sealed.pk]) for code in order}
    seen = {code: sealed.pk in {row["pk"] for row in residents_in_sight(both.bound_to(code))} for code in order}
    assert named == seen == {SEALS: True, PLAIN: False}
