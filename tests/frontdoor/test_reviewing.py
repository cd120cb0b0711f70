"""How often reviewers decide otherwise is counted, and warns where it is near nothing or too much."""

from __future__ import annotations

from datetime import date

import pytest

from lynchpin.frontdoor.models import Candidate
from lynchpin.frontdoor.queries.reviewing import Decisions, decisions_of_reviewers
from lynchpin.kernel.errors import NotPermitted
from tests.world.frontdoor import Profiled

DAY = date(2026, 6, 10)


def of(agree: int, reject: int) -> Decisions:
    return Decisions(DAY, {"agree": agree, "reject": reject}, {})


@pytest.mark.parametrize(
    ("agree", "reject", "warning"),
    [(50, 0, "rubber_stamp"), (49, 1, ""), (30, 20, ""), (29, 21, "recalibrate"), (19, 0, ""), (0, 0, "")],
)
def test_near_none_and_over_two_fifths_warn_once_enough_was_decided(agree, reject, warning):
    assert of(agree, reject).warning == warning


def test_decisions_are_counted_by_what_and_why(world):
    world.raised(Profiled(), Profiled(key="f2"))
    first, second = Candidate.unscoped.order_by("pk")
    world.agreed(first)
    world.rejected(second)
    found = decisions_of_reviewers(world.actor("profile-owner"))
    assert (found.by_decision, found.otherwise, found.percent) == ({"agree": 1, "reject": 1}, 1, 50)
    assert found.by_ground == {("as_shown", "agree"): 1, ("helped", "reject"): 1}


def test_a_worker_reads_no_assurance(world):
    with pytest.raises(NotPermitted):
        decisions_of_reviewers(world.actor("admin-officer"))
