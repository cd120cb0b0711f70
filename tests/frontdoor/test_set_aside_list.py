"""A list that was set aside leaves nobody behind, and can be brought again."""

from __future__ import annotations

import pytest

from lynchpin.frontdoor.models import Referral, ReferralList
from lynchpin.frontdoor.use_cases.set_aside_list import set_aside_list
from lynchpin.frontdoor.use_cases.take_in_list import take_in_list
from lynchpin.kernel.errors import NotFound, NotPermitted
from tests.conftest import NOON
from tests.frontdoor.lists import staged
from tests.support import recorded, refused


def set_aside(actor, kept):
    return set_aside_list(actor, reference=kept.reference, version=kept.version, at=NOON)


def test_nobody_is_taken_in_and_nothing_of_the_file_is_kept(world):
    set_aside(world.central, staged(world))
    kept = ReferralList.unscoped.get()
    assert (kept.state, kept.rows, kept.read) == ("set-aside", [], 2)
    assert recorded()[-1] == "frontdoor.list_set_aside" and not Referral.unscoped.exists()


def test_it_is_settled_once_and_the_file_can_be_brought_again(world):
    set_aside(world.central, staged(world))
    kept = ReferralList.unscoped.get()
    for settle in (set_aside_list, take_in_list):
        with refused("list_set_aside_already"):
            settle(world.central, reference=kept.reference, version=kept.version, at=NOON)
    assert staged(world).state == "staged"


def test_setting_aside_needs_its_permission_and_a_list(world):
    kept = staged(world)
    with pytest.raises(NotPermitted):
        set_aside(world.lead_worker, kept)
    kept.reference = "W-2222-2222"
    with pytest.raises(NotFound):
        set_aside(world.central, kept)


def test_the_page_sets_it_aside(world, as_):
    kept, browser = staged(world), as_(world.central)
    address = f"/frontdoor/lists/{kept.reference}/aside/"
    assert browser.get(address).status_code == 200
    assert "Set aside" in browser.post(address, {"version": kept.version}, follow=True).content.decode()
    assert as_(world.lead_worker).get(address).status_code == 403
