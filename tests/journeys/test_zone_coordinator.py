"""A zone co-ordinator comes home to the zone, strengths first."""

from __future__ import annotations


def test_the_zone_is_the_home_and_begins_with_what_is_strong(arrive):
    # given a co-ordinator of one zone
    coordinator = arrive("zone-coordinator")
    # when they come home, then it is their zone, and strengths stand before numbers
    assert coordinator.path == "/desk/zones/upper_rhondda_fach_zone/"
    keys = coordinator.page.locator("main section").evaluate_all(
        "all => all.map(one => one.getAttribute('aria-labelledby'))"
    )
    assert keys.index("strengths") < keys.index("help") < keys.index("areas")
