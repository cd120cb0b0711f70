"""How a provider's help ends: with help, with what made it needless, or early, and then they are back with us."""

from __future__ import annotations

import pytest

from lynchpin.frontdoor.models import Brokering
from lynchpin.frontdoor.use_cases.finish_brokering import finish_brokering
from lynchpin.kernel.errors import NotPermitted
from tests.conftest import NOON
from tests.support import recorded, refused


@pytest.fixture
def helped(world):
    world.providers()
    return world.with_provider()


def finish(actor, kept, how):
    return finish_brokering(actor, reference=kept.reference, version=kept.version, how=how, at=NOON)


@pytest.mark.parametrize(("how", "state"), [("helped", "helped"), ("partly-helped", "helped"), ("died", "withdrawn")])
def test_an_end_is_kept_as_it_was(world, helped, how, state):
    finish(world.central, helped, how)
    kept = world.kept(helped.reference)
    assert (kept.status, kept.end_code, Brokering.unscoped.get().state) == ("ended", how, state)
    assert recorded()[-1] == "frontdoor.brokering_finished"


def test_help_that_ended_early_brings_them_back(world, helped):
    finish(world.central, helped, "ended-early")
    kept = world.kept(helped.reference)
    assert (kept.status, kept.returned_because, kept.owner_id) == ("returned", "ended-early", world.central.staff_id)


def test_an_end_that_nobody_could_read_is_refused(world, helped):
    with refused("ended_some_other_way"):
        finish(world.central, helped, "sneezed")


def test_what_nobody_has_accepted_cannot_finish(world):
    world.providers()
    with refused("not_answered_yet"):
        finish(world.central, world.brokered(), "helped")


def test_finishing_needs_its_permission(world, helped):
    with pytest.raises(NotPermitted):
        finish(world.lead_worker, helped, "helped")


def test_the_page_keeps_how_it_ended(world, as_, helped):
    browser, address = as_(world.central), f"/frontdoor/referrals/{helped.reference}/finish/"
    assert browser.get(address).status_code == 200
    assert browser.post(address, {"version": helped.version, "how": "helped"}).status_code == 303
    assert "They got the help they wanted" in browser.get(f"/frontdoor/referrals/{helped.reference}/").content.decode()
    assert as_(world.lead_worker).get(address).status_code == 403
