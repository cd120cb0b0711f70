"""The forecast: what will be late if we go on as in the last four weeks, cluster by cluster, told on the queue's page."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.queries.pace import decisions_forecast
from lynchpin.frontdoor.use_cases.pause_clock import pause_clock
from lynchpin.kernel import clock
from tests.conftest import NOON

DAY = rules.DAY_MINUTES


@pytest.mark.parametrize(
    ("left", "met", "late", "more"),
    [
        ([], 0, 0, 0),
        ([DAY], 0, 0, 1),  # without any pace, nobody is in time
        ([DAY], 20, 0, 0),  # one a day
        ([DAY, DAY], 20, 0, 1),
        ([DAY, 2 * DAY], 20, 0, 0),
        ([-1, DAY], 20, 1, 1),  # what is late already is taken first, and takes its time
        ([-1, 2 * DAY], 20, 1, 0),
        ([3 * DAY, DAY, 2 * DAY], 20, 0, 0),
    ],
)
def test_clocks_are_met_in_the_order_of_the_queue_at_the_pace_of_late(left, met, late, more):
    found = rules.forecast([("porth", minutes, 1) for minutes in left], met=met)
    assert found == ({"porth": rules.Forecast(len(left), late, more)} if left else {})


def test_one_team_meets_them_all_wherever_they_are():
    found = rules.forecast([("porth", DAY, 1), ("taf-west", DAY, 1)], met=20)
    assert (found["porth"].will_be_late, found["taf-west"].will_be_late) == (0, 1)


def test_those_due_at_one_moment_are_counted_together_as_they_would_be_one_by_one():
    together = rules.forecast([("porth", DAY, 3), ("porth", -1, 2), ("taf-west", 9 * DAY, 4)], met=20)
    one_by_one = [("porth", DAY, 1)] * 3 + [("porth", -1, 1)] * 2 + [("taf-west", 9 * DAY, 1)] * 4
    assert together == rules.forecast(one_by_one, met=20)
    assert together == {"porth": rules.Forecast(5, 2, 3), "taf-west": rules.Forecast(4, 0, 0)}


def test_decisions_are_counted_by_cluster_then_outside_every_cluster_then_not_placed_yet(world):
    world.answered(world.screened())
    world.screened()
    world.screened(area_code=world.OUTSIDE)
    world.referral()
    found = decisions_forecast(world.central, at=clock.now())
    assert [(each.key, each.forecast.running) for each in found] == [("porth", 1), ("outside", 1), ("unplaced", 1)]
    assert [each.forecast.will_be_late for each in found] == [1, 1, 1], "one decision in four weeks is too few"


def test_a_clock_that_stands_still_is_not_forecast_to_be_late(world):
    kept = world.screened()
    pause_clock(world.central, reference=kept.reference, version=kept.version, because="in-hospital", at=NOON)
    assert decisions_forecast(world.central, at=clock.now()) == ()


def test_the_page_says_it_in_a_sentence(world, as_):
    world.screened()
    page = as_(world.central).get("/frontdoor/queue/").content.decode()
    assert "Porth: of 1 that wait for a decision, 0 late already and 1 more to come." in page


def test_clocks_met_long_ago_are_no_pace(world):
    with clock.held(NOON - timedelta(days=60)):
        old = world.screened()
        world.answered(old)
    world.screened()
    (porth,) = decisions_forecast(world.central, at=NOON)
    assert porth.forecast.will_be_late == 1
