"""The page of the rules: what holds, in words, for those who keep them and those who work by them."""

from __future__ import annotations

import pytest

from tests.casework.counting import statements
from tests.frontdoor.routing import agreed, drafted


def test_the_matrix_is_read_in_words(world, as_):
    world.matrix()
    page = as_(world.central).get("/frontdoor/routing/").content.decode()
    assert "Whole-family conversation" in page and "The matrix of the reference pack holds" in page
    assert "Draft a change" not in page, "it is not for the centre to draft"


def test_a_draft_that_waits_is_opened_from_the_page_and_from_home(world, as_):
    world.matrix()
    drafted(world)
    browser = as_(world.approver)
    assert "Open the draft" in browser.get("/frontdoor/routing/").content.decode()
    assert "/frontdoor/routing/1/" in browser.get("/desk/").content.decode()
    assert statements(lambda: browser.get("/frontdoor/routing/")) <= 15


@pytest.mark.parametrize("role", ["lead-worker", "engagement-worker", "referrer"])
def test_the_rules_are_not_for_a_worker(world, as_, role):
    actor = {"lead-worker": lambda: world.lead_worker, "engagement-worker": lambda: world.worker}.get(
        role, lambda: world.actor("referrer", organisation="school")
    )()
    assert as_(actor).get("/frontdoor/routing/").status_code == 403


def test_an_agreed_edition_stands_beside_what_held_before_it_and_not_beside_itself(world, as_):
    world.matrix()
    agreed(world, drafted(world))
    browser = as_(world.approver)
    page = browser.get("/frontdoor/routing/1/").content.decode()
    assert "Route before" in page and "No route is different" not in page
    assert "/frontdoor/routing/1/" in browser.get("/frontdoor/routing/").content.decode()
    assert "/frontdoor/routing/1/" not in as_(world.central).get("/frontdoor/routing/").content.decode()
