"""A link that was taken back opens nothing, and what was sent by it stays."""

from __future__ import annotations

import pytest

from lynchpin.frontdoor.models import PartnerLink, Referral
from lynchpin.frontdoor.use_cases.revoke_partner_link import revoke_partner_link
from lynchpin.frontdoor.use_cases.send_referral_by_link import send_referral_by_link
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.organisations.actors import public_actor
from tests.conftest import NOON
from tests.frontdoor.links import SECRET, TOLD, given
from tests.support import recorded, refused


def revoke(actor, link):
    return revoke_partner_link(actor, reference=link.reference, version=link.version, at=NOON)


def test_nothing_is_sent_by_a_link_that_was_taken_back(world):
    revoke(world.central, given(world))
    with refused("link_not_usable"):
        send_referral_by_link(public_actor(), secret=SECRET, at=NOON, **TOLD)
    assert recorded()[-1] == "frontdoor.partner_link_revoked" and not Referral.unscoped.exists()


def test_a_link_is_taken_back_once(world):
    revoke(world.central, given(world))
    with refused("link_revoked_already"):
        revoke(world.central, PartnerLink.unscoped.get())


def test_a_stale_form_takes_nothing_back(world):
    link = given(world)
    send_referral_by_link(public_actor(), secret=SECRET, at=NOON, **TOLD)
    with refused("changed_meanwhile"):
        revoke(world.central, link)


def test_revoking_needs_its_permission_and_a_link(world):
    link = given(world)
    with pytest.raises(NotPermitted):
        revoke(world.lead_worker, link)
    link.reference = "L-2222-2222"
    with pytest.raises(NotFound):
        revoke(world.central, link)


def test_the_page_takes_it_back_and_the_list_says_so(world, as_):
    link, browser = given(world), as_(world.central)
    address = f"/frontdoor/links/{link.reference}/revoke/"
    assert browser.get(address).status_code == 200
    assert "Taken back" in browser.post(address, {"version": link.version}, follow=True).content.decode()
    assert as_(world.lead_worker).get(address).status_code == 403
