"""Casework takes a routed referral up, and that alone tells the referrer nothing."""

from __future__ import annotations

import pytest

from lynchpin.frontdoor.choices import OwnStatus, ReferralStatus
from lynchpin.frontdoor.queries.own import own_referral
from lynchpin.frontdoor.use_cases.take_up_referral import take_up_referral
from lynchpin.kernel.errors import NotFound
from tests.conftest import NOON
from tests.support import recorded, refused
from tests.world.people import inside_a_use_case


def take_up(actor, kept):
    with inside_a_use_case():
        bound = actor.bound_to("casework.open_case")
        return take_up_referral(bound, reference=kept.reference, case_reference="C-2222-2222", at=NOON)


def test_a_routed_referral_is_taken_up_and_gives_its_resident(world):
    referrer = world.actor("referrer", organisation="school")
    lead = world.lead_worker
    kept = world.routed(referral=world.referral(sent_by=referrer))
    assert take_up(lead, kept) == kept.resident_id
    assert world.kept(kept.reference).status == ReferralStatus.TAKEN_UP
    assert own_referral(referrer, kept.reference).row.status == OwnStatus.RECEIVED
    assert "frontdoor.referral_taken_up" in recorded()


def test_what_has_no_owner_is_not_taken_up(world):
    lead = world.lead_worker
    with refused("route_first"):
        take_up(lead, world.screened())


def test_another_clusters_referral_is_not_there_to_take_up(world):
    kept = world.routed()
    with pytest.raises(NotFound):
        take_up(world.actor("lead-worker", cluster="taf-west"), kept)
