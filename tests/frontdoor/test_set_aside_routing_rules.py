"""A draft that is set aside makes room for another, and stays among the editions."""

from __future__ import annotations

import pytest

from lynchpin.frontdoor.use_cases.set_aside_routing_rules import set_aside_routing_rules
from lynchpin.kernel.errors import NotFound, NotPermitted
from tests.conftest import NOON
from tests.frontdoor.routing import agreed, drafted
from tests.support import recorded, refused


def aside(actor, edition, **changed):
    told = {"number": edition.number, "version": edition.version, "at": NOON} | changed
    return set_aside_routing_rules(actor, **told)


def test_another_may_be_drafted_afterwards(world):
    world.matrix()
    aside(world.commissioner, drafted(world))
    assert recorded()[-1] == "frontdoor.routing_rules_set_aside"
    assert drafted(world).number == 2


def test_an_agreed_edition_is_not_set_aside(world):
    world.matrix()
    edition = agreed(world, drafted(world))
    with refused("routing_agreed_already"):
        aside(world.commissioner, edition)


def test_an_edition_that_never_was_is_missing(world):
    world.matrix()
    with pytest.raises(NotFound):
        aside(world.commissioner, drafted(world), number=9)


def test_setting_aside_needs_its_permission(world):
    world.matrix()
    with pytest.raises(NotPermitted):
        aside(world.central, drafted(world))


def test_the_page_sets_it_aside(world, as_):
    world.matrix()
    edition = drafted(world)
    browser = as_(world.approver)
    assert browser.get("/frontdoor/routing/1/aside/").status_code == 200
    assert browser.post("/frontdoor/routing/1/aside/", {"version": edition.version}).status_code == 303
    assert "Set aside" in browser.get("/frontdoor/routing/").content.decode()
    assert as_(world.central).get("/frontdoor/routing/1/aside/").status_code == 403
