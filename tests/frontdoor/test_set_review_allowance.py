"""What a month allows is data: it holds from its day on, and the page says how each cluster stands."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lynchpin.frontdoor.use_cases.set_review_allowance import set_review_allowance
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotPermitted
from tests.casework.counting import statements
from tests.conftest import NOON
from tests.support import refused, trail
from tests.world.frontdoor import Profiled


def allow(actor, **changed):
    given = {"minutes_a_candidate": 20, "minutes_a_month": 60, "points_a_case": 7, "valid_from": clock.today()}
    return set_review_allowance(actor, **{"reason": "Two reviewers.", "at": clock.now()} | given | changed)


def states(candidates):
    return [each.state for each in sorted(candidates, key=lambda each: each.standing)]


def test_a_run_releases_what_the_allowance_of_its_day_says(world):
    assert allow(world.central) == 3
    allow(world.central, minutes_a_month=20, valid_from=NOON.date() + timedelta(days=1))
    families = [Profiled(key=f"f{n}") for n in range(4)]
    assert states(world.raised(*families)) == ["released"] * 3 + ["withheld"]
    with clock.held(NOON + timedelta(days=1)):
        assert states(world.raised(*families)) == ["released"] + ["withheld"] * 3
    assert trail("frontdoor.review_allowance_set")[0]["minutes_a_month"] == 60


def test_an_allowance_is_not_set_for_the_past(world):
    with refused("allowance_from_the_past"):
        allow(world.central, valid_from=NOON.date() - timedelta(days=1))


def test_setting_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        allow(world.lead_worker)


def test_the_page_says_how_each_cluster_stands_and_sets_it(world, as_):
    world.raised(*(Profiled(key=f"f{n}") for n in range(6)))
    browser, address = as_(world.central), "/frontdoor/candidates/allowance/"
    page = browser.get(address).content.decode()
    assert "1 family waits" in page and "Not counted yet" in page
    assert statements(lambda: browser.get(address)) <= 15
    day = {"valid_from_day": 10, "valid_from_month": 6, "valid_from_year": 2026}
    sent = {"minutes_a_candidate": 30, "minutes_a_month": 300, "points_a_case": 7, "reason": "More time."} | day
    assert browser.post(address, sent).status_code == 303
    assert "next nightly release" in browser.get(address).content.decode()
    assert as_(world.lead_worker).get(address).status_code == 403
