"""A cluster manager looks over two clusters."""

from __future__ import annotations

from tests.journeys import given


def test_two_clusters_stand_side_by_side_on_load_and_silence(arrive):
    # given somebody of Taf West with whom nobody has spoken for three weeks
    case = given.case("taf_west", "lead-worker-2", "engagement-worker-2", days_ago=40)
    given.contact(case, "engagement-worker-2", days_ago=21)
    # when their manager signs in
    manager = arrive("cluster-manager")
    porth, taf_west = manager.section("cluster-porth"), manager.section("cluster-taf_west")
    # then both clusters stand in one row, each with its load and its silence
    left, right = porth.bounding_box(), taf_west.bounding_box()
    assert left["y"] == right["y"] and left["x"] != right["x"]
    assert porth.locator(".app-meter").count() == taf_west.locator(".app-meter").count() == 1
    # and the silence opens to the people in it
    manager.follow(taf_west.locator("a[href$='cluster=taf_west&show=silent']"))
    assert case.reference in manager.text()
