"""A profile owner sees which feeds need a word, and opens a family's lines."""

from __future__ import annotations

from lynchpin.profiles.models import FamilyProfile


def test_feeds_and_runs_are_a_press_from_home_and_a_run_opens_to_its_counts(arrive):
    # given the run that was approved yesterday
    owner = arrive("profile-owner")
    # when its owner looks for it
    owner.follow(owner.section("approve").locator("a[href$='/profiles/runs/']"))
    owner.follow(owner.page.locator("main tbody th a"))
    # then its counts stand there, and it can be stopped at once
    assert owner.page.locator("a[href$='/stop/']").count() == 1


def test_a_score_is_never_bare(arrive):
    # given a family of that run
    profile = FamilyProfile.unscoped.order_by("-vulnerability").first()
    # when a reviewer opens it
    centre = arrive("central-support")
    centre.visit(f"/profiles/families/{profile.pk}/")
    # then both scores stand apart, each with its own lines
    assert centre.section("vulnerability").count() == centre.section("resilience").count() == 1
