"""The pack's clocks and matrix are loaded by key, and loading again changes nothing."""

from __future__ import annotations

import pytest

from lynchpin.frontdoor.choices import Route
from lynchpin.frontdoor.loading import load
from lynchpin.frontdoor.models import BandRoute, ClockRule
from lynchpin.frontdoor.rules import route_for
from lynchpin.frontdoor.use_cases.load_frontdoor import load_frontdoor
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotPermitted
from lynchpin.profiles.choices import ResilienceBand, VulnerabilityBand
from lynchpin.reference import open_pack
from tests.support import recorded, trail
from tests.world.staff import machine


def test_loading_twice_changes_nothing_the_second_time(world):
    world.matrix()
    again = load(open_pack("cwm-taf"), machine("system-admin"))
    assert again == {"added": 0, "changed": 0, "unchanged": 24}
    assert recorded()[-1] == "frontdoor.frontdoor_loaded"
    assert trail("frontdoor.frontdoor_loaded")[0]["added"] == 24


def test_every_pair_of_bands_has_a_route_and_too_little_data_has_none(world):
    world.matrix()
    cells = list(BandRoute.unscoped.all())
    pairs = {(cell.vulnerability_band, cell.resilience_band) for cell in cells}
    banded = set(VulnerabilityBand.values) - {"insufficient"}
    assert pairs == {(v, r) for v in banded for r in ResilienceBand.values}
    assert route_for(cells, "red", "low", clock.today()) == Route.FAMILY_CONVERSATION


def test_an_urgent_referral_has_no_day_to_wait(world):
    world.matrix()
    assert ClockRule.unscoped.get(step="decide", urgency="same-day").limit == 0


def test_loading_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        load_frontdoor(world.central)
