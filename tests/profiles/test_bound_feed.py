"""The bounds of a feed are data with an owner."""

from dataclasses import asdict

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.profiles.models import Extract, FeedBounds
from lynchpin.profiles.queries.bounds import bounds_of_feed
from lynchpin.profiles.use_cases.bound_feed import bound_feed
from lynchpin_vrp.sources import StopRule
from tests.support import refused, trail


def bound(actor, version=0, feed="education", **given):
    values = asdict(StopRule()) | {"reason": "A small school: its file is short."} | given
    return bound_feed(actor, feed=feed, version=version, at=clock.now(), **values)


def test_bounds_hold_for_the_next_file_and_say_who_set_them(world):
    world.feed()
    bound(world.commissioner, bad_percent=20)
    assert Extract.unscoped.get(reference=world.stopped_file()).state == "waiting"
    facts = bounds_of_feed(world.admin_officer, "education")
    assert (facts.owner, facts.rule.bad_percent) == ("Commissioner", 20)
    assert trail("profiles.feed_bounded")[0]["bad_percent"] == 20


def test_the_defaults_hold_until_somebody_sets_them(world):
    world.feed()
    facts = bounds_of_feed(world.admin_officer, "education")
    assert (facts.rule, facts.owner, facts.version) == (StopRule(), "", 0)


def test_bounds_are_changed_by_whoever_saw_how_they_stand(world):
    world.feed()
    bound(world.commissioner)
    with pytest.raises(Stale):
        bound(world.approver)
    bound(world.approver, version=1, shared=500)
    assert FeedBounds.unscoped.get().owned_by == world.approver.staff_id


@pytest.mark.parametrize(
    "odd",
    [
        {"bad_percent": 21},
        {"grown_percent": 100},
        {"shrunk_percent": 100},
        {"drift": 0},
        {"same_number": 0},
        {"shared": 0},
    ],
)
def test_bounds_that_cannot_be_are_refused(world, odd):
    world.feed()
    with refused("bounds_out_of_range"):
        bound(world.commissioner, **odd)


def test_bounds_of_an_unknown_feed_are_not_found(world):
    with pytest.raises(NotFound):
        bound(world.commissioner, feed="rumours")


def test_an_administrative_officer_sets_no_bounds(world):
    world.feed()
    with pytest.raises(NotPermitted):
        bound(world.admin_officer)
