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


def test_a_change_of_weights_opens_from_home_to_what_it_would_do(arrive):
    # given the change that a colleague has proposed
    owner = arrive("profile-owner-2")
    # when the second owner opens it from home, and then the page that approves it
    owner.follow(owner.section("scoring").locator("a[href$='/profiles/scoring/2/']"))
    owner.follow(owner.page.locator("a[href$='/approve/']"))
    # then what it would do stands there in counts, beside the button and the trial that it answers for
    assert owner.page.locator("#vulnerability_band").count() == 1 and owner.page.locator("#by-area").count() == 1
    assert len(owner.page.locator("input[name=seen]").get_attribute("value")) == 64


def test_every_factor_opens_to_why_it_counts(arrive):
    # given the catalogue, of which one factor was changed three days ago
    owner = arrive("profile-owner")
    # when its owner opens what changed, and the catalogue itself
    owner.visit("/profiles/scoring/history/")
    owner.visit("/profiles/scoring/")
    # then every factor opens into why it counts and who said so
    assert owner.page.locator("main details").count() >= 17
    # and another change can only wait for the one that is open
    owner.visit("/profiles/scoring/draft/")
    assert owner.page.locator("main a[href$='/profiles/scoring/2/']").count() == 1


def test_a_declined_change_makes_room_for_another(arrive):
    # given a proposal that its owner takes back
    owner = arrive("profile-owner")
    owner.visit("/profiles/scoring/2/decline/")
    owner.answer(reason="Too much at once.")
    owner.submit()
    # when the owner drafts another in the one form
    owner.visit("/profiles/scoring/draft/")
    owner.answer(ED1_points="5", reason="Less at once.")
    owner.submit()
    # then it says what is different, and waits for being proposed
    assert owner.path == "/profiles/scoring/3/"
    assert owner.page.locator("a[href$='/propose/']").count() == 1
