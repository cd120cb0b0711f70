"""A head of service sees how the whole stands."""

from __future__ import annotations

from tests.journeys import given


def test_load_of_every_cluster_and_people_outside_all_of_them_are_on_one_page(arrive):
    # given cases in a cluster, and those that the region has outside every cluster
    given.case("porth", "lead-worker")
    # when the head signs in
    head = arrive("head-of-service")
    # then each of the eight clusters has its bar, and people outside them their number
    assert head.section("load").locator(".app-meter").count() == 8
    outside = head.section("load").locator(".app-tile:has(a[href$='/casework/'])").nth(1)
    assert int(outside.inner_text().split()[0]) > 0
    # and a number opens to its list
    head.follow(head.section("load").locator("a[href$='show=waiting']"))
    assert head.path == "/casework/"
    head.visit("/outcomes/scorecard/")
